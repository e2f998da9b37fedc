package org.menfang.gate.app.doctor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.osdp.ReaderFault;
import org.menfang.gate.reader.Wiegand;
import org.menfang.gate.signs.ReaderSigns;
import org.menfang.gate.signs.ReaderSigns.Delivered;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;

/// Each reader: its wires at rest, what came from it last, what was refused, and whether it is
/// heard.
final class ReaderFindings {
    /// One refused frame in so many is what a long cable does; more is a fault.
    static final long FRAMES_A_REFUSED_ONE_MIN = 20;

    private static final int DIGEST_DIGITS = 4;
    private static final int DECIMAL_DIGITS = 4;

    private final Site site;
    private final boolean raw;

    /// @param raw whether whole cards are shown
    ReaderFindings(Site site, boolean raw) {
        this.site = site;
        this.raw = raw;
    }

    /// Every reader of the site, in its order.
    List<Finding> of(List<ReaderSigns> readers) {
        List<Finding> all = new ArrayList<>();
        for (ReaderPlan plan : site.readers()) {
            Optional<ReaderSigns> signs =
                    readers.stream().filter(each -> each.reader().equals(plan.id())).findFirst();
            if (signs.isPresent()) {
                all.addAll(of(plan, signs.get()));
            } else {
                all.add(
                        new Finding(
                                Part.READERS,
                                "reader." + plan.id(),
                                Words.same(plan.id().toString()),
                                new Words("只有运行中的大门知道", "known to a running gate only"),
                                Diagnosis.NOT_KNOWN_NOW));
            }
        }
        return all;
    }

    List<Finding> of(ReaderPlan plan, ReaderSigns signs) {
        List<Finding> all = new ArrayList<>();
        ReaderState.OnWires wires = signs.wires();
        ReaderState.OnLine bus = signs.bus();
        if (wires != null) {
            all.add(wires(plan, wires));
        }
        if (bus != null) {
            all.add(bus(plan, bus));
        }
        if (!signs.trouble().isEmpty() && bus == null) {
            all.add(
                    finding(
                            plan,
                            "heard",
                            new Words("听不听得到", "heard"),
                            Words.same(signs.trouble()),
                            Diagnosis.READER_FAILED));
        }
        if (signs.tamper()) {
            all.add(
                    finding(
                            plan,
                            "case",
                            new Words("外壳", "case"),
                            new Words("被打开", "open"),
                            Diagnosis.READER_OPEN));
        }
        all.add(last(plan, signs.last()));
        if (wires != null) {
            all.add(refused(plan, wires));
        }
        return all;
    }

    private Finding wires(ReaderPlan plan, ReaderState.OnWires wires) {
        Boolean zero = wires.zeroHigh();
        Boolean one = wires.oneHigh();
        Words title = new Words("D0 D1 空闲", "D0 D1 at rest");
        if (zero == null || one == null) {
            return finding(
                    plan,
                    "wires",
                    title,
                    new Words("读不到", "cannot be read"),
                    Diagnosis.PIN_UNREADABLE);
        }
        boolean zeroLow = zero == isActiveHigh(plan, PointRole.D0);
        boolean oneLow = one == isActiveHigh(plan, PointRole.D1);
        Words value =
                new Words(
                        "D0 " + level(zero).zh() + "，D1 " + level(one).zh(),
                        "D0 " + level(zero).en() + ", D1 " + level(one).en());
        Diagnosis diagnosis =
                zeroLow && oneLow
                        ? Diagnosis.BOTH_LOW
                        : zeroLow ? Diagnosis.D0_LOW : oneLow ? Diagnosis.D1_LOW : Diagnosis.FINE;
        return finding(plan, "wires", title, value, diagnosis);
    }

    private boolean isActiveHigh(ReaderPlan plan, PointRole role) {
        Optional<PinPlan> pin = site.pin(PointName.of(plan.id(), role));
        return pin.isPresent() && !pin.get().activeLow();
    }

    private static Words level(boolean high) {
        return high ? new Words("高", "high") : new Words("低", "low");
    }

    private Finding last(ReaderPlan plan, @Nullable Delivered last) {
        Words title = new Words("最后读到", "last read");
        if (last == null) {
            return finding(
                    plan,
                    "last",
                    title,
                    new Words("还没有，刷一张卡再看", "nothing yet, show a card"),
                    Diagnosis.NOT_KNOWN_NOW);
        }
        Words ago =
                new Words(
                        Figures.zh(last.secondsAgo()) + "前",
                        Figures.en(last.secondsAgo()) + " ago");
        return switch (last.kind()) {
            case KEY ->
                    finding(plan, "last", title, new Words("按键", "a key").and(ago), Diagnosis.FINE);
            case TEXT ->
                    finding(
                            plan,
                            "last",
                            title,
                            new Words("二维码", "a code").and(ago),
                            Diagnosis.FINE);
            case CARD -> card(plan, title, last.bits(), ago);
        };
    }

