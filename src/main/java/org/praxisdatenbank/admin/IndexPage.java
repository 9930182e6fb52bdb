package org.praxisdatenbank.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.index.BuildState;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.sync.Difference;
import org.praxisdatenbank.sync.IndexKeeper.Checked;
import org.praxisdatenbank.sync.IndexOutcome;
import org.praxisdatenbank.sync.IndexWork.Ended;
import org.praxisdatenbank.sync.IndexWork.Running;
import org.praxisdatenbank.sync.Lag;
import org.praxisdatenbank.sync.Trouble;
import org.praxisdatenbank.sync.Verification;

/**
 * The index as admins see it, and what they can do about it.
 *
 * @param refused why what was asked for is not done; null: nothing was, or it is
 */
public record IndexPage(WorkFrame work, Standing standing, Happening happening, @Nullable String refused) {
    /** Key of the page's title. */
    static final String TITLE = "index.title";

    /** Of builds and comparisons, as they are told; those of another version of the program may be others. */
    public static final List<String> PHASES = List.of("start", "index", "merge", "verify", "catch up");

    /** So many ids are listed; of more the number is told. */
    private static final int MOST_IDS = 50;

    private static final int SECONDS_PER_MINUTE = 60;
    /** From there on minutes are told. */
    private static final int MANY_SECONDS = 120;

    /**
     * How the index stands.
     *
     * @param since when the live generation became that; null: there is none
     * @param before the generation before the live one
     * @param trouble what keeps it from following the database; null: nothing
     * @param check the last comparison; null: none since the start of the program
     */
    public record Standing(
            IndexState state,
            @Nullable Instant since,
            IndexState before,
            Lag lag,
            @Nullable Trouble trouble,
            @Nullable Checked check) {}

    /**
     * What is being done to it, and what was done last.
     *
     * @param build whoever runs it; null: nobody builds
     * @param running what somebody has asked this server for; null: nothing
     * @param last what was done so last; null: nothing since the start of the program
     */
    public record Happening(@Nullable BuildState build, @Nullable Running running, @Nullable Ended last) {}

    /** Null: none is served. */
    public IndexState.@Nullable Ready served() {
        return standing.state() instanceof IndexState.Ready ready ? ready : null;
    }

    /** Null: there is no way back. */
    public IndexState.@Nullable Ready earlier() {
        return standing.before() instanceof IndexState.Ready ready ? ready : null;
    }

    /** For the script: {@code building}, {@code working}, {@code idle}. */
    public String activity() {
        if (happening.build() != null) {
            return "building";
        }
        return happening.running() != null ? "working" : "idle";
    }

    /** How far what is being done is; null: nothing is. */
    public @Nullable Step step() {
        if (happening.build() != null) {
            return happening.build().step();
        }
        return happening.running() == null ? null : happening.running().step();
    }

    /** {@code Einlesen: 2.000 von 2.731, 1.000 je Sekunde, noch etwa 1 Sek.} */
    public String told(Step step) {
        String phase = phase(step.phase());
        if (step.total() < 0) {
            return phase;
        }
        String text = work.text("index.progress", phase, step.done(), step.total(), step.perSecond());
        if (step.secondsLeft() <= 0) {
            return text;
        }
        return step.secondsLeft() < MANY_SECONDS
                ? work.text("index.progress.seconds", text, step.secondsLeft())
                : work.text("index.progress.minutes", text, step.secondsLeft() / SECONDS_PER_MINUTE);
    }

    private String phase(String name) {
        return PHASES.contains(name) ? work.text("index.phase." + name.replace(' ', '_')) : name;
    }

    /** The differences that are listed. */
    public List<Difference> differences(Verification found) {
        return found.differences().stream().limit(MOST_IDS).toList();
    }

    /** How the index differs in that practice: {@code missing}. */
    public String kind(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> "missing";
            case Difference.Extra extra -> "extra";
            case Difference.Stale stale -> "stale";
        };
    }

    /** Whether all is well after it; a build that somebody has cancelled is. */
    public boolean isGood(IndexOutcome outcome) {
        return switch (outcome) {
            case IndexOutcome.Compared compared -> compared.result().isEqual();
            case IndexOutcome.Failed failed -> false;
            case IndexOutcome.Built built -> true;
            case IndexOutcome.WentBack back -> true;
            case IndexOutcome.Cancelled cancelled -> true;
        };
    }

    /** What came of it, and what to do. */
    public String told(IndexOutcome outcome) {
        return switch (outcome) {
            case IndexOutcome.Built built -> work.text("index.result.built", built.practices());
            case IndexOutcome.Compared compared -> told(compared.result());
            case IndexOutcome.WentBack back -> work.text("index.result.went_back");
            case IndexOutcome.Cancelled cancelled -> work.text("index.result.cancelled");
            case IndexOutcome.Failed failed ->
                work.text("index.failed." + failed.reason().id());
        };
    }

    /** The same of a comparison. */
    public String told(Verification result) {
        if (!result.damaged().isEmpty()) {
            return work.text("index.result.damaged");
        }
        return result.isEqual()
                ? work.text("index.result.equal", result.equal(), result.published())
                : work.text("index.result.different", result.different(), result.published());
    }
}
