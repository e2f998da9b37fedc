package org.menfang.gate.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.hardware.ReaderInstalls.Progress;
import org.menfang.gate.local.LocalQuestions;
import org.menfang.vocabulary.ReaderId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Has the running gate give a reader its key, and says how that goes.
@Command(
        name = "osdp-install",
        description = {
            "给 OSDP 读头换上自己的密钥；大门须在运行，10 分钟后自动结束。",
            "Gives an OSDP reader a key of its own. The gate has to run; ends by itself after 10"
                    + " minutes."
        },
        header = "给 OSDP 读头设置密钥 / give an OSDP reader its key",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:读头已有自己的密钥 / the reader has its own key",
            "64:用法错误 / wrong use",
            "69:大门没有运行，或读头没有换上密钥 / the gate does not run, or the reader took no key",
            "70:内部错误 / internal fault"
        })
final class OsdpInstallCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;

    @Parameters(paramLabel = "READER", description = "读头 / the reader, as the site file names it")
    private String reader = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "大门的数据文件夹 / the gate's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--found-at",
            paramLabel = "ADDRESS",
            description = {
                "读头现在的地址，若与配置文件不同。",
                "the address that the reader has now, where the site file says another one"
            })
    private @Nullable Integer foundAt;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        ReaderId id;
        try {
            id = new ReaderId(reader);
        } catch (IllegalArgumentException e) {
            err.println("menfang gate: " + e.getMessage());
            return ExitStatus.WRONG_USE;
        }
        ReaderInstalls gate = new LocalQuestions(DataFolder.socket(data));
        Optional<String> refusal =
                gate.beginInstall(
                        id, foundAt == null ? OptionalInt.empty() : OptionalInt.of(foundAt));
        if (refusal.isPresent()) {
            err.println("menfang gate: " + refusal.get());
            return ExitStatus.UNAVAILABLE;
        }
        return untilTheEnd(gate, id);
    }

    private int untilTheEnd(ReaderInstalls gate, ReaderId id) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("正在设置，最多 10 分钟 / at work, for 10 minutes at most");
        String told = "";
        while (true) {
            Progress now = gate.progress(id).orElse(null);
            if (now == null) {
                spec.commandLine().getErr().println("大门停了 / the gate has stopped");
                return ExitStatus.UNAVAILABLE;
            }
            if (now.online() && !now.running()) {
                out.println("好了：" + id + " 已有自己的密钥 / done: it has a key of its own");
                return ExitStatus.FINE;
            }
            if (!now.fault().isEmpty() && !now.fault().equals(told)) {
                told = now.fault();
                out.println(told);
            }
            if (!now.running()) {
                spec.commandLine().getErr().println("没有设置成 / it was given no key");
                return ExitStatus.UNAVAILABLE;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
