package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.pass.IssuedPass;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.pass.PassSlip;
import org.menfang.hub.pass.PassWish;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassScope;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Issues a pass.
@Command(
        name = "issue",
        description = {
            "签发通行证：写出二维码（SVG、PNG）和可打印的纸条。通行证里没有姓名。",
            "Issues a pass: writes its QR code (SVG, PNG) and a slip to print. It names nobody.",
            "With --pin it also has ten digits; what is not given is then as the PIN rule says."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL)
final class PassIssueCommand implements Callable<Integer> {
    private static final int HOURS_MAX = 366 * 24;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--compound",
            paramLabel = "COMPOUND",
            description = "小区代号；有 --rules 时不用写 / the compound; not needed with --rules")
    private @Nullable String compound;

    @Option(
            names = "--access-point",
            paramLabel = "NAME",
            split = ",",
            description = "可开的通行点 / an access point that it opens (repeatable)")
    private List<String> accessPoints = List.of();

    @Option(
            names = "--area",
            paramLabel = "NAME",
            split = ",",
            description = "可进入的区域 / an area that it leads into (repeatable)")
    private List<String> areas = List.of();

    @Option(
            names = "--gate",
            paramLabel = "NAME",
            split = ",",
            description = "可开某控制器的全部通行点 / a gate all of which it opens (repeatable)")
    private List<String> gates = List.of();

    @Option(
            names = "--holder",
            paramLabel = "KIND",
            description = "持有人 / who holds it: ${COMPLETION-CANDIDATES}; default: VISITOR")
    private HolderKind holder = HolderKind.VISITOR;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "生效时间，如 2026-11-22T08:00 / from when; default: now")
    private @Nullable String from;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "有效小时数 / for how many hours; default: 24")
    private @Nullable Integer hours;

    @Option(
            names = "--uses",
            paramLabel = "N",
            description = "次数，1 到 1000 / how often; default: as often as wanted")
    private @Nullable Integer uses;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            split = ",",
            description = "形式：PAPER 纸质，ROTATING 手机动态码 / its forms (repeatable); default: PAPER")
    private List<PassClass> forms = List.of(PassClass.PAPER);

    @Option(
            names = "--pin",
            description = "同时生成十位数字码，需要 --rules / give it ten digits as well; needs --rules")
    private boolean pin;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "文件写到哪里；默认在数据文件夹里 / where the files go; default: in the data folder")
    private @Nullable Path folder;

    @Mixin private PassOptions options = new PassOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        Optional<RuleSet> rules = options.rules(spec.commandLine().getErr());
        Instant now = Instant.now();
        try {
            PassDesk desk = PassOptions.desk(data);
            IssuedPass pass = issued(desk, rules, now.truncatedTo(ChronoUnit.SECONDS));
            Path files = folder == null ? DataFolder.open(data).passFiles() : folder;
            new PassPrinter(
                            spec.commandLine().getOut(),
                            options.sheet(),
                            new PassSlip(options.zone()),
                            rules)
                    .print(pass, files, now);
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw PassOptions.storage(e);
        }
    }

    private IssuedPass issued(PassDesk desk, Optional<RuleSet> rules, Instant now)
            throws Refusal, IOException {
        PassDesk.Issuing issuing =
                pin ? desk.issue(wish(rules, now), pins(rules)) : desk.issue(wish(rules, now));
        return switch (issuing) {
            case PassDesk.Issuing.Issued(IssuedPass pass) -> pass;
            case PassDesk.Issuing.NoPinForm(PassPin.Why why) ->
                    throw new Refusal(ExitStatus.WRONG_USE, "--pin: " + options.sheet().noPin(why));
            case PassDesk.Issuing.NoDigitsLeft() ->
                    throw new Refusal(
                            ExitStatus.UNAVAILABLE,
                            "all " + PassPin.SERIALS + " PINs of this hour are given out");
            case PassDesk.Issuing.TooMany() ->
                    throw new Refusal(
                            ExitStatus.UNAVAILABLE,
                            "there are " + PassDesk.ISSUED_MAX + " valid passes already");
        };
    }

    private static PassPin pins(Optional<RuleSet> rules) throws Refusal {
        return rules.flatMap(PassOptions::pins)
                .orElseThrow(() ->
                        new Refusal(
                                ExitStatus.WRONG_USE,
                                "--pin needs --rules with a rule set that has a PIN rule"));
    }

    private PassWish wish(Optional<RuleSet> rules, Instant now) throws Refusal {
        PinPassRule rule = pin ? PassOptions.passes(rules).pinPass() : null;
        Instant begins = from != null ? options.time("--from", from) : now;
        if (rule != null && from == null) {
            begins = now.truncatedTo(ChronoUnit.HOURS);
        }
        int valid = hours != null ? hours : rule != null ? rule.hoursValid() : 24;
        if (valid < 1 || valid > HOURS_MAX) {
            throw new Refusal(ExitStatus.WRONG_USE, "--hours needs 1 to " + HOURS_MAX);
        }
        Integer times = uses == null && rule != null ? Integer.valueOf(rule.usesMax()) : uses;
        try {
            PassWish wish =
                    new PassWish(
                            compound(rules),
                            scope(rule),
                            holder,
                            begins,
                            begins.plus(Duration.ofHours(valid)),
                            times,
                            forms.stream().distinct().sorted().toList());
            wish.check();
            return wish;
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        }
    }

    private CompoundId compound(Optional<RuleSet> rules) throws Refusal {
        if (compound != null) {
            return new CompoundId(compound);
        }
        return rules.map(RuleSet::compound)
                .orElseThrow(
                        () -> new Refusal(ExitStatus.WRONG_USE, "--compound or --rules is needed"));
    }

    private PassScope scope(@Nullable PinPassRule rule) {
        boolean isGiven = !accessPoints.isEmpty() || !areas.isEmpty() || !gates.isEmpty();
        if (rule != null && !isGiven) {
            return PassScope.of(rule.accessPoints());
        }
        return new PassScope(
                accessPoints.stream().map(AccessPointId::new).toList(),
                areas.stream().map(AreaId::new).toList(),
                gates.stream().map(GateId::new).toList());
    }
}
