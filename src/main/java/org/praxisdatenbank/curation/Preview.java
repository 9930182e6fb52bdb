package org.praxisdatenbank.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.praxisdatenbank.curation.AffectedStore.Affected;
import org.praxisdatenbank.curation.AffectedStore.Carrier;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Texts;

/**
 * What an edit would change; nothing has been changed yet.
 *
 * @param version of the list
 * @param what in one sentence
 * @param notes what else should be known
 * @param affected what carries the term
 * @param first some of the practices that do
 * @param addresses that go on working, and where they lead
 */
public record Preview(
        long version,
        String what,
        List<String> notes,
        Affected affected,
        List<Carrier> first,
        List<Address> addresses) {
    public Preview {
        notes = List.copyOf(notes);
        first = List.copyOf(first);
        addresses = List.copyOf(addresses);
    }

    /** The same, once it was done and the list has another version. */
    Preview at(long now) {
        return new Preview(now, what, notes, affected, first, addresses);
    }

    /** An address as it may have been kept somewhere, and the one that it leads to from then on. */
    public record Address(String from, String to) {}

    /** Says in the language of the texts what an edit does. */
    record Words(Texts texts, Vocabularies lists) {
        String what(Edit edit) {
            String term = edit instanceof Edit.Add add ? in(add.label()) : label(edit.term());
            return switch (edit) {
                case Edit.Add add ->
                    texts.get("lists.what.add", term, add.term().value());
                case Edit.Rename rename ->
                    texts.get(
                            rename.isOtherId() ? "lists.what.rename_id" : "lists.what.rename",
                            term,
                            rename.label().german(),
                            rename.label().english(),
                            rename.id());
                case Edit.Merge merge -> texts.get("lists.what.merge", term, label(merge.into()));
                case Edit.Split split -> texts.get("lists.what.split", term, in(split.label()));
                case Edit.Move move when move.after().isEmpty() -> texts.get("lists.what.move_first", term);
                case Edit.Move move -> texts.get("lists.what.move", term, label(new TermId(move.list(), move.after())));
                case Edit.Retire retire -> texts.get("lists.what.retire", term);
                case Edit.Reinstate reinstate -> texts.get("lists.what.reinstate", term);
            };
        }

        List<String> notes(Edit edit, Affected affected) {
            List<String> notes = new ArrayList<>();
            switch (edit) {
                case Edit.Rename rename when rename.isOtherId() -> notes.add(texts.get("lists.note.revisions"));
                case Edit.Rename rename -> notes.add(texts.get("lists.note.rename"));
                case Edit.Merge merge -> {
                    notes.add(texts.get("lists.note.merge", label(edit.term()), label(merge.into())));
                    notes.add(texts.get("lists.note.revisions"));
                }
                case Edit.Split split -> notes.add(texts.get("lists.note.split"));
                case Edit.Move move -> notes.add(texts.get("lists.note.move"));
                case Edit.Retire retire ->
                    notes.add(texts.get(affected.published() > 0 ? "lists.note.retire" : "lists.note.retire_unused"));
                case Edit.Reinstate reinstate -> {}
                case Edit.Add add -> {}
            }
            return notes;
        }

        private String label(TermId id) {
            return lists.label(id, texts.language());
        }

        private String in(Label label) {
            return label.in(texts.language());
        }
    }

    /** Those that lead elsewhere; none where all stay as they are. */
    static List<Address> addresses(Edit edit, Vocabularies lists) {
        String current =
                switch (edit) {
                    case Edit.Rename rename -> rename.id();
                    case Edit.Merge merge -> merge.into().value();
                    default -> edit.term().value();
                };
        if (current.equals(edit.term().value())) {
            return List.of();
        }
        return Stream.concat(Stream.of(edit.term().value()), lists.aliases(edit.term()).stream())
                .filter(name -> !name.equals(current.toLowerCase(Locale.ROOT)))
                .flatMap(name -> addresses(edit.list(), name, current))
                .toList();
    }

    private static Stream<Address> addresses(Vocabulary list, String name, String current) {
        Stream<Address> filters = Stream.of("/suche", "/api/v1/practices")
                .map(page -> page + "?" + list.id() + "=")
                .map(address -> new Address(address + name, address + current));
        return list == Vocabulary.TOPIC
                ? Stream.concat(filters, Stream.of(new Address("/themen/" + name, "/themen/" + current)))
                : filters;
    }
}
