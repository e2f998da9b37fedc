package org.menfang.sim.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.menfang.sim.bench.BenchCommand;
import org.menfang.sim.bench.SoakCommand;
import org.menfang.sim.crash.CrashCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Starts the program.
@Command(
        name = "menfang",
        description = {
            "门房：给自管老旧小区的门禁与安防。",
            "Menfang: gates and security for compounds that their residents run."
        },
        subcommands = {
            DemoCommand.class,
            SimulateCommand.class,
            BenchCommand.class,
            CrashCommand.class,
            SoakCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL)
public final class Main {
    private static final String LOG_SETTINGS = "logback.configurationFile";

    private Main() {}

    public static void main(String[] arguments) {
        routeLogs();
        System.exit(run(arguments, writer(System.out), writer(System.err)));
    }

    /// Does what the arguments say and answers with the exit status.
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                // A fault is named like the act on a device: fire.
                .setAllowSubcommandsAsOptionParameters(true)
                .setExecutionExceptionHandler(Main::tellFault)
                .setParameterExceptionHandler(Main::tellWrongUse)
                .execute(arguments);
    }

    private static int tellWrongUse(CommandLine.ParameterException fault, String[] arguments) {
        PrintWriter err = fault.getCommandLine().getErr();
        err.println(fault.getMessage());
        fault.getCommandLine().usage(err);
        return ExitStatus.WRONG_USE;
    }

    /// Before anything logs. All programs of the product lie on one class path, each with settings
    /// of its own; so this one names its own.
    private static void routeLogs() {
        if (System.getProperty(LOG_SETTINGS) == null) {
            System.setProperty(LOG_SETTINGS, "org/menfang/sim/cli/logback.xml");
        }
    }

    private static int tellFault(
            Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("internal fault: " + fault);
        fault.printStackTrace(command.getErr());
        return ExitStatus.INTERNAL;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
