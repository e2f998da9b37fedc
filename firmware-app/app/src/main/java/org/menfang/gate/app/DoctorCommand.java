package org.menfang.gate.app;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.app.doctor.Doctor;
import org.menfang.gate.app.doctor.Report;
import org.menfang.gate.app.doctor.ReportText;
import org.menfang.gate.app.doctor.Tongue;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.json.Json;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFault;
import org.menfang.site.file.SiteFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks at everything on which a gate depends, and says what to do.
@Command(
        name = "doctor",
        description = {
            "给大门做体检：逐个读取输入、读头、时钟、磁盘、值班中心和供电，并说明怎么办。只读，不驱动任何输出。",
            "Looks at each pin, reader, clock, disk, hub and supply, and says what to do. It reads"
                    + " only and drives no output."
        },
        header = "给大门做体检 / look for what is wrong with a gate",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:全部正常 / all is well",
            "1:有要看的或坏的 / something is broken or to be looked at",
            "64:用法错误 / wrong use",
            "69:没有这种硬件 / there is no such hardware",
            "70:内部错误 / internal fault",
            "78:配置文件有误，且没有可用的旧文件 / bad site file, and no good one from before"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int COLUMNS = 80;
    private static final long LOOK_MILLIS = 2_000;

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
            description = "大门的数据文件夹 / the gate's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--hardware",
            paramLabel = "NAME",
            description = {
                "硬件，大门没有运行时才用；默认为唯一可用的一种。",
                "the hardware, used where no gate runs; default: the only one there is"
            })
    private @Nullable String hardware;

    @Option(
            names = "--watch",
            description = {
                "每 2 秒看一次，直到 Ctrl-C；大门没有运行时一直占着输入线，这期间大门启动不了。",
                "looks every 2 s until Ctrl-C; where no gate runs it holds the inputs, and none can"
                        + " start meanwhile"
            })
    private boolean watch;

    @Option(
            names = "--raw",
            description = {"显示整张卡的数据，这是秘密。", "shows all bits of cards, which are a secret"})
    private boolean raw;

    @Option(names = "--json", description = "给程序看的 JSON / one JSON document, for programs")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "只用一种语言；默认两种都有 / one language only; default: both")
    private @Nullable Language language;

    @Option(
            names = "--columns",
            paramLabel = "N",
            description = {
                "终端宽度，"
                        + ReportText.COLUMNS_MIN
                        + " 到 "
                        + ReportText.COLUMNS_MAX
                        + "；默认取 COLUMNS，再不然 80。",
                "width of the terminal; default: what COLUMNS says, else 80"
            })
    private @Nullable Integer columns;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (Doctor doctor = new Doctor(request())) {
            Report report = doctor.look();
            print(report);
            while (watch) {
                Thread.sleep(LOOK_MILLIS);
                report = doctor.look();
                print(report);
            }
            return report.asksForSomebody() ? ExitStatus.SOMETHING_TO_DO : ExitStatus.FINE;
        } catch (Refusal refusal) {
            err.println("menfang gate: " + refusal.getMessage());
            return refusal.exitStatus();
        }
    }

    private Doctor.Request request() throws Refusal {
        List<SiteFault> faults = new ArrayList<>();
        Site known =
                switch (SiteFiles.check(site)) {
                    case SiteCheck.Good(Site good) -> good;
                    case SiteCheck.Bad(List<SiteFault> found) -> {
                        faults.addAll(found);
                        yield SiteFiles.lastGood(data).orElseThrow(() -> badFile(found));
                    }
                };
        List<Path> sockets = new ArrayList<>();
        sockets.add(DataFolder.socket(data));
        MemoryFolder.ofThisMachine()
                .standInsOf(data)
                .forEach(folder -> sockets.add(DataFolder.socket(folder)));
        return new Doctor.Request(
                site,
                known,
                faults,
                data,
                sockets,
                () -> DataFolder.isTaken(data),
                board(),
                DataFolder.keys(data),
                new AcceptedKeys(DataFolder.keys(data)),
                Build.current().madeAt(),
                raw);
    }

    private Refusal badFile(List<SiteFault> faults) {
        faults.forEach(fault ->
                spec.commandLine()
                        .getErr()
                        .println(
                                fault.describe(
                                        site.toString(),
                                        (language == null ? Language.ofSystem() : language)
                                                .locale())));
        return new Refusal(
                ExitStatus.BAD_FILE, "the site file is bad, and there is no good one from before");
    }

    /// Without a name it may not be known which; a running gate can be asked all the same.
    private @Nullable HardwareProvider board() throws Refusal {
        try {
            return HardwareChoice.choose(hardware);
        } catch (Refusal refusal) {
            if (hardware == null) {
                return null;
            }
            throw refusal;
        }
    }

    private void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.write(report.forPrograms()), StandardCharsets.UTF_8));
            return;
        }
        if (watch
                && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            // From the top of an empty screen.
            out.print("\u001b[H\u001b[2J");
        }
        new ReportText(tongue(), width(), raw).lines(report).forEach(out::println);
        out.flush();
    }

    private Tongue tongue() {
        if (language == null) {
            return Tongue.BOTH;
        }
        return switch (language) {
            case zh -> Tongue.CHINESE;
            case en -> Tongue.ENGLISH;
        };
    }

    private int width() {
        if (columns != null) {
            return columns;
        }
        String said = System.getenv("COLUMNS");
        return said != null && said.matches("[0-9]{1,3}") ? Integer.parseInt(said) : COLUMNS;
    }
}
