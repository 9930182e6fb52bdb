package org.praxisdatenbank.crash;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.praxisdatenbank.crash.Kill.Who;
import org.praxisdatenbank.problem.FailPoint;

/** Which kills there are. */
final class Plan {
    /** Where each process can meet which points, with how often it surely does within seconds. */
    private static final Map<Who, Map<FailPoint, Integer>> POINTS = Map.of(
            Who.SERVE,
                    Map.of(
                            FailPoint.FOLLOW_WRITTEN, 12,
                            FailPoint.FOLLOW_COMMITTED, 12,
                            FailPoint.MERGE, 8,
                            FailPoint.SWEEP, 2),
            Who.IMPORT, Map.of(FailPoint.IMPORT_LOGGED, 1, FailPoint.IMPORT_COMMITTED, 1),
            Who.REINDEX,
                    Map.of(
                            FailPoint.MERGE, 4,
                            FailPoint.BUILD_WRITTEN, 1,
                            FailPoint.BUILD_COMMITTED, 1,
                            FailPoint.POINTER_WRITTEN, 2,
                            FailPoint.POINTER_PREVIOUS, 1,
                            FailPoint.POINTER_SWITCHED, 1),
            Who.ROLLBACK,
                    Map.of(
                            FailPoint.POINTER_WRITTEN, 2,
                            FailPoint.POINTER_PREVIOUS, 1,
                            FailPoint.POINTER_SWITCHED, 1));

    private static final int LONGEST_MILLIS = 1_500;
    private static final int LONGEST_START_MILLIS = 3_000;
    /** Of a hundred kills. */
    private static final Map<Who, Integer> SHARES = Map.of(
            Who.SERVE, 56,
            Who.SERVE_STARTING, 10,
            Who.SERVE_ON_ITS_OWN_DATABASE, 5,
            Who.SERVE_AND_ITS_DATABASE, 5,
            Who.IMPORT, 6,
            Who.REINDEX, 12,
            Who.ROLLBACK, 6);

    private Plan() {}

    /** Each point once, the last time that it is surely reached. */
    static List<Kill> everyPoint() {
        Map<FailPoint, Kill> kills = new EnumMap<>(FailPoint.class);
        for (Who who : Who.values()) {
            POINTS.getOrDefault(who, Map.of())
                    .forEach((point, times) -> kills.putIfAbsent(point, Kill.at(who, point, times)));
        }
        return List.copyOf(kills.values());
    }

    /** Anyone anywhere. */
    static Kill any(RandomGenerator random) {
        Who who = who(random.nextInt(100));
        List<Map.Entry<FailPoint, Integer>> points = POINTS.getOrDefault(who, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        if (!points.isEmpty() && random.nextInt(3) == 0) {
            Map.Entry<FailPoint, Integer> point = points.get(random.nextInt(points.size()));
            return Kill.at(who, point.getKey(), random.nextInt(1, point.getValue() + 1));
        }
        return atRandom(who, random);
    }

    /** From outside. */
    static Kill atRandom(Who who, RandomGenerator random) {
        boolean isStarting = who.isCommand() || who == Who.SERVE_STARTING;
        return Kill.after(who, random.nextInt(isStarting ? LONGEST_START_MILLIS : LONGEST_MILLIS));
    }

    private static Who who(int percent) {
        int left = percent;
        for (Who who : Who.values()) {
            left -= SHARES.getOrDefault(who, 0);
            if (left < 0) {
                return who;
            }
        }
        throw new IllegalStateException("the shares are less than a hundred");
    }
}
