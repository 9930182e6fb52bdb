package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Spelling;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.query.Suggestion.Target;

/**
 * Finds what may be suggested for a beginning: each leads to a practice that the filters leave, and no text or word
 * comes twice, whatever it names. For one request, by one thread.
 */
final class Candidates {
    private final DirectoryReader reader;
    private final IndexSetup setup;
    private final Completions completions;
    private final Narrowed narrowed;
    private final int limit;
    private final Set<String> names = new HashSet<>();
    private final Set<String> stems = new HashSet<>();

    /** @param limit how many of each kind, at least one */
    Candidates(DirectoryReader reader, IndexSetup setup, Completions completions, Narrowed narrowed, int limit) {
        this.reader = reader;
        this.setup = setup;
        this.completions = completions;
        this.narrowed = narrowed;
        this.limit = limit;
    }

    /**
     * What may be suggested.
     *
     * @param rank within the kind, lower is better
     * @param text as shown; of a title the id of its practice
     */
    record Candidate(SuggestionKind kind, int rank, String text, Target target) {}

    /** Best first within each kind. The more useful kind takes a text first. */
    Map<SuggestionKind, List<Candidate>> of(Beginning beginning) throws IOException {
        Map<SuggestionKind, List<Candidate>> found = new EnumMap<>(SuggestionKind.class);
        found.put(SuggestionKind.TERM, terms(beginning));
        found.put(SuggestionKind.PLACE, texts(SuggestionKind.PLACE, beginning, KeyPlace.values()));
        found.put(SuggestionKind.PROVIDER, texts(SuggestionKind.PROVIDER, beginning, KeyPlace.values()));
        found.put(SuggestionKind.WORD, texts(SuggestionKind.WORD, beginning, KeyPlace.START));
        found.put(SuggestionKind.WORD_INSIDE, texts(SuggestionKind.WORD_INSIDE, beginning, KeyPlace.PART));
        found.put(SuggestionKind.TITLE, texts(SuggestionKind.TITLE, beginning, KeyPlace.values()));
        return found;
    }

    private List<Candidate> terms(Beginning beginning) throws IOException {
        List<Candidate> found = new ArrayList<>();
        for (KeyPlace place : KeyPlace.values()) {
            for (LabelKeys.Entry entry : setup.labelKeys().of(place, completions.test(place, beginning))) {
                Target target = new Target.OfTerm(entry.term().id());
                String name = Spelling.normal(entry.label());
                if (!names.contains(name) && narrowed.count(entry.label(), target) > 0) {
                    names.add(name);
                    found.add(new Candidate(SuggestionKind.TERM, place.rank(), entry.label(), target));
                }
            }
        }
        return found;
    }

    private List<Candidate> texts(SuggestionKind kind, Beginning beginning, KeyPlace... places) throws IOException {
        String field = field(kind);
        List<Candidate> found = new ArrayList<>();
        for (KeyPlace place : places) {
            for (Completion completion : completions.of(reader, field, place, beginning)) {
                if (found.size() == limit) {
                    return found;
                }
                if (isNew(kind, completion) && narrowed.holds(field, completion.terms())) {
                    remember(kind, completion);
                    found.add(new Candidate(kind, place.rank(), completion.shown(), target(kind, completion)));
                }
            }
        }
        return found;
    }

    /** Of the forms of a word only the most used, but for one that was typed to its end. */
    private boolean isNew(SuggestionKind kind, Completion completion) {
        boolean isForm = isWord(kind) && !completion.isWhole() && stems.contains(stem(completion));
        return !isForm && !names.contains(completion.name());
    }

    private void remember(SuggestionKind kind, Completion completion) {
        names.add(completion.name());
        if (isWord(kind)) {
            stems.add(stem(completion));
        }
    }

    private static boolean isWord(SuggestionKind kind) {
        return kind == SuggestionKind.WORD || kind == SuggestionKind.WORD_INSIDE;
    }

    /** What the forms of a word have in common. */
    private String stem(Completion word) {
        German german = setup.analysis().german();
        return String.join("-", german.tellingStems(word.shown()));
    }

    private static String field(SuggestionKind kind) {
        return switch (kind) {
            case TERM -> throw new IllegalArgumentException("labels are in no field of their own");
            case WORD, WORD_INSIDE -> Fields.SUGGEST_WORD;
            case PROVIDER -> Fields.SUGGEST_PROVIDER;
            case PLACE -> Fields.SUGGEST_PLACE;
            case TITLE -> Fields.SUGGEST_TITLE;
        };
    }

    private static Target target(SuggestionKind kind, Completion completion) {
        return switch (kind) {
            case TERM -> throw new IllegalArgumentException("labels are no completions");
            case WORD, WORD_INSIDE -> new Target.Word();
            case PROVIDER -> new Target.Provider();
            case PLACE -> new Target.Place();
            case TITLE -> new Target.Title(new PracticeId(completion.shown()));
        };
    }
}
