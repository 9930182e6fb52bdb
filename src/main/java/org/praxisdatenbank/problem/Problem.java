package org.praxisdatenbank.problem;

import java.time.LocalDate;
import java.util.List;

/** What a visitor may cause, as a value; everything else is a bug or an outage. */
public sealed interface Problem {

    /**
     * Nothing lives at this address or under this id.
     *
     * @param kind what was looked for, as in the URLs' English names: {@code practice}, {@code page}
     */
    record NotFound(String kind, String id) implements Problem {}

    /**
     * It was here once and has been withdrawn.
     *
     * @param since the day of withdrawal
     */
    record Gone(String kind, String id, LocalDate since) implements Problem {}

    /**
     * A parameter cannot be used as it is.
     *
     * @param parameter name in the query string
     * @param textKey key in the text properties; the text says what is wrong and what to do
     * @param arguments what the text shows, in its order; may come from the visitor, so it is escaped like all text
     */
    record Invalid(String parameter, String textKey, List<String> arguments) implements Problem {
        public Invalid {
            arguments = List.copyOf(arguments);
        }

        public Invalid(String parameter, String textKey, String... arguments) {
            this(parameter, textKey, List.of(arguments));
        }
    }

    /**
     * The service cannot answer yet or for the moment.
     *
     * @param what the part that is missing: {@code database}, {@code index}
     */
    record NotReady(String what) implements Problem {}

    /**
     * Whoever asks may not do this.
     *
     * @param why last part of a key in the texts: {@code role}, {@code other_site}
     */
    record Forbidden(String why) implements Problem {}

    /** Nobody can tell whose program asks: there is no token, or it does not hold. */
    record Unknown() implements Problem {}

    /**
     * What was asked for cannot be done as things stand now; later it may.
     *
     * @param why and what to do
     */
    record Conflict(Said why) implements Problem {}

    /** As an exception, to be thrown where it is met and answered at the edge. */
    default ProblemException raise() {
        return new ProblemException(this);
    }
}
