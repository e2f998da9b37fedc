package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.pass.PassSheet;
import org.menfang.pass.PassPin;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.vocabulary.PassId;
import picocli.CommandLine.Option;

/// What several commands for passes are told.
final class PassOptions {
    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "规则集 / the rule set, for the issuers, the rotation key and the PIN rule")
    private @Nullable Path rulesFile;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "时区，如 Asia/Shanghai / time zone; default: that of the system")
    private String zone = ZoneId.systemDefault().getId();

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "语言 / language of the answer; default: that of the system")
    private Language language = Language.ofSystem();

    PassSheet sheet() throws Refusal {
        return new PassSheet(language.locale(), zone());
    }

    Language language() {
        return language;
    }

    ZoneId zone() throws Refusal {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal(ExitStatus.WRONG_USE, "--zone: there is no time zone " + zone);
        }
    }

    /// The rule set that was named; empty if none was.
    Optional<RuleSet> rules(PrintWriter err) throws Refusal {
        if (rulesFile == null) {
            return Optional.empty();
        }
        return switch (RuleSetFiles.check(rulesFile)) {
            case RuleSetCheck.Good(RuleSet rules) -> Optional.of(rules);
            case RuleSetCheck.Bad(List<RuleFault> faults) -> {
                String name = rulesFile.toString();
                faults.forEach(fault -> err.println(fault.describe(name, language.locale())));
                throw new Refusal(ExitStatus.BAD_FILE, "the rule set cannot be used");
            }
        };
    }

    /// The PIN forms of the compound's passes; empty if it has none.
    static Optional<PassPin> pins(RuleSet rules) {
        PinPassRule rule = rules.passes().pinPass();
        return rule == null ? Optional.empty() : Optional.of(new PassPin(rules.compound(), rule));
    }

    static PassRules passes(Optional<RuleSet> rules) {
        return rules.map(RuleSet::passes).orElse(PassRules.NONE);
    }

    /// Reads `2026-11-22T08:00`, in the zone that was named, or a time with its offset.
    Instant time(String option, String text) throws Refusal {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            // It may be a time of the zone.
        }
        try {
            return LocalDateTime.parse(text).atZone(zone()).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(
                    ExitStatus.WRONG_USE, option + " needs a time such as 2026-11-22T08:00");
        }
    }

    static PassId id(String text) throws Refusal {
        try {
            return new PassId(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ExitStatus.WRONG_USE, "the number of a pass has 16 digits and letters A to F");
        }
    }

    static PassDesk desk(Path data) throws Refusal, IOException {
        DataFolder folder = DataFolder.open(data);
        return PassDesk.open(folder.passes(), folder.trust(), InstantSource.system());
    }

    static Refusal storage(IOException e) {
        return new Refusal(ExitStatus.STORAGE, "the passes cannot be read or written: " + e);
    }
}
