package org.menfang.gate.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.menfang.gate.keep.BackupNote;
import org.menfang.gate.keep.GateBackup;
import org.menfang.gate.local.HeldFile;
import org.menfang.gate.local.LocalQuestions;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.StillDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Copies a gate into one file, whether it runs or not.
@Command(
        name = "backup",
        description = {
            "把大门备份成一个文件（记录、规则、密钥、配置）；大门可以正在运行。拿到文件的人能冒充这个大门，请像钥匙一样保管。",
            "Copies the gate into one file: its records, rules, keys and site; the gate may be"
                    + " running. Whoever has the file can pass for this gate: keep it as you keep a"
                    + " key."
        },
        header = "备份大门 / back the gate up",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:已备份 / backed up",
            "64:用法错误 / wrong use",
            "69:这里没有运行过大门 / no gate has run on the folder",
            "70:内部错误 / internal fault",
            "74:存储故障，或文件已存在 / storage, or the file is there already"
        })
final class BackupCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "大门的数据文件夹 / the gate's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "备份文件，不能已经存在 / the backup; no file of this name may be there")
    private Path to = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            BackupNote note = backup();
            spec.commandLine().getOut().println("已备份 / backed up: " + to + ", " + note.madeAt());
            return ExitStatus.FINE;
        } catch (Refusal refusal) {
            return tell(refusal);
        } catch (IOException e) {
            return tell(new Refusal(ExitStatus.STORAGE, words(e)));
        }
    }

    private BackupNote backup() throws IOException, Refusal {
        if (!Files.isRegularFile(data.resolve(GateDatabase.FILE_NAME))) {
            throw new Refusal(ExitStatus.UNAVAILABLE, "no gate has run on the data folder " + data);
        }
        DataFolder folder;
        try {
            folder = DataFolder.take(data);
        } catch (Refusal refusal) {
            if (refusal.exitStatus() == ExitStatus.UNAVAILABLE) {
                return copy(new LocalQuestions(DataFolder.socket(data)).heldFile());
            }
            throw refusal;
        }
        try (folder) {
            return copy(new StillDatabase(data));
        }
    }

    private BackupNote copy(HeldFile database) throws IOException {
        return new GateBackup(data, database, Build.current().version())
                .make(to.toAbsolutePath(), InstantSource.system());
    }

    private static String words(IOException e) {
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
    }

    private int tell(Refusal refusal) {
        spec.commandLine().getErr().println("menfang gate: " + refusal.getMessage());
        return refusal.exitStatus();
    }
}
