package org.menfang.hub.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.BookStore;
import org.menfang.hub.book.DamagedBookException;
import org.menfang.hub.book.Head;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.SqliteBook;
import org.menfang.vocabulary.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Replays the hub's log and says whether a head that somebody wrote down is still in it.
@Command(
        name = "verify-log",
        description = {
            "核对值班中心的日志：逐条重算，看有没有被改过。",
            "Checks the hub's log line by line: whether anything in it was changed."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:日志完整 / whole",
            "64:用法错误 / wrong use",
            "69:这里没有值班中心的日志 / there is no hub's log here",
            "74:日志被改过，或读不了 / changed, or not readable"
        })
final class VerifyLogCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--head",
            paramLabel = "SEQ:HASH",
            description = {
                "从前抄下的日志末尾，看它还在不在",
                "an end of the log that was written down earlier: is it still in it?"
            })
    private @Nullable String head;

    @Spec private CommandSpec spec = CommandSpec.create();

    /// An end of the log, as somebody wrote it down.
    private record Noted(long seq, Sha256 hash) {
        static Noted of(String text) throws Refusal {
            String[] parts = text.strip().split(":", -1);
            try {
                if (parts.length == 2) {
                    return new Noted(Long.parseLong(parts[0]), new Sha256(parts[1]));
                }
            } catch (IllegalArgumentException e) {
                throw wrong(e);
            }
            throw wrong(null);
        }

        private static Refusal wrong(@Nullable Throwable why) {
            Refusal refusal =
                    new Refusal(
                            ExitStatus.WRONG_USE,
                            "--head: a number, a colon, and 64 letters and digits");
            if (why != null) {
                refusal.initCause(why);
            }
            return refusal;
        }
    }

    @Override
    public Integer call() throws Refusal {
        Noted noted = head == null ? null : Noted.of(head);
        if (!Files.isRegularFile(data.resolve("hub.db"))) {
            throw new Refusal(ExitStatus.UNAVAILABLE, "no hub ever ran on " + data);
        }
        try (Database database = DataFolder.open(data).database()) {
            return verify(new SqliteBook(database), noted);
        } catch (DamagedBookException e) {
            say("日志被改过 / the log was changed: " + e.getMessage());
            return ExitStatus.STORAGE;
        }
    }

    private int verify(BookStore store, @Nullable Noted noted) {
        Head end = Book.open(store, InstantSource.system(), List.of()).head();
        say("日志完整 / the log is whole: " + end.seq() + ":" + end.hash() + " (" + end.at() + ")");
        if (noted == null) {
            return ExitStatus.FINE;
        }
        AtomicBoolean found = new AtomicBoolean(noted.seq() == 0 && end.seq() == 0);
        store.replay(line -> {
            if (line.seq() == noted.seq() && line.hash().equals(noted.hash())) {
                found.set(true);
            }
        });
        if (found.get()) {
            say("抄下的第 " + noted.seq() + " 条还在 / the head that was noted is still in it");
            return ExitStatus.FINE;
        }
        say(
                "抄下的第 "
                        + noted.seq()
                        + " 条不在了：日志被换过 / the head that was noted is not in it: the log"
                        + " was replaced");
        return ExitStatus.STORAGE;
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
