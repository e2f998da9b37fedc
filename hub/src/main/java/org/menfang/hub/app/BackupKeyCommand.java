package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.menfang.hub.keep.BackupKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the key that seals backups.
@Command(
        name = "backup-key",
        header = "做一把封存备份的密钥 / make a key that seals backups",
        description = {
            "做一把新密钥，写进文件，并显示一次。请抄在纸上，由业委会锁好：没有它，备份谁也打不开。",
            "Makes a new key, writes it into a file and shows it once. Copy it onto paper, locked away"
                    + " by the committee: without it nobody opens a backup."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "74:文件已存在或不能写 / the file is there already, or cannot be written"
        })
final class BackupKeyCommand implements Callable<Integer> {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "密钥文件，不能已经存在 / the key; no file of this name may be there")
    private Path to = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        try {
            String key = BackupKey.make(to, new SecureRandom());
            PrintWriter out = spec.commandLine().getOut();
            out.println("密钥 / key: " + key);
            out.println("请抄在纸上锁好 / copy it onto paper and lock it away: " + to);
            return ExitStatus.FINE;
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(ExitStatus.STORAGE, to + " is there already; choose another name");
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, to + " cannot be written: " + e);
        }
    }
}
