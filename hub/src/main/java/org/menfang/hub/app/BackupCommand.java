package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.keep.Backup;
import org.menfang.hub.keep.BackupKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Copies a hub into one file, while it runs.
@Command(
        name = "backup",
        header = "备份值班中心 / back the hub up",
        description = {
            "把值班中心备份成一个文件，用密钥封存；值班中心可以正在运行。",
            "Copies the hub into one file and seals it with a key; the hub may be running."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {"0:正常 / fine", "64:用法错误 / wrong use", "74:存储故障 / storage"})
final class BackupCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "备份文件，不能已经存在 / the backup; no file of this name may be there")
    private Path to = Path.of("");

    @Option(names = "--pictures", description = "照片也备份 / pictures as well")
    private boolean pictures;

    @ArgGroup(multiplicity = "1")
    private Sealing sealing = new Sealing();

    /// Sealed or not: whoever wants it open has to say so.
    static final class Sealing {
        @Option(
                names = "--key",
                paramLabel = "FILE",
                description = "密钥文件，见 backup-key / the key; see backup-key")
        private @Nullable Path key;

        @Option(
                names = "--plain",
                description = {
                    "不封存：拿到文件的人能看到全部密钥和姓名",
                    "not sealed: whoever has the file can read all keys and names"
                })
        private boolean plain;

        @Nullable BackupKey key() throws IOException {
            return plain || key == null ? null : BackupKey.read(key);
        }
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        if (!Files.isRegularFile(data.resolve("hub.db"))) {
            throw new Refusal(ExitStatus.STORAGE, data + " is not the data folder of a hub");
        }
        try {
            Backup backup =
                    new Backup(data.toAbsolutePath(), new SqliteHubCopy(), Version.current());
            Backup.Made made =
                    backup.make(to.toAbsolutePath(), pictures, Instant.now(), sealing.key());
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    "已备份 / backed up: "
                            + to
                            + " ("
                            + made.bytes()
                            + " bytes, "
                            + made.manifest().files().size()
                            + " files)");
            out.println(
                    "日志 / log: line "
                            + made.manifest().bookSeq()
                            + ", "
                            + made.manifest().bookHash());
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, String.valueOf(e.getMessage()));
        }
    }
}
