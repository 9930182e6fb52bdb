package org.praxisdatenbank.index;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.index.Evidence.Found;
import org.praxisdatenbank.query.Reason;
import org.praxisdatenbank.query.Reason.Place;

/** Tells people's words for what was found in a document. */
final class Reasons {
    private Reasons() {}

    /**
     * In the order of the query, straight ways first; the same word of a field once.
     *
     * @param texts gives a field's values as the offsets of the places count them
     */
    static List<Reason> of(List<Asked> asked, List<Found> places, UnaryOperator<String> texts) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (Found place : places) {
            if (!isWithinAnother(place, places)) {
                reasons.add(reason(asked.get(place.asked()), place, texts.apply(place.field())));
            }
        }
        List<String> words = asked.stream().map(Asked::text).toList();
        return reasons.stream()
                .sorted(Comparator.comparingInt((Reason reason) -> words.indexOf(reason.asked()))
                        .thenComparing(Reason::route)
                        .thenComparing(Reason::place))
                .toList();
    }

    /** Where a compound is found as a whole, or a term of several words, its parts say nothing more. */
    private static boolean isWithinAnother(Found part, List<Found> places) {
        return places.stream()
                .anyMatch(whole -> whole.asked() == part.asked()
                        && whole.route().compareTo(part.route()) <= 0
                        && whole.end() - whole.start() > part.end() - part.start()
                        && whole.start() <= part.start()
                        && part.end() <= whole.end()
                        && whole.field().equals(part.field()));
    }

    private static Reason reason(Asked asked, Found place, String text) {
        return new Reason(
                asked.text(),
                place.route(),
                text.substring(place.start(), place.end()),
                whole(text, place.start(), place.end()),
                place(place.field()),
                place.way().via());
    }

    /** From the beginning of the word in which a stretch begins to the end of the one in which it ends. */
    private static String whole(String text, int start, int end) {
        int from = start;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        int first = start;
        int last = end;
        for (Written word : Written.in(text.substring(from, to))) {
            List<Piece> pieces = word.pieces();
            int begins = from + pieces.getFirst().start();
            int ends = from + pieces.getLast().end();
            first = begins <= start && start < ends ? begins : first;
            last = begins < end && end <= ends ? ends : last;
        }
        return text.substring(first, last);
    }

    private static Place place(String field) {
        return switch (field) {
            case Fields.TITLE -> Place.TITLE;
            case Fields.PROVIDER -> Place.PROVIDER;
            case Fields.PLACE -> Place.LOCATION;
            case Fields.SUMMARY -> Place.SUMMARY;
            case Fields.DESCRIPTION -> Place.DESCRIPTION;
            case Fields.EXAMPLE -> Place.GOOD_PRACTICE_DESCRIPTION;
            default -> Place.LABEL;
        };
    }

    /** What was asked for and has no reason, as typed; a word is also found by another word for it and its neighbours. */
    static List<String> missing(List<Asked> asked, List<Reason> reasons) {
        return asked.stream()
                .filter(one -> !one.ways().stream().allMatch(Way::isRelative))
                .map(Asked::text)
                .distinct()
                .filter(text ->
                        reasons.stream().noneMatch(reason -> (" " + reason.asked() + " ").contains(" " + text + " ")))
                .toList();
    }
}
