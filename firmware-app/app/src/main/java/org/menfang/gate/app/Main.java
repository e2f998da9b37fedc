package org.menfang.gate.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.LogManager;
import picocli.CommandLine;

/// Starts the program.
public final class Main {
    private static final String FOLDER = "org/menfang/gate/app/";

    private Main() {}

    public static void main(String[] arguments) {
        routeLogs();
        System.exit(start(arguments, writer(System.out), writer(System.err)));
    }

    private static int start(String[] arguments, PrintWriter out, PrintWriter err) {
        Optional<Wiring.Request> plain = RunArguments.read(arguments);
        if (plain.isEmpty()) {
            return run(arguments, out, err);
        }
        try {
            return GateRun.of(plain.get(), err);
        } catch (RuntimeException | InterruptedException fault) {
            return tellFault(fault, err);
        }
    }

    /// Does what the arguments say and answers with the exit status.
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new GateCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((fault, _, _) -> tellFault(fault, err))
                .execute(arguments);
    }

    /// Before anything logs. Every program of the product brings settings of its own, and all of
    /// them may lie on one class path; so this one names its own.
    private static void routeLogs() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", FOLDER + "logback.xml");
        }
        try (InputStream settings = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int tellFault(Exception fault, PrintWriter err) {
        err.println("internal fault: " + fault);
        fault.printStackTrace(err);
        return ExitStatus.INTERNAL;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
