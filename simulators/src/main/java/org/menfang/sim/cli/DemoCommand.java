package org.menfang.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.demo.Demo;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoOptions;
import org.menfang.sim.demo.DemoWords;
import org.menfang.sim.hardware.SimulationOptions;
import org.menfang.sim.time.SimulationClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Shows a living compound.
@Command(
        name = "demo",
        description = {
            "看一个活的小区：值班中心和一个大门控制器，设备和居民是模拟的。",
            "Shows a living compound: the hub and one gate as processes of their own, with simulated"
                    + " devices and people."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:ended as asked",
            "64:wrong use",
            "69:a port is taken, or a program does not come up",
            "70:internal fault"
        })
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--for",
            paramLabel = "30s",
            converter = LengthOfTime.class,
            description = "多久以后自己结束 / when to end by itself: 30s, 5m, 1h")
    private @Nullable Duration lasts;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "值班页面的端口；0 任选 / port of the board; 0 for any free one")
    private @Nullable Integer port;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "同一个数，同样的居民 / the same number, the same people; default: 1")
    private long seed;

    @Option(
            names = "--speed",
            defaultValue = "" + SimulationOptions.DEFAULT_SPEED,
            paramLabel = "N",
            description = "一秒过几秒 / seconds of the day in one second; default: 144, a day in 10 min")
    private double speed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "数据文件夹；默认用临时文件夹，结束时删除 / default: one that is removed in the end")
    private @Nullable Path data;

    @Option(names = "--language", paramLabel = "zh|en", description = "语言 / language")
    private DemoWords language =
            Locale.getDefault().getLanguage().equals("en") ? DemoWords.en : DemoWords.zh;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (!(speed > 0) || speed > SimulationClock.SPEED_MAX) {
            err.println("--speed lies above 0 and up to " + (long) SimulationClock.SPEED_MAX);
            return ExitStatus.WRONG_USE;
        }
        try {
            Demo demo = new Demo(options(), spec.commandLine().getOut());
            return runUntilSignal(demo);
        } catch (DemoFailure | IOException e) {
            err.println(e.getMessage());
            return ExitStatus.UNAVAILABLE;
        }
    }

    private DemoOptions options() throws IOException {
        return new DemoOptions(ExampleSite.file(), data, port, seed, speed, lasts, language);
    }

    /// A signal ends the demo as it ends by itself: programs stopped, folder gone, status 0.
    private static int runUntilSignal(Demo demo) throws DemoFailure, InterruptedException {
        Thread here = Thread.currentThread();
        Thread hook =
                Thread.ofPlatform()
                        .name("stop")
                        .unstarted(() -> {
                            demo.requestStop();
                            joinQuietly(here);
                        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            demo.run();
        } finally {
            removeHook(hook);
        }
        return ExitStatus.FINE;
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal has come already: everything is stopped, so this process may end.
            Runtime.getRuntime().halt(ExitStatus.FINE);
        }
    }

    /// Reads `30s`, `5m` or `1h`.
    static final class LengthOfTime implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smh])");

        @Override
        public Duration convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("write it as 30s, 5m or 1h");
            }
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }
    }
}
