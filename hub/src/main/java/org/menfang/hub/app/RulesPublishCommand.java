package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.hub.rules.RulesOffice.Published;
import org.menfang.rules.file.RuleFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Signs a rule set and puts it where the running hub finds it.
@Command(
        name = "publish",
        header = "签署并发布规则 / sign and publish a rule set",
        description = {
            "检查规则文件，签署，并送到该小区的每个大门。值班中心可以正在运行。",
            "Checks a rules file, signs it, and brings it to every gate of its compound.",
            "The hub may run meanwhile; a gate that is away gets it when it is back."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:已发布 / published",
            "64:用法错误 / wrong use",
            "69:值班中心从未在该文件夹运行 / no hub ever ran on the folder",
            "74:存储故障 / storage",
            "78:规则文件有误，或不比已发布的新 / bad rules file, or not newer than what is published"
        })
final class RulesPublishCommand implements Callable<Integer> {
    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE",
            description = "规则文件 / the rules file")
    private Path rules = Path.of("");

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
        RulesOffice office = office();
        PrintWriter out = spec.commandLine().getOut();
        try {
            switch (office.publish(rules)) {
                case Published.Done(var shelved, int credentials) ->
                        out.println(done(shelved.version(), credentials));
                case Published.Faulty(List<RuleFault> faults) -> {
                    PrintWriter err = spec.commandLine().getErr();
                    faults.forEach(fault ->
                            err.println(fault.describe(rules.toString(), language.locale())));
                    return ExitStatus.BAD_FILE;
                }
                case Published.NotNewer(long version, long newest) ->
                        throw new Refusal(ExitStatus.BAD_FILE, notNewer(version, newest));
            }
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, String.valueOf(e.getMessage()));
        }
        return ExitStatus.FINE;
    }

    private RulesOffice office() throws Refusal {
        DataFolder folder = DataFolder.open(data);
        try {
            PassDesk passes = PassOptions.desk(data);
            return RulesOffice.open(folder.path(), passes::revoked)
                    .orElseThrow(() ->
                            new Refusal(
                                    ExitStatus.UNAVAILABLE,
                                    "no hub ever ran on " + data + "; start it first"));
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, String.valueOf(e.getMessage()));
        }
    }

    private String done(long version, int credentials) {
        return switch (language) {
            case zh -> "已签署第 %d 版规则（%d 张凭证），正在送往各个大门".formatted(version, credentials);
            case en ->
                    "rules of version %d are signed (%d credentials) and on their way to the gates"
                            .formatted(version, credentials);
        };
    }

    private String notNewer(long version, long newest) {
        return switch (language) {
            case zh -> "第 %d 版不比已发布的第 %d 版新；请把文件里的 version 改大".formatted(version, newest);
            case en ->
                    "version %d is not newer than %d, which is published; raise `version` in the file"
                            .formatted(version, newest);
        };
    }
}
