package org.menfang.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `menfang fuzz`: looks for input that breaks a reader, for as long as somebody wants.
@Command(
        name = "menfang fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "用模糊测试寻找能让程序出错的输入：站点文件、规则、消息、通行证、标签、密钥、网页请求……",
            "Looks for input that breaks a reader: of site files, rules, messages, passes, tags, keys,"
                    + " requests. A fault is something thrown that is not declared, 50 ms, or 64 MB.",
            ""
        },
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:没有发现 / nothing found",
            "1:发现了错误 / a fault was found",
            "64:用法错误 / wrong use",
            "70:内部错误 / internal fault"
        })
public final class FuzzCommand implements Callable<Integer> {
    private static final int FINE = 0;
    private static final int BROKEN_PROMISE = 1;
    private static final int WRONG_USE = 64;
    private static final int FAULTS_MAX = 10;
    private static final int MINUTES_MAX = 7 * 24 * 60;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "5",
            description = "总共多少分钟 / how many minutes in all; default: ${DEFAULT-VALUE}")
    private int minutes;

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description = {"只测这一个所在的一组 / only the group of this reader"})
    private @Nullable String reader;

    @Option(
            names = "--input",
            description = {
                "只试标准输入里的一行（格式与保存的输入相同）",
                "only try the line on standard input, as it stands in a file of kept inputs;"
                        + " with --reader"
            })
    private boolean input;

    @Option(
            names = "--list",
            description = {"列出全部 / list the readers, in their groups"})
    private boolean list;

    @Option(
            names = "--keep",
            description = {
                "把值得保留的输入写进源代码 / write the inputs that are worth keeping into the sources"
            })
    private boolean keep;

    @Spec private CommandSpec spec = CommandSpec.create();

    private FuzzCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FuzzCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Room.real()
                    .forEach(room ->
                            room.targets()
                                    .forEach(target ->
                                            out.println(room.name() + " " + target.name())));
            return FINE;
        }
        Optional<Room> room = roomOf(reader);
        if (minutes < 1 || minutes > MINUTES_MAX || (reader != null && room.isEmpty())) {
            return wrongUse("--minutes takes 1 to " + MINUTES_MAX + ", --reader a name of --list");
        }
        if (input) {
            return room.isPresent() ? tryOne(room.get(), out) : wrongUse("--input needs --reader");
        }
        return fuzz(room.map(List::of).orElseGet(Room::real), out);
    }

    private int fuzz(List<Room> rooms, PrintWriter out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("menfang-fuzz-");
        int atOnce = Math.min(rooms.size(), Runtime.getRuntime().availableProcessors());
        int turns = (rooms.size() + atOnce - 1) / atOnce;
        List<FuzzProcess.Outcome> outcomes =
                new FuzzRun(folder, FAULTS_MAX)
                        .inTurn(rooms, Duration.ofMinutes(minutes).dividedBy(turns));
        new FuzzReport(out).print(outcomes);
        if (keep) {
            out.println(new Keeping(folder).keep(rooms) + " inputs are kept");
        }
        if (outcomes.stream().allMatch(FuzzProcess.Outcome::isSound)) {
            delete(folder);
            return FINE;
        }
        out.println("logs: " + folder);
        return BROKEN_PROMISE;
    }

    /// What an input does, with the trace where it breaks something.
    private int tryOne(Room room, PrintWriter out) throws IOException {
        FuzzTarget target =
                room.targets().stream()
                        .filter(each -> each.name().equals(reader))
                        .findFirst()
                        .orElseThrow();
        String line = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try {
            long nanos = Bounds.check(target, InputText.read(line.strip()));
            out.printf("%s: %.1f ms%n", target.name(), nanos / 1e6);
            return FINE;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            e.printStackTrace(out);
            out.flush();
            return BROKEN_PROMISE;
        }
    }

    private static Optional<Room> roomOf(@Nullable String reader) {
        return Room.real().stream()
                .filter(room ->
                        room.targets().stream().anyMatch(target -> target.name().equals(reader)))
                .findFirst();
    }

    private int wrongUse(String why) {
        spec.commandLine().getErr().println(why);
        return WRONG_USE;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(path -> {
                        try {
                            Files.delete(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
