package org.menfang.gate.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The board: its memory, its heat, its supply, and who starts it again when it hangs.
final class BoardFindings {
    static final long MEMORY_KILOBYTES_MIN = 64 * 1024;
    static final long HOT_CELSIUS = 70;
    static final long TOO_HOT_CELSIUS = 80;

    private static final long BYTES_A_KILOBYTE = 1024;

    /// Bits of the firmware: what is so now, and 16 places higher what has been so since the start.
    private static final int WEAK = 1;

    private static final int SLOW = 2 | 4 | 8;
    private static final int BEFORE = 16;

    private BoardFindings() {}

    /// @param memoryFree what programs can still have, kilobytes
    /// @param memoryAll in kilobytes
    /// @param heat of the processor, thousandths of a degree Celsius
    /// @param throttled the bits of the firmware of a Raspberry Pi
    /// @param weakSupply whether a Raspberry Pi's supply gives too little voltage now
    /// @param watchdog the state of the watchdog, `active` or `inactive`
    /// @param watchdogName what drives it
    record BoardReading(
            OptionalLong memoryFree,
            OptionalLong memoryAll,
            OptionalLong heat,
            OptionalInt throttled,
            Optional<Boolean> weakSupply,
            Optional<String> watchdog,
            Optional<String> watchdogName) {}

    static List<Finding> of(BoardReading board) {
        List<Finding> all = new ArrayList<>();
        all.add(memory(board));
        all.add(heat(board.heat()));
        all.add(supply(board));
        all.add(speed(board.throttled()));
        all.add(watchdog(board));
        return all;
    }

    private static Finding memory(BoardReading board) {
        Words title = new Words("内存", "memory");
        if (board.memoryFree().isEmpty()) {
            return absent("board.memory", title);
        }
        long kilobytes = board.memoryFree().getAsLong();
        String free = Figures.bytes(kilobytes * BYTES_A_KILOBYTE);
        String all = Figures.bytes(board.memoryAll().orElse(0) * BYTES_A_KILOBYTE);
        return finding(
                "board.memory",
                title,
                new Words("可用 " + free + "，共 " + all, free + " free of " + all),
                kilobytes < MEMORY_KILOBYTES_MIN ? Diagnosis.MEMORY_LOW : Diagnosis.FINE);
    }

    private static Finding heat(OptionalLong heat) {
        Words title = new Words("温度", "temperature");
        if (heat.isEmpty()) {
            return absent("board.temperature", title);
        }
        double celsius = heat.getAsLong() / 1000.0;
        Diagnosis diagnosis =
                celsius >= TOO_HOT_CELSIUS
                        ? Diagnosis.TOO_HOT
                        : celsius >= HOT_CELSIUS ? Diagnosis.HOT : Diagnosis.FINE;
        String value = String.format(Locale.ROOT, "%.1f%s°C", celsius, Words.TIED);
        return finding(
                "board.temperature",
                title,
                new Words(
                        value + "（应低于 " + HOT_CELSIUS + "）",
                        value + " (below " + HOT_CELSIUS + ")"),
                diagnosis);
    }

    private static Finding supply(BoardReading board) {
        Words title = new Words("供电", "supply");
        int bits = board.throttled().orElse(0);
        if (board.throttled().isEmpty() && board.weakSupply().isEmpty()) {
            return absent("board.supply", title);
        }
        if ((bits & WEAK) != 0 || board.weakSupply().orElse(false)) {
            return finding(
                    "board.supply",
                    title,
                    new Words("电压不足", "too little voltage"),
                    Diagnosis.UNDER_VOLTAGE);
        }
        return (bits & (WEAK << BEFORE)) != 0
                ? finding(
                        "board.supply",
                        title,
                        new Words("现在够，曾经不足", "enough now, too little before"),
                        Diagnosis.UNDER_VOLTAGE_BEFORE)
                : finding("board.supply", title, new Words("够", "enough"), Diagnosis.FINE);
    }

    private static Finding speed(OptionalInt throttled) {
        Words title = new Words("CPU 速度", "speed");
        if (throttled.isEmpty()) {
            return absent("board.speed", title);
        }
        int bits = throttled.getAsInt();
        if ((bits & SLOW) != 0) {
            return finding(
                    "board.speed",
                    title,
                    new Words("正在降速", "slowed down now"),
                    Diagnosis.THROTTLED);
        }
        return (bits & (SLOW << BEFORE)) != 0
                ? finding(
                        "board.speed",
                        title,
                        new Words("降过速", "slowed down before"),
                        Diagnosis.THROTTLED)
                : finding("board.speed", title, new Words("正常", "full"), Diagnosis.FINE);
    }

    private static Finding watchdog(BoardReading board) {
        Words title = new Words("看门狗", "watchdog");
        if (board.watchdog().isEmpty()) {
            return absent("board.watchdog", title);
        }
        boolean active = board.watchdog().get().equals("active");
        String name = board.watchdogName().orElse("watchdog0");
        return finding(
                "board.watchdog",
                title,
                active
                        ? new Words(name + "，有人喂", name + ", fed")
                        : new Words(name + "，没人喂", name + ", fed by nobody"),
                active ? Diagnosis.FINE : Diagnosis.WATCHDOG_IDLE);
    }

    private static Finding absent(String id, Words title) {
        return finding(
                id, title, new Words("本板没有", "not on this board"), Diagnosis.NOT_ON_THIS_BOARD);
    }

    private static Finding finding(String id, Words title, Words value, Diagnosis diagnosis) {
        return new Finding(Part.BOARD, id, title, value, diagnosis);
    }
}
