package org.praxisdatenbank.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.praxisdatenbank.curation.Entered.Part;
import org.praxisdatenbank.curation.Reading.Wrong;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Typed;

/** Makes one edit of what was entered, or says what is wrong with it: the rules of pages, programs and commands. */
final class EditReader {
    static final int ID_LENGTH = 60;
    static final int LABEL_LENGTH = 200;

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Vocabularies lists;
    private final Vocabulary list;
    private final Entered entered;
    private final List<Wrong> wrong = new ArrayList<>();

    EditReader(Vocabularies lists, Vocabulary list, Entered entered) {
        this.lists = lists;
        this.list = list;
        this.entered = entered;
    }

    /** A new term; where no place was named it is the last one. */
    Reading add() {
        String id = id(Optional.empty());
        Label label = label(Optional.empty());
        String after = entered.find(Part.AFTER).orElseGet(this::last);
        if (!isPlace(after)) {
            wrong(Part.AFTER, "lists.wrong.after");
        }
        return unlessWrong(() -> new Edit.Add(new TermId(list, id), label, after));
    }

    private String last() {
        List<Term> terms = lists.terms(list);
        return terms.isEmpty() ? "" : terms.getLast().id().value();
    }

    private boolean isPlace(String after) {
        return after.isEmpty() || lists.find(list, after).isPresent();
    }

    /** @param kind not {@link EditKind#ADD} */
    Reading of(EditKind kind, Term term) {
        return switch (kind) {
            case ADD -> throw new IllegalArgumentException("a new term is no edit of " + term.id());
            case RENAME -> rename(term);
            case MERGE -> merge(term);
            case SPLIT -> split(term);
            case MOVE -> move(term);
            case RETIRE -> retire(term);
            case RESTORE -> new Reading.Right(new Edit.Reinstate(term.id()));
        };
    }

    /** What was not spoken of stays. */
    private Reading rename(Term term) {
        String id = id(Optional.of(term));
        Label label = label(Optional.of(term));
        if (id.equals(term.id().value()) && label.equals(term.label())) {
            wrong(Part.GERMAN, "lists.wrong.same");
        }
        return unlessWrong(() -> new Edit.Rename(term.id(), id, label));
    }

    private Reading split(Term term) {
        String id = id(Optional.empty());
        Label label = label(Optional.empty());
        return unlessWrong(() -> new Edit.Split(term.id(), new TermId(list, id), label));
    }

    private Reading merge(Term term) {
        Optional<TermId> into = lists.find(list, entered.text(Part.INTO)).map(Term::id);
        if (into.isEmpty() || into.get().equals(term.id()) || lists.isRetired(into.get())) {
            wrong(Part.INTO, "lists.wrong.into");
        }
        return unlessWrong(() -> new Edit.Merge(term.id(), into.orElseThrow()));
    }

    private Reading move(Term term) {
        Optional<String> after = entered.find(Part.AFTER).filter(this::isPlace);
        if (after.isEmpty() || after.get().equals(term.id().value())) {
            wrong(Part.AFTER, "lists.wrong.after");
        } else if (after.get().equals(ListDesk.before(lists, term))) {
            wrong(Part.AFTER, "lists.wrong.place");
        }
        return unlessWrong(() -> new Edit.Move(term.id(), after.orElseThrow()));
    }

    /** A list never gets empty. */
    private Reading retire(Term term) {
        if (lists.offered(list).stream().allMatch(term::equals)) {
            wrong(Part.STATE, "lists.wrong.last");
        }
        return unlessWrong(() -> new Edit.Retire(term.id()));
    }

    private Reading unlessWrong(Supplier<Edit> edit) {
        return wrong.isEmpty() ? new Reading.Right(edit.get()) : new Reading.Faulty(wrong);
    }

    private void wrong(Part part, String textKey) {
        wrong.add(new Wrong(part, textKey));
    }

    /** @param own the term that it is for, whose names it may have; empty: it is for a new one */
    private String id(Optional<Term> own) {
        String id = entered.find(Part.ID)
                .or(() -> own.map(term -> term.id().value()))
                .orElse("");
        if (!KEBAB.matcher(id).matches() || id.length() > ID_LENGTH) {
            wrong(Part.ID, "lists.wrong.id");
        } else if (lists.named(list, id).filter(known -> !isOwn(known, own)).isPresent()) {
            wrong(Part.ID, "lists.wrong.taken");
        }
        return id;
    }

    private static boolean isOwn(Term known, Optional<Term> own) {
        return own.filter(term -> term.id().equals(known.id())).isPresent();
    }

    private Label label(Optional<Term> own) {
        return new Label(
                text(Part.GERMAN, own, own.map(term -> term.label().german())),
                text(Part.ENGLISH, own, own.map(term -> term.label().english())));
    }

    private String text(Part part, Optional<Term> own, Optional<String> until) {
        String label = entered.find(part).or(() -> until).orElse("");
        if (label.isEmpty() || Typed.length(label) > LABEL_LENGTH) {
            wrong(part, "lists.wrong.label");
        } else if (lists.terms(list).stream()
                .filter(term -> !isOwn(term, own))
                .anyMatch(term -> isSame(term.label().german(), label)
                        || isSame(term.label().english(), label))) {
            wrong(part, "lists.wrong.label_taken");
        }
        return label;
    }

    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
