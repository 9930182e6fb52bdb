package org.praxisdatenbank.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.praxisdatenbank.query.Reason;
import org.praxisdatenbank.query.Reason.Place;
import org.praxisdatenbank.query.Route;
import org.praxisdatenbank.search.Why.Line;
import org.praxisdatenbank.search.Why.Way;
import org.praxisdatenbank.search.Why.Word;
import org.praxisdatenbank.web.Frame;

/** Puts reasons into words: by the word that was asked for, then by the way. */
final class WhyLines {
    /** Words that are named of each way. */
    private static final int NAMED = 4;

    private WhyLines() {}

    /** Without saying where the words stand. */
    static List<Line> withoutPlaces(List<Reason> reasons, Frame frame) {
        return of(reasons, frame).stream()
                .map(line -> new Line(
                        line.asked(),
                        line.ways().stream()
                                .map(way -> new Way(way.label(), withoutPlaces(way.words()), way.more()))
                                .toList()))
                .toList();
    }

    private static List<Word> withoutPlaces(List<Word> words) {
        return words.stream()
                .map(word -> new Word(word.text(), word.language(), ""))
                .toList();
    }

    /** One line for each word that was asked for. */
    static List<Line> of(List<Reason> reasons, Frame frame) {
        Map<String, List<Reason>> byWord = new LinkedHashMap<>();
        reasons.forEach(reason -> byWord.computeIfAbsent(reason.asked(), word -> new ArrayList<>())
                .add(reason));
        return byWord.entrySet().stream()
                .map(word -> new Line(frame.text("why.word", word.getKey()), ways(word.getValue(), frame)))
                .toList();
    }

    private static List<Way> ways(List<Reason> reasons, Frame frame) {
        Map<Route, List<Reason>> byRoute = new LinkedHashMap<>();
        reasons.forEach(reason -> byRoute.computeIfAbsent(route(reason), route -> new ArrayList<>())
                .add(reason));
        return byRoute.entrySet().stream()
                .map(way -> way(way.getKey(), way.getValue(), frame))
                .toList();
    }

    /** A word between hyphens is a part to people, whatever it is to the index. */
    private static Route route(Reason reason) {
        boolean isPart = !reason.word().equals(reason.found());
        return isPart && reason.route().compareTo(Route.PHRASE) < 0 ? Route.COMPOUND_PART : reason.route();
    }

    private static Way way(Route route, List<Reason> reasons, Frame frame) {
        Map<String, Set<Place>> places = new LinkedHashMap<>();
        Map<String, String> spellings = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            String key = reason.word().toLowerCase(frame.language());
            spellings.putIfAbsent(key, reason.word());
            places.computeIfAbsent(key, word -> new TreeSet<>()).add(reason.place());
        }
        List<Word> words = new ArrayList<>();
        List<String> keys = places.keySet().stream().limit(NAMED).toList();
        for (int index = 0; index < keys.size(); index++) {
            Set<Place> here = places.getOrDefault(keys.get(index), Set.of());
            boolean isToldWithNext = index + 1 < keys.size() && here.equals(places.get(keys.get(index + 1)));
            String spelling = spellings.getOrDefault(keys.get(index), "");
            words.add(word(spelling, isToldWithNext ? Set.of() : here, frame));
        }
        int more = places.size() - words.size();
        return new Way(
                frame.text("why.route." + SearchUrl.name(route)),
                words,
                more == 0 ? null : frame.text("why.more", more));
    }

    private static Word word(String word, Set<Place> places, Frame frame) {
        return new Word(
                frame.text("why.word", word),
                frame.isGerman() ? null : "de",
                places.stream()
                        .map(place -> frame.text("why.place." + ReasonJson.name(place)))
                        .collect(joining(", ")));
    }
}
