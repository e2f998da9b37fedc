package org.menfang.gate.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFault;
import org.menfang.site.file.SiteFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Checks a site file and names every fault in it.
@Command(
        name = "check",
        description = {
            "检查配置文件，逐条指出错误所在的行。",
            "Checks a site file and names every fault with its line and column."
        },
        header = "检查配置文件 / check a site file",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the file is good", "64:wrong use", "70:internal fault", "78:bad file"})
final class CheckCommand implements Callable<Integer> {
    @Option(
            names = "--site",
            required = true,
            paramLabel = "FILE",
            description = "配置文件 / the site file")
    private Path site = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "错误信息的语言 / language of the messages; default: that of the system")
    private Language language = Language.ofSystem();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (SiteFiles.check(site)) {
            case SiteCheck.Good(Site good) -> {
                out.println(site + ": " + language.praise(good));
                yield ExitStatus.FINE;
            }
            case SiteCheck.Bad(var faults) -> {
                for (SiteFault fault : faults) {
                    out.println(fault.describe(site.toString(), language.locale()));
                }
                yield ExitStatus.BAD_FILE;
            }
        };
    }
}
