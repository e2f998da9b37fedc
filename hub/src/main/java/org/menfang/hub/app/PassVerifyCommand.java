package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.pass.PassSheet;
import org.menfang.pass.Pass;
import org.menfang.pass.PassFault;
import org.menfang.pass.PassMoment;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassReader;
import org.menfang.pass.PassReading;
import org.menfang.pass.RotatingCode;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.PassId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Verifies a pass as a gate does.
@Command(
        name = "verify",
        description = {
            "像大门一样核验通行证：签名、签发人、有效期、收回、动态码。",
            "Verifies a pass as a gate does: signature, issuer, validity, revocation, code.",
            "It needs the issuers: those of a rule set, or --compound and --issuer."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:有效 / valid",
            "64:用法错误 / wrong use",
            "74:文件无法读取 / the file cannot be read",
            "78:规则集有误，或通行证被拒绝 / bad rule set, or a pass that is refused"
        })
final class PassVerifyCommand implements Callable<Integer> {
    private static final int FILE_BYTES_MAX = 4_096;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            description = "二维码里的文字或十位数字码 / the text of a QR code, or ten digits")
    private @Nullable String given;

    @Option(names = "--file", paramLabel = "FILE", description = "文字所在的文件 / a file with the text")
    private @Nullable Path file;

    @Option(names = "--compound", paramLabel = "COMPOUND", description = "小区代号 / the compound")
    private @Nullable String compound;

    @Option(
            names = "--issuer",
            paramLabel = "KEY",
            description =
                    "签发人的公钥，64 位十六进制 / public key of an issuer, 64 hexadecimal digits"
                            + " (repeatable)")
    private List<String> issuers = List.of();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "按哪个时间核验 / the time of the question; default: now")
    private @Nullable String at;

    @Option(
            names = "--uses",
            paramLabel = "N",
            description = "之前已用次数 / how often it was used before; default: 0")
    private int uses;

    @Mixin private PassOptions options = new PassOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        Optional<RuleSet> rules = options.rules(spec.commandLine().getErr());
        Instant now = at == null ? Instant.now() : options.time("--at", at);
        String text = text();
        Optional<PassPin> pins = rules.flatMap(PassOptions::pins);
        if (pins.isPresent() && text.matches("[0-9 ]{1,20}")) {
            return switch (pins.get().read(text.replace(" ", ""), now)) {
                case PassPin.Reading.Read(Pass pass) -> judge(pass, rules, now);
                case PassPin.Reading.Refused(PassFault fault) -> refuse(fault);
            };
        }
        return switch (new PassReader(compound(rules), issuers(rules)).read(text)) {
            case PassReading.Read(Pass pass, PassIssuer issuer, String code) -> {
                PassSheet sheet = options.sheet();
                out().println(sheet.word("issuer") + sheet.word("colon") + issuer.name());
                yield code == null || isFresh(pass, code, rules, now)
                        ? judge(pass, rules, now)
                        : refuse(PassFault.CODE_STALE);
            }
            case PassReading.Refused(PassFault fault, PassId id) -> refuse(fault);
        };
    }

    private boolean isFresh(Pass pass, String code, Optional<RuleSet> rules, Instant now)
            throws Refusal {
        SecretKey key = PassOptions.passes(rules).rotationKey();
        if (key == null) {
            out().println(options.sheet().word("code-unchecked"));
            return true;
        }
        return RotatingCode.step(key, pass.id(), code, now).isPresent();
    }

    private int judge(Pass pass, Optional<RuleSet> rules, Instant now) throws Refusal {
        options.sheet().lines(pass).forEach(out()::println);
        List<RevokedPass> revoked = PassOptions.passes(rules).revoked();
        Optional<PassFault> fault = PassMoment.fault(pass, now, uses, revoked);
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        out().println(options.sheet().word("valid"));
        return ExitStatus.FINE;
    }

    private int refuse(PassFault fault) throws Refusal {
        String why = fault.describe(options.language().locale()) + " (" + fault + ")";
        out().println(options.sheet().word("refused", why));
        return ExitStatus.BAD_FILE;
    }

    private String text() throws Refusal {
        if ((given == null) == (file == null)) {
            throw new Refusal(ExitStatus.WRONG_USE, "either a text or --file is needed");
        }
        if (file == null) {
            return String.valueOf(given);
        }
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new Refusal(ExitStatus.BAD_FILE, file + " is too long for a pass");
            }
            // What is not ASCII is no pass, whatever it was meant to be.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.replaceFirst("[\r\n]+$", "");
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, "the file cannot be read: " + e);
        }
    }

    private CompoundId compound(Optional<RuleSet> rules) throws Refusal {
        if (compound != null) {
            try {
                return new CompoundId(compound);
            } catch (IllegalArgumentException e) {
                throw new Refusal(ExitStatus.WRONG_USE, "--compound: " + e.getMessage());
            }
        }
        return rules.map(RuleSet::compound)
                .orElseThrow(
                        () -> new Refusal(ExitStatus.WRONG_USE, "--compound or --rules is needed"));
    }

    private List<PassIssuer> issuers(Optional<RuleSet> rules) throws Refusal {
        List<PassIssuer> all = new ArrayList<>(PassOptions.passes(rules).issuers());
        for (String key : issuers) {
            try {
                all.add(new PassIssuer(key, key.toUpperCase(Locale.ROOT), List.of(), false));
            } catch (IllegalArgumentException e) {
                throw new Refusal(ExitStatus.WRONG_USE, "--issuer needs 64 hexadecimal digits");
            }
        }
        return all;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
