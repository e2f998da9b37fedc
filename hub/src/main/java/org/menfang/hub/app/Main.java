package org.menfang.hub.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import picocli.CommandLine;

/// Starts the program.
public final class Main {
    private static final String FOLDER = "org/menfang/hub/app/";

    private Main() {}

    public static void main(String[] arguments) {
        routeLogs();
        System.exit(run(arguments, writer(System.out), writer(System.err)));
    }

    /// Does what the arguments say and answers with the exit status.
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new HubCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::tellFault)
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

    private static int tellFault(
            Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        if (fault instanceof Refusal refusal) {
            command.getErr().println("menfang hub: " + refusal.getMessage());
            return refusal.exitStatus();
        }
        command.getErr().println("internal fault: " + fault);
        fault.printStackTrace(command.getErr());
        return ExitStatus.INTERNAL;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
