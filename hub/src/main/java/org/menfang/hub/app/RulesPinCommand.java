package org.menfang.hub.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.PinHash;
import org.menfang.rules.PinHashes;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Turns the digits of a PIN into what a rules file holds of it. The digits come by standard input,
/// so that no list of processes and no shell history keeps them.
@Command(
        name = "pin",
        header = "把密码变成规则文件里的写法 / what a rules file holds of a PIN",
        description = {
            "从标准输入读一行数字，打印规则文件里该写的 pin 和单独使用时的 identifier。",
            "Reads one line of digits from standard input, and prints the \"pin\" of a card and the",
            "\"identifier\" of a PIN that is entered alone. The file needs a pinKey."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:不是密码 / no PIN",
            "74:存储故障 / storage",
            "78:规则文件有误 / bad rules file"
        })
final class RulesPinCommand implements Callable<Integer> {
    private static final Pattern DIGITS =
            Pattern.compile(
                    "[0-9]{"
                            + RecognitionRules.PIN_DIGITS_MIN
                            + ","
                            + RecognitionRules.PIN_DIGITS_MAX
                            + "}");

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE",
            description = "规则文件 / the rules file")
    private Path rules = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "错误信息的语言 / language of the messages; default: that of the system")
    private Language language = Language.ofSystem();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        return switch (RuleSetFiles.check(rules)) {
            case RuleSetCheck.Good(RuleSet good) -> print(good.recognition());
            case RuleSetCheck.Bad(var faults) -> {
                for (RuleFault fault : faults) {
                    spec.commandLine()
                            .getErr()
                            .println(fault.describe(rules.toString(), language.locale()));
                }
                yield ExitStatus.BAD_FILE;
            }
        };
    }

    private int print(RecognitionRules recognition) throws Refusal {
        SecretKey key = recognition.pinKey();
        if (key == null) {
            throw new Refusal(ExitStatus.BAD_FILE, rules + ": recognition has no pinKey");
        }
        PinHash hash = new PinHashes(key).of(digits(recognition.pinDigits()));
        spec.commandLine().getOut().println("pin        " + hash.value());
        spec.commandLine().getOut().println("identifier " + PinHashes.identifier(hash));
        return ExitStatus.FINE;
    }

    private String digits(@Nullable Integer length) throws Refusal {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            String digits = line == null ? "" : line.strip();
            if (!DIGITS.matcher(digits).matches()
                    || (length != null && digits.length() != length)) {
                throw new Refusal(
                        ExitStatus.WRONG_USE,
                        "a PIN of this compound has "
                                + (length == null ? "4 to 8" : length)
                                + " digits");
            }
            return digits;
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, "the digits cannot be read: " + e);
        }
    }
}
