package org.praxisdatenbank.index;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Transition;

/**
 * What somebody has typed so far.
 *
 * @param text in normal form, one space between words; at least one letter or digit
 * @param edits letters that may be wrong, missing, too many or the wrong way round, but not the first; 0 to 2
 */
record Beginning(String text, int edits) {
    private static final int SHORTEST_WITH_EDIT = 4;
    private static final int SHORTEST_WITH_TWO_EDITS = 8;
    private static final int LARGEST_BYTE = 0xFF;

    /** Edits that a text of this length may have. */
    int mostEdits() {
        int letters = (int) text.codePoints().filter(Character::isLetter).count();
        if (letters < SHORTEST_WITH_EDIT) {
            return 0;
        }
        return letters < SHORTEST_WITH_TWO_EDITS ? 1 : 2;
    }

    Beginning with(int otherEdits) {
        return new Beginning(text, otherEdits);
    }

    /**
     * Accepts the bytes of every text that begins like this, behind the mark of the place. Deterministic. In normal form
     * letters are bytes, but for foreign scripts; over characters it would take many times as long to make.
     */
    Automaton automaton(KeyPlace place) {
        int[] bytes = codes(text);
        int first = codes(text.substring(0, text.offsetByCodePoints(0, 1))).length;
        String fixed = place.mark() + new String(bytes, 0, first);
        int[] rest = Arrays.copyOfRange(bytes, first, bytes.length);
        return andMore(new LevenshteinAutomata(rest, LARGEST_BYTE, true).toAutomaton(edits, fixed));
    }

    private static int[] codes(String text) {
        BytesRef bytes = new BytesRef(text);
        return IntStream.range(0, bytes.length)
                .map(index -> Byte.toUnsignedInt(bytes.bytes[bytes.offset + index]))
                .toArray();
    }

    /** Where the text may end, anything may follow. */
    private static Automaton andMore(Automaton ending) {
        Automaton open = new Automaton(ending.getNumStates() + 1, ending.getNumTransitions() + 1);
        for (int state = 0; state <= ending.getNumStates(); state++) {
            open.createState();
        }
        int anything = ending.getNumStates();
        Transition transition = new Transition();
        for (int state = 0; state < ending.getNumStates(); state++) {
            int transitions = ending.isAccept(state) ? 0 : ending.initTransition(state, transition);
            for (int number = 0; number < transitions; number++) {
                ending.getNextTransition(transition);
                int next = ending.isAccept(transition.dest) ? anything : transition.dest;
                open.addTransition(state, next, transition.min, transition.max);
            }
        }
        open.addTransition(anything, anything, 0, LARGEST_BYTE);
        open.setAccept(anything, true);
        open.finishState();
        return open;
    }
}
