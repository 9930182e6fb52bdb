package org.praxisdatenbank.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;

/**
 * One practice in a list, as template {@code practice/card} shows it.
 *
 * @param link address of its page in the page's language
 * @param badges type, Good Practice, and that it is completed
 * @param whereabouts provider, place and states, none named twice in a row
 */
public record PracticeCard(
        String link, Marked title, Marked summary, List<Badge> badges, List<String> whereabouts, List<Topic> topics) {
    public PracticeCard {
        badges = List.copyOf(badges);
        whereabouts = List.copyOf(whereabouts);
        topics = List.copyOf(topics);
    }

    /** @param today the day that decides whether the practice is completed */
    public static PracticeCard of(PracticeSummary practice, Vocabularies lists, Frame frame, LocalDate today) {
        return new PracticeCard(
                frame.link("/angebote/" + practice.id().value()),
                Marked.plain(practice.wording().title(), frame),
                Marked.plain(practice.wording().summary(), frame),
                badges(practice, lists, frame, today),
                whereabouts(practice, lists, frame),
                practice.terms(Vocabulary.TOPIC).stream()
                        .map(topic ->
                                new Topic(frame.link("/themen/" + topic.value()), lists.label(topic, frame.language())))
                        .toList());
    }

    /** The same with other pieces of title and summary; a text without pieces stays as it is. */
    public PracticeCard marked(List<Piece> title, List<Piece> summary) {
        return new PracticeCard(link, this.title.with(title), this.summary.with(summary), badges, whereabouts, topics);
    }

    private static List<Badge> badges(PracticeSummary practice, Vocabularies lists, Frame frame, LocalDate today) {
        List<Badge> badges = new ArrayList<>();
        practice.terms(Vocabulary.TYPE)
                .forEach(type -> badges.add(new Badge(lists.label(type, frame.language()), false)));
        if (practice.goodPractice().isExample()) {
            badges.add(new Badge(goodPractice(practice.goodPractice().year(), frame), true));
        }
        if (practice.period().on(today) == Period.Status.COMPLETED
                && practice.period().end() instanceof Period.End.On end) {
            badges.add(new Badge(frame.text("card.completed", end.date().in(frame)), false));
        }
        return badges;
    }

    private static String goodPractice(@Nullable Integer year, Frame frame) {
        return year == null
                ? frame.text("card.good_practice")
                : frame.text("card.good_practice.year", String.valueOf(year));
    }

    private static List<String> whereabouts(PracticeSummary practice, Vocabularies lists, Frame frame) {
        List<TermId> states = practice.terms(Vocabulary.STATE);
        @Nullable String place = practice.carrier().place();
        Stream<String> names = states.stream().map(state -> lists.label(state, frame.language()));
        return Stream.of(
                        Stream.ofNullable(practice.carrier().provider()),
                        Stream.ofNullable(place),
                        states.isEmpty() ? Stream.of(frame.text("card.everywhere")) : names)
                .flatMap(part -> part)
                .distinct() // the city states, and municipalities that are their own provider
                .toList();
    }

    /**
     * A short remark.
     *
     * @param isGoodPractice whether it tells that the practice is a Good Practice example
     */
    public record Badge(String text, boolean isGoodPractice) {}

    /** A topic area's page. */
    public record Topic(String link, String label) {}

    /** A piece of text, marked where it matches what was searched for. */
    public record Piece(String text, boolean isMarked) {}

    /**
     * A text in pieces.
     *
     * @param language of the text where it differs from the page's, for {@code lang}; else null
     */
    public record Marked(List<Piece> pieces, @Nullable String language) {
        public Marked {
            pieces = List.copyOf(pieces);
        }

        static Marked plain(String text, Frame frame) {
            return new Marked(List.of(new Piece(text, false)), frame.isGerman() ? null : "de");
        }

        Marked with(List<Piece> other) {
            return other.isEmpty() ? this : new Marked(other, language);
        }
    }
}
