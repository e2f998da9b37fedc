package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.pass.IssuedPass;
import org.menfang.hub.pass.PassSlip;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.PassId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows a pass that was issued here.
@Command(
        name = "show",
        description = {
            "查看本中心签发的通行证：内容、二维码、数字码、可打印的纸条。",
            "Shows a pass of this hub: what it says, its QR code, its PIN form, a slip to print.",
            "A pass on a phone is shown with the code of this moment, if --rules has the key."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL)
final class PassShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NUMBER", description = "通行证编号 / the number of the pass")
    private String number = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "文件写到哪里；默认在数据文件夹里 / where the files go; default: in the data folder")
    private @Nullable Path folder;

    @Mixin private PassOptions options = new PassOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        PassId id = PassOptions.id(number);
        Optional<RuleSet> rules = options.rules(spec.commandLine().getErr());
        try {
            IssuedPass pass = PassOptions.desk(data).find(id).orElseThrow(() -> unknown(id));
            Path files = folder == null ? DataFolder.open(data).passFiles() : folder;
            new PassPrinter(
                            spec.commandLine().getOut(),
                            options.sheet(),
                            new PassSlip(options.zone()),
                            rules)
                    .print(pass, files, Instant.now());
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw PassOptions.storage(e);
        }
    }

    static Refusal unknown(PassId id) {
        return new Refusal(ExitStatus.UNAVAILABLE, "this hub has issued no pass " + id);
    }
}