    /// A key of a keypad comes as a short frame.
    private Finding card(ReaderPlan plan, Words title, String bits, Words ago) {
        boolean fits = Wiegand.decode(plan.format(), new CardBits(bits)).isPresent();
        boolean key = plan.keypad() && bits.length() <= 8;
        String length =
                bits.length()
                        + (raw ? Words.TIED + "bit " + hexadecimal(bits) : Words.TIED + "bit");
        Words shown =
                key
                        ? new Words("按键", "a key")
                        : raw
                                ? Words.same(length + " " + bits)
                                : new Words(
                                        length + "，末四位 " + lastDigits(plan, bits),
                                        length + ", ends in " + lastDigits(plan, bits));
        Words verdict =
                key
                        ? new Words("", "")
                        : fits
                                ? new Words(
                                        "，合 " + plan.format().name(),
                                        ", fits " + plan.format().name())
                                : new Words(
                                        "，不合 " + plan.format().name() + wrong(plan, bits).zh(),
                                        ", not " + plan.format().name() + wrong(plan, bits).en());
        Words value =
                new Words(
                        shown.zh() + verdict.zh() + "，" + ago.zh(),
                        shown.en() + verdict.en() + ", " + ago.en());
        return finding(
                plan, "last", title, value, fits || key ? Diagnosis.FINE : Diagnosis.FRAME_FOREIGN);
    }

    private static Words wrong(ReaderPlan plan, String bits) {
        return bits.length() == plan.format().bits()
                ? new Words("（校验错）", " (wrong parity)")
                : new Words(
                        "（应有 " + plan.format().bits() + " 位）",
                        " (which has " + plan.format().bits() + Words.TIED + "bit)");
    }

    /// What tells a card from others without saying which it is: the end of its number, or of all
    /// its bits where they have no number.
    private static String lastDigits(ReaderPlan plan, String bits) {
        boolean whole = Wiegand.decode(plan.format(), new CardBits(bits)).isPresent();
        String number =
                whole
                        ? bits.substring(
                                plan.format().number().from(), plan.format().number().end())
                        : bits;
        String digits = new BigInteger(number, 2).toString();
        String end = digits.substring(Math.max(0, digits.length() - DECIMAL_DIGITS));
        return "0".repeat(Math.max(0, DIGEST_DIGITS - end.length())) + end;
    }

    private static String hexadecimal(String bits) {
        int digits = (bits.length() + 3) / 4;
        String text = new BigInteger(bits, 2).toString(16).toUpperCase(Locale.ROOT);
        return "0x" + "0".repeat(digits - text.length()) + text;
    }

    private Finding refused(ReaderPlan plan, ReaderState.OnWires wires) {
        long refused = wires.refused();
        Words value =
                new Words(
                        "收下 %d，拒绝 %d（丢边沿 %d，太短 %d，太长 %d，时间不对 %d）"
                                .formatted(
                                        wires.whole(),
                                        refused,
                                        wires.edgesLost(),
                                        wires.tooShort(),
                                        wires.tooLong(),
                                        wires.badTiming()),
                        "%d taken, %d refused (edges lost %d, short %d, long %d, timing %d)"
                                .formatted(
                                        wires.whole(),
                                        refused,
                                        wires.edgesLost(),
                                        wires.tooShort(),
                                        wires.tooLong(),
                                        wires.badTiming()));
        Words all =
                refused == 0
                        ? value
                        : value.and(
                                new Words(
                                        "最后一次 " + wires.lastRefusedBits() + " 位",
                                        "the last had "
                                                + wires.lastRefusedBits()
                                                + Words.TIED
                                                + "bit"));
        boolean often = refused * FRAMES_A_REFUSED_ONE_MIN > wires.whole() + refused;
        Diagnosis diagnosis =
                !often
                        ? Diagnosis.FINE
                        : wires.edgesLost() * 2 > refused
                                ? Diagnosis.EDGES_LOST
                                : Diagnosis.FRAMES_REFUSED;
        return finding(plan, "frames", new Words("帧", "frames"), all, diagnosis);
    }

    private static Finding bus(ReaderPlan plan, ReaderState.OnLine bus) {
        Words title = new Words("OSDP", "OSDP");
        if (bus.online()) {
            return finding(
                    plan,
                    "osdp",
                    title,
                    new Words("在线，已加密", "online, encrypted"),
                    bus.powerFailed() ? Diagnosis.READER_SUPPLY : Diagnosis.FINE);
        }
        String[] words = bus.faultWords().split(" / ", 2);
        Words value =
                bus.faultWords().isEmpty()
                        ? new Words("还没有应答", "no answer yet")
                        : new Words(words[0], words[words.length - 1]);
        return finding(plan, "osdp", title, value, diagnosis(bus.fault()));
    }

    private static Diagnosis diagnosis(String fault) {
        for (ReaderFault known : ReaderFault.values()) {
            if (known.name().equals(fault)) {
                return switch (known) {
                    case NO_KEY, KEY_UNUSABLE -> Diagnosis.OSDP_NO_KEY;
                    case DEFAULT_KEY -> Diagnosis.OSDP_DEFAULT_KEY;
                    case UNENCRYPTED -> Diagnosis.OSDP_IN_CLEAR;
                    case WRONG_KEY, KEY_REFUSED, FORGED -> Diagnosis.OSDP_WRONG_KEY;
                    case LINE_GONE,
                            SILENT,
                            BUSY,
                            SESSION_LOST,
                            KEY_NOT_SET,
                            KEY_NOT_KEPT,
                            ADDRESS_NOT_SET ->
                            Diagnosis.OSDP_SILENT;
                };
            }
        }
        return Diagnosis.OSDP_SILENT;
    }

    private static Finding finding(
            ReaderPlan plan, String what, Words title, Words value, Diagnosis diagnosis) {
        String id = plan.id().toString();
        return new Finding(
                Part.READERS,
                "reader." + id + "." + what,
                new Words(id + " " + title.zh(), id + " " + title.en()),
                value,
                diagnosis);
    }
}
