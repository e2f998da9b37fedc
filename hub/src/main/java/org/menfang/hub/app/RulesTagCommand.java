package org.menfang.hub.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.menfang.tag.DiversifiedKeys;
import org.menfang.tag.TagKey;
import org.menfang.tag.TagUid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the own key of a signed card from the master key, for the card and for the rules file. The
/// master key comes by standard input, so that no list of processes and no shell history keeps it,
/// and it goes nowhere: neither hub nor gate ever holds it.
@Command(
        name = "tag",
        header = "由主密钥算出一张卡的密钥 / the own key of a signed card",
        description = {
            "从标准输入读主密钥（32 位十六进制），打印这张卡在规则文件里的 identifier 和 tagKey。",
            "Reads the master key (32 hexadecimal digits) from standard input, and prints the",
            "\"identifier\" and the \"tagKey\" of a card (AN10922, AES-128)."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:不是主密钥或卡号 / no master key, or no number of a card",
            "74:存储故障 / storage"
        })
final class RulesTagCommand implements Callable<Integer> {
    @Option(
            names = "--tag",
            required = true,
            paramLabel = "UID",
            description = "卡号，14 位十六进制 / the number of the card, 14 hexadecimal digits")
    private String tag = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        TagUid uid = uid(tag.toUpperCase(Locale.ROOT));
        TagKey key = DiversifiedKeys.of(master(), uid);
        spec.commandLine().getOut().println("identifier " + uid.identifier());
        spec.commandLine().getOut().println("tagKey     " + key.text());
        return ExitStatus.FINE;
    }

    private static TagUid uid(String text) throws Refusal {
        try {
            return new TagUid(text);
        } catch (IllegalArgumentException e) {
            Refusal refusal = new Refusal(ExitStatus.WRONG_USE, "--tag: 14 hexadecimal digits");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static TagKey master() throws Refusal {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            return TagKey.read(line == null ? "" : line.strip().toUpperCase(Locale.ROOT))
                    .orElseThrow(() ->
                            new Refusal(
                                    ExitStatus.WRONG_USE,
                                    "a master key has 32 hexadecimal digits"));
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, "the master key cannot be read: " + e);
        }
    }
}
