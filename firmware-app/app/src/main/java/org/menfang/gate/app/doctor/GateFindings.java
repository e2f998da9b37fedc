package org.menfang.gate.app.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.signs.GateSigns;

/// The gate, its site file and its rules.
final class GateFindings {
    /// A thread that decides turns far more often.
    static final long TURNED_MILLIS_MAX = 10_000;

    private static final long MILLIS_A_SECOND = 1_000;

    private GateFindings() {}

    /// The site file.
    ///
    /// @param faults what is wrong with it, the first few; none of a good one
    /// @param changed when it was written last; none where that is not known
    record SiteReading(List<Words> faults, int faultCount, @Nullable Instant changed) {}

    /// The rules.
    ///
    /// @param version 0 for none
    /// @param trouble why they cannot be believed; empty where they can
    /// @param ageSeconds for how long they have been kept; negative where that is not known
    record RulesReading(long version, int credentials, String trouble, long ageSeconds) {}

    static List<Finding> of(GateReading gate, SiteReading site, RulesReading rules, Instant now) {
        List<Finding> all = new ArrayList<>();
        all.add(runs(gate));
        if (gate instanceof GateReading.Stopped(var _, var _, GateReading.Board board)) {
            board(board).ifPresent(all::add);
        }
        all.addAll(site(site, gate.asked(), now));
        all.add(rules(rules));
        return all;
    }

    static Finding runs(GateReading gate) {
        return switch (gate) {
            case GateReading.Silent(String why) ->
                    finding("gate.runs", RUNS, Words.same(why), Diagnosis.GATE_SILENT);
            case GateReading.Stopped _ ->
                    finding(
                            "gate.runs",
                            RUNS,
                            new Words("没有；输入由我来读", "no; its inputs are read here"),
                            Diagnosis.GATE_STOPPED);
            case GateReading.Running(GateSigns signs) -> runs(signs);
        };
    }

    private static Optional<Finding> board(GateReading.Board board) {
        Words title = new Words("硬件", "hardware");
        return switch (board) {
            case GateReading.Board.Opened() -> Optional.empty();
            case GateReading.Board.Unsaid() ->
                    Optional.of(
                            finding(
                                    "gate.hardware",
                                    title,
                                    new Words("没有说是哪一种", "not said which"),
                                    Diagnosis.HARDWARE_UNSAID));
            case GateReading.Board.Refused(String why) ->
                    Optional.of(
                            finding(
                                    "gate.hardware",
                                    title,
                                    Words.same(why),
                                    Diagnosis.HARDWARE_REFUSED));
        };
    }

    private static final Words RUNS = new Words("运行", "runs");

    private static Finding runs(GateSigns signs) {
        Words up = Figures.of(signs.upSeconds());
        Words value =
                new Words(
                        signs.version() + "，" + signs.hardware() + "，" + up.zh(),
                        signs.version() + ", " + signs.hardware() + ", for " + up.en());
        Diagnosis diagnosis =
                signs.turnedMillisAgo() > TURNED_MILLIS_MAX
                        ? Diagnosis.GATE_STUCK
                        : signs.safeMode() ? Diagnosis.SAFE_MODE : Diagnosis.FINE;
        return finding("gate.runs", RUNS, value, diagnosis);
    }

    static List<Finding> site(SiteReading site, Optional<GateSigns> signs, Instant now) {
        List<Finding> all = new ArrayList<>();
        Words title = new Words("配置文件", "site file");
        if (site.faultCount() > 0) {
            for (Words fault : site.faults()) {
                all.add(finding("site.file", title, fault, Diagnosis.SITE_BAD));
            }
        } else if (signs.isPresent() && isNewer(site, signs.get(), now)) {
            all.add(
                    finding(
                            "site.file",
                            title,
                            new Words("没有错误，比大门新", "no faults, newer than the gate"),
                            Diagnosis.SITE_NEWER));
        } else {
            all.add(finding("site.file", title, new Words("没有错误", "no faults"), Diagnosis.FINE));
        }
        if (signs.isPresent() && signs.get().siteRejected()) {
            all.add(
                    finding(
                            "site.in-use",
                            new Words("在用的配置", "in use"),
                            new Words("上一份好的", "the last good one"),
                            Diagnosis.SITE_STAND_IN));
        }
        return all;
    }

    /// By this machine's clock, which wrote both: the gate may have a simulated one.
    private static boolean isNewer(SiteReading site, GateSigns signs, Instant now) {
        Instant changed = site.changed();
        Instant begun = now.minusMillis(signs.upSeconds() * MILLIS_A_SECOND);
        return changed != null && changed.isAfter(begun);
    }

    static Finding rules(RulesReading rules) {
        Words title = new Words("规则", "rules");
        if (!rules.trouble().isEmpty()) {
            return finding("rules", title, Words.same(rules.trouble()), Diagnosis.RULES_DAMAGED);
        }
        if (rules.version() == 0) {
            return finding("rules", title, new Words("没有", "none"), Diagnosis.RULES_NONE);
        }
        Words value =
                new Words(
                        "第 %d 版，%d 张凭证".formatted(rules.version(), rules.credentials()),
                        "version %d, %d credentials"
                                .formatted(rules.version(), rules.credentials()));
        Words age =
                new Words(
                        "收到 " + Figures.zh(rules.ageSeconds()),
                        Figures.en(rules.ageSeconds()) + " old");
        return finding(
                "rules", title, rules.ageSeconds() < 0 ? value : value.and(age), Diagnosis.FINE);
    }

    private static Finding finding(String id, Words title, Words value, Diagnosis diagnosis) {
        return new Finding(Part.GATE, id, title, value, diagnosis);
    }
}
