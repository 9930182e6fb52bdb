package org.praxisdatenbank.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Typed;

/**
 * Makes edits of what was typed, or says what is wrong with it.
 *
 * @param sent fields of the form
 */
record EditForm(QueryString sent, Vocabulary list, Vocabularies lists, List<Wrong> wrong) {
    static final String ID = "kennung";
    static final String GERMAN = "deutsch";
    static final String ENGLISH = "englisch";
    static final String AFTER = "nach";
    static final String INTO = "ziel";
    static final String RETIRE = "zustand";
    /** Before the names of fields for the term that another one is split into: both stand on one page. */
    static final String PART = "teil-";

    static final int ID_LENGTH = 60;
    static final int LABEL_LENGTH = 200;

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    EditForm(QueryString sent, Vocabulary list, Vocabularies lists) {
        this(sent, list, lists, new ArrayList<>());
    }

    /** @param textKey says what is wrong with the field and what to do */
    record Wrong(String field, String textKey) {}

    /** Empty: something is {@link #wrong}. */
    Optional<Edit> add() {
        String id = id("", "");
        Label label = label("", "");
        return unlessWrong(() -> new Edit.Add(new TermId(list, id), label, one(AFTER)));
    }

    Optional<Edit> rename(Term term) {
        String id = id("", term.id().value());
        Label label = label("", term.id().value());
        if (id.equals(term.id().value()) && label.equals(term.label())) {
            wrong.add(new Wrong(GERMAN, "lists.wrong.same"));
        }
        return unlessWrong(() -> new Edit.Rename(term.id(), id, label));
    }

    Optional<Edit> split(Term term) {
        String id = id(PART, "");
        Label label = label(PART, "");
        return unlessWrong(() -> new Edit.Split(term.id(), new TermId(list, id), label));
    }

    Optional<Edit> merge(Term term) {
        Optional<TermId> into = lists.find(list, one(INTO)).map(Term::id);
        if (into.isEmpty() || into.get().equals(term.id()) || lists.isRetired(into.get())) {
            wrong.add(new Wrong(INTO, "lists.wrong.into"));
        }
        return unlessWrong(() -> new Edit.Merge(term.id(), into.orElseThrow()));
    }

    /** A list never gets empty. */
    Optional<Edit> retire(Term term) {
        if (lists.offered(list).stream().allMatch(term::equals)) {
            wrong.add(new Wrong(RETIRE, "lists.wrong.last"));
        }
        return unlessWrong(() -> new Edit.Retire(term.id()));
    }

    private Optional<Edit> unlessWrong(Supplier<Edit> edit) {
        return wrong.isEmpty() ? Optional.of(edit.get()) : Optional.empty();
    }

    String one(String name) {
        return sent.last(name).map(Typed::line).orElse("");
    }

    /** @param own id of the term that it is for, whose names it may have; empty: it is for a new one */
    private String id(String prefix, String own) {
        String id = one(prefix + ID);
        if (!KEBAB.matcher(id).matches() || id.length() > ID_LENGTH) {
            wrong.add(new Wrong(prefix + ID, "lists.wrong.id"));
        } else if (lists.named(list, id)
                .filter(known -> !known.id().value().equals(own))
                .isPresent()) {
            wrong.add(new Wrong(prefix + ID, "lists.wrong.taken"));
        }
        return id;
    }

    private Label label(String prefix, String own) {
        return new Label(text(prefix + GERMAN, own), text(prefix + ENGLISH, own));
    }

    private String text(String field, String own) {
        String label = one(field);
        if (label.isEmpty() || Typed.length(label) > LABEL_LENGTH) {
            wrong.add(new Wrong(field, "lists.wrong.label"));
        } else if (lists.terms(list).stream()
                .filter(term -> !term.id().value().equals(own))
                .anyMatch(term -> isSame(term.label().german(), label)
                        || isSame(term.label().english(), label))) {
            wrong.add(new Wrong(field, "lists.wrong.label_taken"));
        }
        return label;
    }

    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
