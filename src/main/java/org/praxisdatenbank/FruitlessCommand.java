package org.praxisdatenbank;

import java.time.YearMonth;
import org.praxisdatenbank.fruitless.FruitlessStore;
import picocli.CommandLine.Command;

/** Prints what people searched for and did not find. */
@Command(
        name = "fruitless",
        description = "Prints the searches that found nothing in the last twelve months, the most frequent first, an"
                + " object of JSON a line.",
        mixinStandardHelpOptions = true)
final class FruitlessCommand extends Commands.Task {
    FruitlessCommand(Commands commands) {
        commands.super();
    }

    @Override
    public Integer call() {
        return withStorage(
                (config, storage) -> new FruitlessStore(storage.database().jdbi())
                        .list(YearMonth.now(App.CLOCK), Integer.MAX_VALUE)
                        .forEach(search -> line().getOut().println(search.json())));
    }
}
