package org.praxisdatenbank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Ends a process whose {@link Launcher} was killed: nobody else would, and it would keep the home to itself. */
final class Launched {
    /** Set in a process that a launcher has started; its standard input ends when that launcher does. */
    static final String PROPERTY = "praxisdatenbank.launched";
    /** The file of options lies beside the jar and begins with the same name. */
    static final String OPTIONS = ".args";

    private static final int KILLED = 137;

    private Launched() {}

    /** Watches from now on, where a launcher has started this process. */
    static void endWithLauncher() {
        if (Boolean.getBoolean(PROPERTY)) {
            Thread.ofPlatform().daemon().name("launcher").start(() -> await(System.in));
        }
    }

    /** Nothing is closed: what a kill leaves behind is what the next start can live with. */
    private static void await(InputStream launcher) {
        try {
            launcher.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it is gone, too
        }
        Runtime.getRuntime().halt(KILLED);
    }
}
