package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.keep.BackupKey;
import org.menfang.hub.keep.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a hub's data folder from a backup, or only looks whether it could.
@Command(
        name = "restore",
        header = "从备份恢复 / restore a backup",
        description = {
            "从备份恢复出一个新的数据文件夹；绝不覆盖已有的。先核对每个文件和日志的哈希链。",
            "Makes a new data folder from a backup, and never writes over one that is there. Every"
                    + " file and the chain of the log are checked first."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "69:目标已存在 / the folder is there already",
            "74:存储故障 / storage",
            "78:备份已损坏或密钥不对 / the backup is damaged, or the key is another one"
        })
final class RestoreCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "备份文件 / the backup")
    private Path from = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "NEWDIR",
            description = "新的数据文件夹，不能已经存在 / the new data folder; it may not be there yet")
    private @Nullable Path data;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "封存备份用的密钥文件 / the key that the backup was sealed with")
    private @Nullable Path key;

    @Option(names = "--dry-run", description = "只核对，不恢复 / only check, restore nothing")
    private boolean dryRun;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        Path folder = data;
        if (!dryRun && folder == null) {
            throw new Refusal(ExitStatus.WRONG_USE, "--data says into which new folder");
        }
        if (!Files.isRegularFile(from)) {
            throw new Refusal(ExitStatus.BAD_FILE, from + " is no file");
        }
        try {
            Restore restore =
                    new Restore(new SqliteHubCopy(), key == null ? null : BackupKey.read(key));
            Restore.Outcome outcome =
                    dryRun || folder == null
                            ? restore.dryRun(from, Path.of(System.getProperty("java.io.tmpdir")))
                            : restore.into(from, folder.toAbsolutePath());
            return tell(outcome, folder);
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, String.valueOf(e.getMessage()));
        }
    }

    private int tell(Restore.Outcome outcome, @Nullable Path folder) throws Refusal {
        return switch (outcome) {
            case Restore.Outcome.Good good -> {
                PrintWriter out = spec.commandLine().getOut();
                out.println(
                        "备份 / backup: "
                                + good.manifest().madeAt()
                                + ", "
                                + good.manifest().files().size()
                                + " files, version "
                                + good.manifest().version());
                out.println("日志 / log: line " + good.head().seq() + ", " + good.head().hash());
                out.println(
                        dryRun
                                ? "核对无误，没有写入 / it is whole; nothing was written"
                                        + (folder == null ? "" : " (" + folder + ")")
                                : "已恢复到 / restored into " + folder);
                yield ExitStatus.FINE;
            }
            case Restore.Outcome.Damaged(String why) ->
                    throw new Refusal(ExitStatus.BAD_FILE, "the backup is damaged: " + why);
            case Restore.Outcome.NotOpened(String why) ->
                    throw new Refusal(
                            ExitStatus.BAD_FILE,
                            "the backup cannot be opened: " + why + " (--key)");
            case Restore.Outcome.Refused(String why) ->
                    throw new Refusal(ExitStatus.UNAVAILABLE, why);
        };
    }
}
