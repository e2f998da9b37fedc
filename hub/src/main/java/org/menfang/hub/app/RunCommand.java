package org.menfang.hub.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the hub until it is told to stop.
@Command(
        name = "run",
        description = {"运行值班中心，直到收到停止信号。", "Runs the hub until it is told to stop."},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:按要求停止 / stopped as asked",
            "64:用法错误 / wrong use",
            "69:端口或文件夹被占用 / a port or the folder is in use",
            "70:内部错误 / internal fault",
            "74:存储故障 / storage",
            "78:配置文件有误 / bad configuration file"
        })
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "配置文件；不写则用默认值 / the configuration; without it, the defaults")
    private @Nullable Path config;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "数据文件夹，只写这里 / the data folder; nothing is written elsewhere")
    private Path data = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "错误信息的语言 / language of the messages; default: that of the system")
    private Language language = Language.ofSystem();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        HubConfig settings = HubConfig.DEFAULT;
        if (config != null) {
            switch (ConfigFile.check(config)) {
                case ConfigCheck.Good(HubConfig good) -> settings = good;
                case ConfigCheck.Bad(var faults) -> {
                    for (ConfigFault fault : faults) {
                        spec.commandLine()
                                .getErr()
                                .println(fault.describe(config.toString(), language.locale()));
                    }
                    return ExitStatus.BAD_FILE;
                }
            }
        }
        RunningHub hub = RunningHub.start(settings, DataFolder.open(data), at -> tell(at, out));
        return untilTheEnd(hub);
    }

    private void tell(Endpoints endpoints, PrintWriter out) {
        out.println("值班页面 / board: " + endpoints.board());
        if (endpoints.board().startsWith("https:")) {
            out.println(
                    "证书指纹 / certificate of the hub: "
                            + endpoints.authority()
                            + ", "
                            + endpoints.board()
                            + "/open/trust");
        }
        out.println("MQTT: " + endpoints.mqttPort());
        out.println("HTTPS: " + endpoints.devicePort());
        out.println(
                "登录链接 / sign-in link: menfang hub sign-in --name NAME --role COMMITTEE --data "
                        + data);
    }

    /// Waits for the end, which is either the hub's own or a signal. A signal would make the exit
    /// status 143 though the hub stopped as it was asked to; so the hook ends the process itself,
    /// when everything is closed.
    private static int untilTheEnd(RunningHub hub) throws InterruptedException {
        AtomicBoolean ending = new AtomicBoolean();
        Thread hook =
                Thread.ofPlatform()
                        .name("stop")
                        .unstarted(() -> {
                            if (ending.compareAndSet(false, true)) {
                                hub.stop();
                                Runtime.getRuntime().halt(ExitStatus.FINE);
                            }
                        });
        Runtime.getRuntime().addShutdownHook(hook);
        int exitStatus = hub.awaitEnd();
        if (!ending.compareAndSet(false, true)) {
            hook.join();
        }
        return exitStatus;
    }
}
