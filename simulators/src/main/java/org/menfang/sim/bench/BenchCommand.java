package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.AccessTable;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `menfang bench`: measures and prints.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "测量并打印数字，与目标和比值并列；不判定合格与否。",
            "Measures, and prints each figure beside what it is to reach and their ratio. Nothing here"
                    + " passes or fails.",
            "",
            "  decision  只算判定；规则集的载入和更换 / the decision alone; a rule set is loaded and replaced",
            "  lock      读卡到开锁，日志同步写盘 / card to lock, with the journal on disk",
            "  ingest    值班中心每秒存下多少事件 / events a second that the hub stores for one gate",
            "  backlog   积压的事件补传，新警报先到 / a backlog arrives, and a new alarm overtakes it",
            "  drain     三天离线的事件经 256 kbit/s 补传，警报先到 / three days offline drain over a slow line,"
                    + " alarms first",
            "  browser   撬门到浏览器看见 / from a forced door to a browser that shows it",
            "  district  许多大门同时说话，许多页面开着 / many gates talk at once while pages are open",
            "  start     打包后的大门从启动到开锁 / a packaged gate from its start to a lock that moves",
            "  reach     打包后的大门：多次开门后的内存，空闲时的处理器 / a packaged gate: memory after many"
                    + " openings, processor at rest",
            "  osdp      一条线上八个 OSDP 读头的轮询间隔 / how often 8 OSDP readers on one line are polled",
            "  gpio      真内核上输入沿到输出，也经过整个大门 / from an edge to an output on a real kernel, also"
                    + " through the whole gate",
            "  wiegand   真内核上四个韦根读卡器同时全速 / 4 Wiegand readers at once at full speed, on a real"
                    + " kernel",
            ""
        },
        exitCodeOnInvalidInput = BenchCommand.WRONG_USE,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:测完 / measured",
            "64:用法错误 / wrong use",
            "69:程序起不来或没有回应 / a program does not come up, or does not answer",
            "70:内部错误 / internal fault"
        })
public final class BenchCommand implements Callable<Integer> {
    static final int WRONG_USE = 64;

