package org.praxisdatenbank.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.problem.Refused;

/** A second JVM that starts or joins the embedded database, says how it went, and stays until its input ends. */
final class ChildProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildProgram(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildProgram start(Path home, Use use, String sql) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ChildProgram.class.getName(), home.toString(), use.name(), sql));
        return new ChildProgram(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Executes one query in the database and prints its only value, or why it was refused. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedDatabase embedded =
                        EmbeddedDatabase.startOrAttach(Path.of(arguments[0]), Use.valueOf(arguments[1]));
                Database database = Database.open(embedded.address(), 2)) {
            String answer = database.jdbi()
                    .withHandle(db ->
                            db.createQuery(arguments[2]).mapTo(String.class).one());
            System.out.println("answer " + answer);
            int end = System.in.read();
            System.out.println("closing " + end);
        } catch (Refused e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    /** The next line that the child says. */
    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
