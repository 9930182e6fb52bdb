package org.praxisdatenbank.german;

import de.danielnaber.jwordsplitter.EmbeddedGermanDictionary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import morfologik.fsa.FSA;
import morfologik.fsa.builders.CFSA2Serializer;
import morfologik.fsa.builders.FSABuilder;

/** Writes the {@link BuiltLists}; a step of the build, no part of the running program. */
final class ListBuilder {
    private ListBuilder() {}

    /** @param arguments the folder of the compiled program */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(BuiltLists.FOLDER));
        Set<String> words = words();
        try (OutputStream file = Files.newOutputStream(folder.resolve(BuiltLists.WORDS))) {
            new CFSA2Serializer().serialize(automaton(words), file);
        }
        Files.writeString(folder.resolve(BuiltLists.TERMS), terms(new German(words, new Thesaurus())));
    }

    /** Those of jWordSplitter and of {@code parts.tsv}, these in all their forms. */
    static Set<String> words() {
        Forms forms = new Forms(new Lexicon());
        Set<String> words = new HashSet<>(EmbeddedGermanDictionary.getWords());
        for (List<String> row : Table.read("parts.tsv", 1)) {
            String word = row.getFirst();
            words.add(word);
            Compounds.ENDINGS.stream()
                    .map(word::concat)
                    .filter(form -> forms.base(form).filter(word::equals).isPresent())
                    .forEach(words::add);
        }
        return words;
    }

    private static FSA automaton(Set<String> words) {
        byte[][] sorted = words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .sorted(FSABuilder.LEXICAL_ORDERING)
                .toArray(byte[][]::new);
        return FSABuilder.build(sorted);
    }

    /** @param german knows the words of compounds */
    private static String terms(German german) {
        return Thesaurus.listed()
                .map(term -> BuiltLists.line(term, new Thesaurus.Term(german.stems(term), german.tellingStems(term))))
                .collect(Collectors.joining());
    }
}
