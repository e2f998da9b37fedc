package org.menfang.gate.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.reader.Wiegand;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.ReaderId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a whole gate once without hardware: a resident of its own is let in, and it stops.
///
/// Whoever installs a version learns by it whether the program works on this machine at all, and
/// the Java machine learns which classes a start needs.
@Command(
        name = "rehearse",
        description = {
            "不接硬件，排练一次：启动、放行一位虚构的居民、停止。安装新版本时用它检查程序能否在本机运行。",
            "Rehearses without hardware: starts, lets a resident in who does not exist, and stops."
                    + " Shows whether the program works on this machine."
        },
        header = "不接硬件排练一次 / rehearse without hardware",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:排练成功 / it works",
            "64:用法错误 / wrong use",
            "70:内部错误 / internal fault",
            "74:文件夹已存在或不能写 / the folder is there already, or cannot be written"
        })
final class RehearseCommand implements Callable<Integer> {
    private static final ReaderId READER = new ReaderId("lane-reader");
    private static final CredentialIdentifier CARD = new CredentialIdentifier("wiegand-26:03:1A2B");
    private static final long ANSWER_SECONDS_MAX = 30;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "新的文件夹，只写这里 / a new folder; nothing is written elsewhere")
    private Path data = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Files.exists(data)) {
            return tell(new Refusal(ExitStatus.STORAGE, "the folder is there already: " + data));
        }
        Files.createDirectories(data);
        Path site = copied("site.yaml");
        int imported = importRules();
        return imported == ExitStatus.FINE ? rehearse(site) : imported;
    }

    private int importRules() throws IOException {
        String rules = copied("rules.json").toString();
        String[] arguments = {"import", "--rules", rules, "--data", gate().toString()};
        return Main.run(arguments, out(), spec.commandLine().getErr());
    }

    private int rehearse(Path site) throws InterruptedException {
        RehearsalHardware hardware = new RehearsalHardware();
        Wiring.Request request =
                new Wiring.Request(site, gate(), () -> hardware, null, null, Language.ofSystem());
        try {
            RunningGate running = new Wiring(request, out()::println).start();
            try {
                return answer(hardware);
            } finally {
                running.stop("the rehearsal is over");
            }
        } catch (Refusal refusal) {
            return tell(refusal);
        }
    }

    private int answer(RehearsalHardware hardware) throws InterruptedException {
        try {
            ReaderFeedback feedback =
                    hardware.show(READER, Wiegand.encode(CARD).orElseThrow())
                            .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            out().println("the rehearsed resident: " + feedback);
            return feedback == ReaderFeedback.GRANTED ? ExitStatus.FINE : ExitStatus.INTERNAL;
        } catch (ExecutionException | TimeoutException e) {
            out().println("the rehearsed resident has no answer: " + e);
            return ExitStatus.INTERNAL;
        }
    }

    private Path gate() {
        return data.resolve("gate");
    }

    private Path copied(String name) throws IOException {
        Path file = data.resolve(name);
        try (InputStream text = RehearseCommand.class.getResourceAsStream("rehearsal/" + name)) {
            if (text == null) {
                throw new IllegalStateException(name + " is not packaged");
            }
            Files.copy(text, file);
        }
        return file;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int tell(Refusal refusal) {
        spec.commandLine().getErr().println("menfang gate: " + refusal.getMessage());
        return refusal.exitStatus();
    }
}