    private static final int UNAVAILABLE = 69;
    private static final int[] CREDENTIALS = {10_000, 250_000};
    private static final int RULES_CREDENTIALS = 250_000;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "测哪些；不写则全测 / what to measure; nothing for all: ${COMPLETION-CANDIDATES}")
    private List<BenchName> names = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "放数据的文件夹，也就是被测的硬盘，数据留下；默认用临时文件夹，结束时删除",
                "a folder on the disk that is measured, where the data stay; without it a temporary"
                        + " one that is removed in the end"
            })
    private @Nullable Path data;

    @Option(
            names = "--cards",
            paramLabel = "N",
            defaultValue = "10000",
            description = "lock：多少张卡 / how many cards; default: ${DEFAULT-VALUE}")
    private int cards;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "100000",
            description = "ingest：多少事件 / how many events; default: ${DEFAULT-VALUE}")
    private int events;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            defaultValue = "100000",
            description = "backlog：积压多少事件 / how many events wait; default: ${DEFAULT-VALUE}")
    private int backlog;

    @Option(
            names = "--offline",
            paramLabel = "N",
            defaultValue = "20000",
            description = "drain：离线时积下多少事件 / how many events wait; default: ${DEFAULT-VALUE}")
    private int offline;

    @Option(
            names = "--doors",
            paramLabel = "N",
            defaultValue = "200",
            description = "browser：撬多少次门 / how many doors are forced; default: ${DEFAULT-VALUE}")
    private int doors;

    @Option(
            names = "--gates",
            paramLabel = "N",
            defaultValue = "93",
            description = "district：多少个大门 / how many gates; default: ${DEFAULT-VALUE}")
    private int gates;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "district、osdp、reach：多久 / how long they talk or rest; default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--openings",
            paramLabel = "N",
            defaultValue = "20000",
            description = {
                "reach：刷多少次卡（不推门）；默认 ${DEFAULT-VALUE}",
                "how many openings: cards held at readers, each granted and its lock released; the"
                        + " leaf is not pushed; default: ${DEFAULT-VALUE}"
            })
    private int openings;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "15",
            description = "start：启动多少次 / how many starts; default: ${DEFAULT-VALUE}")
    private int starts;

    @Option(
            names = "--edges",
            paramLabel = "N",
            defaultValue = "10000",
            description = "gpio：多少个沿 / how many edges; default: ${DEFAULT-VALUE}")
    private int edges;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "wiegand：每种速度发多少帧 / how many cards at each pace; default: ${DEFAULT-VALUE}")
    private int frames;

    @Spec private CommandSpec spec = CommandSpec.create();

    public BenchCommand() {}

    @Override
    public Integer call() throws SQLException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (IntStream.of(
                                cards, events, backlog, offline, doors, gates, seconds, starts,
                                openings, edges)
                        .min()
                        .orElseThrow()
                < 1) {
            err.println("every count is at least 1");
            return WRONG_USE;
        }
        try {
            FigureTable table = new FigureTable(System.out);
            table.head();
            for (BenchName name : BenchName.values()) {
                if (names.isEmpty() || names.contains(name)) {
                    measure(name, table);
                }
            }
            return 0;
        } catch (IOException | DemoFailure e) {
            err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return UNAVAILABLE;
        }
    }

    private void measure(BenchName name, FigureTable table)
            throws IOException, SQLException, InterruptedException, DemoFailure {
        table.title(name);
        try (Stage stage = Stage.open(data, name.name())) {
            run(name, stage).forEach(table::print);
        }
    }

    private List<Figure> run(BenchName name, Stage stage)
            throws IOException, SQLException, InterruptedException, DemoFailure {
        PrintStream err = System.err;
        return switch (name) {
            case decision -> decision();
            case lock -> lock(stage);
            case ingest -> new IngestBench(stage, siteFile(), events, err).run();
            case backlog -> new BacklogBench(stage, siteFile(), backlog, err).run();
            case drain -> new DrainBench(stage, siteFile(), offline, err).run();
            case browser -> new BrowserBench(stage, siteFile(), doors, err).run();
            case district ->
                    new DistrictBench(stage, siteFile(), gates, Duration.ofSeconds(seconds), err)
                            .run();
            case start -> new StartBench(stage, siteFile(), starts, err).run();
            case reach ->
                    new ReachBench(stage, siteFile(), openings, Duration.ofSeconds(seconds), err)
                            .run();
            case osdp -> new OsdpBench(stage.root(), Duration.ofSeconds(seconds)).run();
            case gpio -> new GpioBench(stage.root().resolve("rig"), edges).run();
            case wiegand -> new WiegandBench(stage.root().resolve("rig"), frames).run();
        };
    }

    private List<Figure> decision() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (int credentials : CREDENTIALS) {
            AccessTable table = AccessTable.of(site(), ManyCards.of(site(), credentials));
            figures.add(new DecisionBench(site(), table).run("rights", cards * 10));
        }
        figures.addAll(new SwapBench(site(), RULES_CREDENTIALS, cards * 10).run());
        return figures;
    }

    private List<Figure> lock(Stage stage) throws IOException, SQLException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (int credentials : CREDENTIALS) {
            figures.addAll(new CardToLockBench(site(), credentials, cards, stage.root()).run());
        }
        return figures;
    }

    private static Path siteFile() {
        return Path.of(System.getProperty("menfang.home", "."))
                .resolve("edge-config/sites/clinic.yaml");
    }

    private static Site site() throws IOException {
        Path file = siteFile();
        return switch (SiteFiles.check(file)) {
            case SiteCheck.Good good -> good.site();
            case SiteCheck.Bad bad ->
                    throw new IOException(file + " is no site file: " + bad.faults());
        };
    }
}
