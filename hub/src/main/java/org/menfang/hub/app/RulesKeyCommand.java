package org.menfang.hub.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Makes a secret key for a rules file: pinKey, rotationKey, or the key of PIN passes.
@Command(
        name = "key",
        header = "生成规则文件用的密钥 / a secret key for a rules file",
        description = {
            "打印一个新的随机密钥（32 字节），用于 pinKey、rotationKey 或密码通行证的 key。",
            "Prints a new random key of 32 bytes, for pinKey, rotationKey, or the key of PIN passes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL)
final class RulesKeyCommand implements Callable<Integer> {
    private static final int KEY_BYTES = 32;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        spec.commandLine().getOut().println(HexFormat.of().withUpperCase().formatHex(key));
        return ExitStatus.FINE;
    }
}
