package org.menfang.hub.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.people.Person;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.HubStore.CommitOutcome;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.people.PeopleCheck;
import org.menfang.people.PeopleFault;
import org.menfang.people.PeopleFiles;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Name;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Takes over the names of people from a table. The hub may run meanwhile; it sees them within
/// seconds.
@Command(
        name = "import",
        description = {
            "从 CSV 名单导入姓名（列：holder,name,household,address）。",
            "Takes over names from a CSV table (columns holder,name,household,address).",
            "The hub may run meanwhile."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "74:存储故障 / storage",
            "78:名单有误，什么都没有导入 / bad table; nothing was taken over"
        })
final class ImportCommand implements Callable<Integer> {
    @Option(
            names = "--people",
            required = true,
            paramLabel = "FILE",
            description = "名单 / the table, in UTF-8")
    private Path people = Path.of("");

    @Option(
            names = "--compound",
            paramLabel = "COMPOUND",
            description = "小区代号；不写则不分小区 / whose people they are; default: anybody's")
    private @Nullable String compound;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "错误信息的语言 / language of the messages; default: that of the system")
    private Language language = Language.ofSystem();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        if (compound != null && !Name.isValid(compound)) {
            throw new Refusal(ExitStatus.WRONG_USE, "--compound needs a name such as elm-lane");
        }
        PrintWriter err = spec.commandLine().getErr();
        return switch (PeopleFiles.check(people)) {
            case PeopleCheck.Bad(List<PeopleFault> faults) -> {
                faults.forEach(
                        fault -> err.println(fault.describe(people.toString(), language.locale())));
                yield ExitStatus.BAD_FILE;
            }
            case PeopleCheck.Good(var read) -> store(read.stream().map(this::of).toList());
        };
    }

    private Person of(org.menfang.people.Person read) {
        String household = read.household() == null ? "" : read.household().value();
        CompoundId whose = compound == null ? null : new CompoundId(compound);
        return new Person(whose, read.holder(), read.name(), household, read.address());
    }

    private int store(List<Person> read) throws Refusal {
        try (Database database = DataFolder.open(data).database()) {
            switch (new SqliteHubStore(database).importPeople(read)) {
                case CommitOutcome.Committed() ->
                        spec.commandLine().getOut().println(people + ": " + read.size());
                case CommitOutcome.Failed(String why) -> throw new Refusal(ExitStatus.STORAGE, why);
            }
            return ExitStatus.FINE;
        }
    }
}
