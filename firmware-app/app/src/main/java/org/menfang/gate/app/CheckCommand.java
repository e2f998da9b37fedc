package org.menfang.gate.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
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
        mixinStandardHelpOptions = true,
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

    /// A language that we speak. The names are as they are typed.
    enum Language {
        zh(Locale.SIMPLIFIED_CHINESE),
        en(Locale.ENGLISH);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        static Language ofSystem() {
            return Locale.getDefault().getLanguage().equals("zh") ? zh : en;
        }

        Locale locale() {
            return locale;
        }

        String praise(Site good) {
            return switch (this) {
                case zh ->
                        "没有错误：%s，%d 扇门，%d 盏灯，%d 个摄像头"
                                .formatted(
                                        good.name(),
                                        good.doors().size(),
                                        good.lamps().size(),
                                        good.cameras().size());
                case en ->
                        "no faults: %s/%s, %d doors, %d lamps, %d cameras"
                                .formatted(
                                        good.compound(),
                                        good.gate(),
                                        good.doors().size(),
                                        good.lamps().size(),
                                        good.cameras().size());
            };
        }
    }
}
