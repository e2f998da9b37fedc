package org.menfang.gate.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.menfang.cose.Keyring;
import org.menfang.gate.rules.KeptRuleShelf;
import org.menfang.gate.rules.LastGoodRules;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.SqliteRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Puts a rule set into the gate's database, whole or not at all.
@Command(
        name = "import",
        description = {
            "导入规则（持有人、卡、权限）；全部生效，或者全部不变。",
            "Imports a rule set: holders, credentials, rights. All of it, or nothing."
        },
        header = "导入规则 / import a rule set",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:已导入 / imported",
            "64:用法错误 / wrong use",
            "69:门控程序正在使用该文件夹 / a gate runs on the folder",
            "70:内部错误 / internal fault",
            "74:存储故障 / storage",
            "78:规则文件有误，或比现有的旧 / bad rules file, or older than what is in force"
        })
final class ImportCommand implements Callable<Integer> {
    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE",
            description = "规则文件，签过名的也可以 / the rules file; a signed one will do as well")
    private Path rules = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "大门的数据文件夹 / the gate's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "错误信息的语言 / language of the messages; default: that of the system")
    private Language language = Language.ofSystem();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        return switch (RuleParcel.read(rules)) {
            case RuleParcel.Reading.Read(RuleParcel parcel) -> examine(parcel);
            case RuleParcel.Reading.Unreadable(RuleFault fault) -> tell(List.of(fault));
        };
    }

    /// Where a gate has run before, the rules have to fit its site.
    private int examine(RuleParcel parcel) throws IOException {
        Keyring keys = new AcceptedKeys(DataFolder.keys(data)).get();
        return switch (parcel.open(keys, SiteFiles.lastGood(data).orElse(null))) {
            case RuleParcel.Opening.Opened(RuleSet good, Sha256 digest) ->
                    store(parcel, good, digest);
            case RuleParcel.Opening.Refused(List<RuleFault> faults) -> tell(faults);
        };
    }

    private int tell(List<RuleFault> faults) {
        for (RuleFault fault : faults) {
            out().println(fault.describe(rules.toString(), language.locale()));
        }
        return ExitStatus.BAD_FILE;
    }

    private int store(RuleParcel parcel, RuleSet good, Sha256 digest) throws IOException {
        try (DataFolder folder = DataFolder.take(data);
                GateDatabase database = open(folder)) {
            return switch (shelf(folder, database).putInForce(parcel, good.version(), digest)) {
                case RulesChange.Replaced _ -> {
                    out().println(imported(good));
                    yield ExitStatus.FINE;
                }
                case RulesChange.Refused(String why) -> throw new Refusal(ExitStatus.BAD_FILE, why);
                case RulesChange.Failed(String why) -> throw new Refusal(ExitStatus.STORAGE, why);
            };
        } catch (Refusal refusal) {
            return tell(refusal);
        } catch (SQLException e) {
            return tell(new Refusal(ExitStatus.STORAGE, "the database cannot be closed: " + e));
        }
    }

    private static RuleShelf shelf(DataFolder folder, GateDatabase database) {
        return new KeptRuleShelf(new SqliteRules(database), new LastGoodRules(folder.path()));
    }

    private static GateDatabase open(DataFolder folder) throws Refusal {
        return switch (GateDatabase.open(folder.path())) {
            case DatabaseOpening.Opened(GateDatabase opened) -> opened;
            case DatabaseOpening.OpenedReadOnly(GateDatabase readOnly, String why) -> {
                close(readOnly);
                throw new Refusal(ExitStatus.STORAGE, "the database cannot be written: " + why);
            }
            case DatabaseOpening.Unusable(String why, String whatToDo, var _) ->
                    throw new Refusal(ExitStatus.STORAGE, why + "; " + whatToDo);
        };
    }

    private static void close(GateDatabase database) throws Refusal {
        try {
            database.close();
        } catch (SQLException e) {
            throw new Refusal(ExitStatus.STORAGE, "the database cannot be closed: " + e);
        }
    }

    private String imported(RuleSet good) {
        String words =
                switch (language) {
                    case zh -> "已导入第 %d 版规则：%d 位持有人，%d 张卡；下次启动时生效";
                    case en ->
                            "rules of version %d are imported: %d holders, %d credentials;"
                                    + " they decide from the next start on";
                };
        return words.formatted(good.version(), good.holders().size(), good.credentials().size());
    }

    private int tell(Refusal refusal) {
        spec.commandLine().getErr().println("menfang gate: " + refusal.getMessage());
        return refusal.exitStatus();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
