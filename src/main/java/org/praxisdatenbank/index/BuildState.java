package org.praxisdatenbank.index;

import java.time.Instant;

/**
 * A build of the index that is under way, as far as other processes can see it.
 *
 * @param owner who builds
 * @param step how far it has come
 */
public record BuildState(Owner owner, Step step) {

    /**
     * Who builds.
     *
     * @param generation name of the generation that is being built
     * @param pid of the process
     * @param host where that process runs
     * @param since when the build began
     */
    public record Owner(String generation, long pid, String host, Instant since) {
        /** For people: {@code process 4711 on db1, since 2026-11-22T09:00:01Z}. */
        public String text() {
            return "process " + pid + " on " + host + ", since " + since;
        }
    }

    /**
     * How far a build has come.
     *
     * @param phase one word or two: {@code index}
     * @param done steps of this phase
     * @param total of this phase; -1: unknown
     * @param perSecond steps, since the phase began
     * @param secondsLeft of this phase; -1: unknown
     */
    public record Step(String phase, long done, long total, long perSecond, long secondsLeft) {
        static final Step FIRST = new Step("start", 0, -1, 0, -1);
    }
}
