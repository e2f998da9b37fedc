package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.menfang.cose.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Tells the key with which gates verify the passes of this hub.
@Command(
        name = "key",
        description = {
            "显示本中心通行证的公钥，写进规则集后各门才接受。",
            "Tells the public key of this hub's passes; gates accept them once a rule set names it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL)
final class PassKeyCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Mixin private PassOptions options = new PassOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        try {
            VerifyingKey key = PassOptions.desk(data).publicKey();
            spec.commandLine().getErr().println(options.sheet().word("key"));
            spec.commandLine()
                    .getOut()
                    .println(HexFormat.of().withUpperCase().formatHex(key.raw()));
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw PassOptions.storage(e);
        }
    }
}
