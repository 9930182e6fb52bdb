package org.praxisdatenbank.index;

import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/** What stands in the user data of a Lucene commit, so that documents, position and version can never disagree. */
record Commits(String version, String position) {
    private static final String VERSION = "version";
    private static final String POSITION = "position";

    static Commits of(Map<String, String> userData) {
        return new Commits(userData.getOrDefault(VERSION, ""), userData.getOrDefault(POSITION, ""));
    }

    void put(IndexWriter writer) {
        writer.setLiveCommitData(Map.of(VERSION, version, POSITION, position).entrySet());
    }
}
