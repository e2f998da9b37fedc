package org.menfang.gate.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.menfang.gate.keep.BackupNote;
import org.menfang.gate.keep.GateRestore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a gate's data folder of a backup.
@Command(
        name = "restore",
        description = {
            "用备份恢复大门的数据文件夹（换卡）。文件夹必须是空的；备份不完整或被改过就什么都不写。旧卡不能再用。",
            "Makes the data folder of a gate from its backup, such as on a new card. The folder has"
                    + " to be empty; of a backup that was cut or changed nothing is written. The old"
                    + " card must not be used any more."
        },
        header = "从备份恢复大门 / restore a gate",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:已恢复 / restored",
            "64:用法错误 / wrong use",
            "69:文件夹不是空的，或时钟早于备份 / the folder is not empty, or the clock is before the backup",
            "70:内部错误 / internal fault",
            "74:存储故障 / storage",
            "78:备份已损坏 / the backup is damaged"
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
            required = true,
            paramLabel = "DIR",
            description = "空的或还没有的数据文件夹 / a data folder that is empty, or not there yet")
    private Path data = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!Files.isRegularFile(from)) {
            return tell(ExitStatus.BAD_FILE, from + " is no file");
        }
        try {
            return switch (GateRestore.into(from, data.toAbsolutePath(), Instant.now())) {
                case GateRestore.Outcome.Restored(BackupNote note) -> {
                    spec.commandLine()
                            .getOut()
                            .println("已恢复 / restored: " + data + ", " + note.madeAt());
                    yield ExitStatus.FINE;
                }
                case GateRestore.Outcome.Damaged(String why) ->
                        tell(ExitStatus.BAD_FILE, "the backup cannot be used: " + why);
                case GateRestore.Outcome.Refused(String why) -> tell(ExitStatus.UNAVAILABLE, why);
            };
        } catch (IOException e) {
            return tell(ExitStatus.STORAGE, "the folder cannot be made: " + e);
        }
    }

    private int tell(int status, String why) {
        spec.commandLine().getErr().println("menfang gate: " + why);
        return status;
    }
}
