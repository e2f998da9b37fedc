package org.menfang.gate.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the gate until it is told to stop. What it takes is known to {@link RunArguments} as well.
@Command(
        name = "run",
        description = {
            "运行大门控制器，直到收到停止信号。",
            "Runs the gate until it is told to stop. Stopping brings every lock to its safe state."
        },
        header = "运行大门控制器 / run the gate",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:按要求停止 / stopped as asked",
            "64:用法错误 / wrong use",
            "69:硬件不可用，或文件夹被占用 / the hardware is not there, or the folder is in use",
            "70:内部错误；锁已回到安全状态 / internal fault; the locks are in their safe state",
            "74:存储故障 / storage",
            "78:配置文件有误，且没有可用的旧文件 / bad site file, and no good one from before"
        })
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--site",
            required = true,
            paramLabel = "FILE",
            description = "配置文件 / the site file")
    private Path site = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "数据文件夹，只写这里 / the data folder; nothing is written elsewhere")
    private Path data = Path.of("");

    @Option(
            names = "--hardware",
            paramLabel = "NAME",
            description = "硬件；默认为唯一可用的一种 / the hardware; default: the only one there is")
    private @Nullable String hardware;

    @Option(
            names = "--enrol",
            paramLabel = "CODE",
            description = {
                "值班中心给的一次性代码；加入中心后不再需要。",
                "one-time code of the hub; not needed any more once the gate has joined"
            })
    private @Nullable String code;

    @Option(
            names = "--watchdog",
            paramLabel = "DEVICE",
            description = {
                "主板的硬件看门狗，例如 /dev/watchdog；程序卡死时重启整台机器。",
                "the board's watchdog, such as /dev/watchdog, which restarts the machine if it hangs"
            })
    private @Nullable Path watchdog;

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "错误信息的语言 / language of the messages; default: that of the system")
    private Language language = Language.ofSystem();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Wiring.Request request =
                new Wiring.Request(
                        site,
                        data,
                        () -> HardwareChoice.choose(hardware),
                        code,
                        watchdog,
                        language);
        return GateRun.of(request, spec.commandLine().getErr());
    }
}
