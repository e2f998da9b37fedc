package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.demo.DemoFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `menfang soak`: runs for long, and tells what grows.
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "让一个大门和值班中心长时间运行，列出内存、线程、句柄和刷卡耗时，指出增长。",
            "Runs a gate and a hub for long; prints memory, threads, file handles and the time of a"
                    + " card again and again, and tells what grows."
        },
        exitCodeOnInvalidInput = BenchCommand.WRONG_USE,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:没有增长 / nothing grew",
            "1:有增长 / something grew",
            "64:用法错误 / wrong use",
            "69:程序起不来或没有回应 / a program does not come up, or does not answer",
            "70:内部错误 / internal fault"
        })
public final class SoakCommand implements Callable<Integer> {
    private static final int GREW = 1;
    private static final int UNAVAILABLE = 69;
    private static final int SPEED_MAX = 1_000;
    private static final int HOURS_MAX = 10_000;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "24",
            description = "模拟多少小时 / how many hours are simulated; default: ${DEFAULT-VALUE}")
    private double hours;

    @Option(
            names = "--speed",
            paramLabel = "S",
            defaultValue = "144",
            description = "比真实快多少倍 / how many times faster than life; default: ${DEFAULT-VALUE}")
    private int speed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "放数据的文件夹，数据留下 / a folder where the data stay")
    private @Nullable Path data;

    @Spec private CommandSpec spec = CommandSpec.create();

    public SoakCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!(hours > 0) || hours > HOURS_MAX || speed < 1 || speed > SPEED_MAX) {
            err.println("--hours lies above 0 and up to 10000, --speed between 1 and 1000");
            return BenchCommand.WRONG_USE;
        }
        try (Stage stage = Stage.open(data, "soak")) {
            Path site =
                    Path.of(System.getProperty("menfang.home", "."))
                            .resolve("edge-config/sites/clinic.yaml");
            List<String> grew = new Soak(stage, site, hours, speed, out).run();
            grew.forEach(what -> out.println("GREW: " + what));
            out.println(grew.isEmpty() ? "nothing grew" : "see the lines above");
            return grew.isEmpty() ? 0 : GREW;
        } catch (IOException | DemoFailure e) {
            err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return UNAVAILABLE;
        }
    }
}
