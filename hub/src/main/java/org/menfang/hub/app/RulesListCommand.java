package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.menfang.hub.rules.RulesShelf;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Name;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the rule sets of a compound that were published, the newest first.
@Command(
        name = "list",
        header = "列出已发布的规则 / list published rule sets",
        description = {
            "列出一个小区已发布的规则，最新的在前。",
            "Lists the rule sets of a compound that were published, the newest first."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {"0:正常 / fine", "64:用法错误 / wrong use", "74:存储故障 / storage"})
final class RulesListCommand implements Callable<Integer> {
    @Option(
            names = "--compound",
            required = true,
            paramLabel = "COMPOUND",
            description = "小区代号 / whose")
    private String compound = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        if (!Name.isValid(compound)) {
            throw new Refusal(ExitStatus.WRONG_USE, "--compound needs a name such as elm-lane");
        }
        try {
            RulesShelf shelf = RulesShelf.open(DataFolder.open(data).rules());
            for (RulesShelf.Shelved shelved : shelf.all(new CompoundId(compound))) {
                spec.commandLine()
                        .getOut()
                        .println(shelved.version() + "\t" + shelved.file().getFileName());
            }
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, String.valueOf(e.getMessage()));
        }
    }
}
