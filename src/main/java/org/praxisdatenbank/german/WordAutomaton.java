package org.praxisdatenbank.german;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.stream.StreamSupport;
import morfologik.fsa.FSA;
import morfologik.fsa.FSATraversal;
import morfologik.fsa.MatchResult;

/**
 * Words as one automaton of their UTF-8 bytes: read at once, a fraction of the memory of a set of strings, and what is
 * no word is mostly told by its first letters. Nothing can be added. Safe for use by any thread.
 */
final class WordAutomaton extends AbstractSet<String> {
    private final FSA automaton;
    private final FSATraversal traversal;

    private WordAutomaton(FSA automaton) {
        this.automaton = automaton;
        this.traversal = new FSATraversal(automaton);
    }

    static WordAutomaton read(InputStream file) throws IOException {
        return new WordAutomaton(FSA.read(file));
    }

    @Override
    public boolean contains(Object word) {
        byte[] bytes = ((String) word).getBytes(StandardCharsets.UTF_8);
        return bytes.length > 0 && traversal.match(bytes).kind == MatchResult.EXACT_MATCH;
    }

    @Override
    public Iterator<String> iterator() {
        return StreamSupport.stream(automaton.spliterator(), false)
                .map(WordAutomaton::text)
                .iterator();
    }

    private static String text(ByteBuffer word) {
        return StandardCharsets.UTF_8.decode(word.duplicate()).toString();
    }

    /** Goes through all words. */
    @Override
    public int size() {
        return (int) StreamSupport.stream(automaton.spliterator(), false).count();
    }
}
