package org.praxisdatenbank.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/**
 * What stands in the user data of a Lucene commit, so that documents, position, origin and version can never disagree.
 *
 * @param origin of which database the position is; whoever follows gives it a form. Empty: not told
 */
record Commits(String version, String position, String origin) {
    private static final String VERSION = "version";
    private static final String POSITION = "position";
    private static final String ORIGIN = "origin";

    static Commits of(Map<String, String> userData) {
        return new Commits(
                userData.getOrDefault(VERSION, ""),
                userData.getOrDefault(POSITION, ""),
                userData.getOrDefault(ORIGIN, ""));
    }

    /** Of the writer's last commit. */
    static Commits of(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        return of(data);
    }

    /** The same at another position. */
    Commits at(String other) {
        return new Commits(version, other, origin);
    }

    void put(IndexWriter writer) {
        writer.setLiveCommitData(
                Map.of(VERSION, version, POSITION, position, ORIGIN, origin).entrySet());
    }
}
