package org.menfang.gate.app.doctor;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A report as lines of a terminal.
public final class ReportText {
    /// Narrower than any phone shows.
    public static final int COLUMNS_MIN = 40;

    public static final int COLUMNS_MAX = 200;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String INDENT = "  ";
    private static final int TITLE_CELLS_MAX = 34;
    private static final int HEAD_CELLS = 4;
    private static final int BETWEEN_CELLS = 2;
    private static final Words PROMISE =
            new Words("只读取输入，不驱动任何输出。", "It reads inputs and drives no output.");
    private static final Words SECRET =
            new Words(
                    "卡的全部数据是秘密：不要拍照、转发。",
                    "All bits of a card are a secret: no photograph, no message.");

    private final Tongue tongue;
    private final int columns;
    private final boolean raw;

    /// @param columns how wide the terminal is
    /// @param raw whether whole cards are shown
    public ReportText(Tongue tongue, int columns, boolean raw) {
        this.tongue = tongue;
        this.columns = Math.clamp(columns, COLUMNS_MIN, COLUMNS_MAX);
        this.raw = raw;
    }

    public List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        lines.addAll(head(report));
        int title = titleCells(report);
        for (Part part : Part.values()) {
            List<Finding> findings =
                    report.findings().stream().filter(each -> each.part() == part).toList();
            if (!findings.isEmpty()) {
                lines.add("");
                lines.add(part.words().in(tongue));
                lines.addAll(lines(findings, title));
            }
        }
        lines.add("");
        lines.add(legend());
        lines.addAll(wrapped(sum(report), columns));
        return lines;
    }

    private List<String> head(Report report) {
        List<String> lines = new ArrayList<>();
        lines.addAll(
                wrapped(
                        Words.same(
                                report.name()
                                        + " "
                                        + report.gate()
                                        + "  "
                                        + TIME.format(report.time().atZone(report.zone()))),
                        columns));
        lines.addAll(wrapped(PROMISE, columns));
        if (raw) {
            lines.addAll(wrapped(SECRET, columns));
        }
        return lines;
    }

    private int titleCells(Report report) {
        int most = Math.min(TITLE_CELLS_MAX, (columns - HEAD_CELLS) / 2);
        return report.findings().stream()
                .filter(each -> each.verdict() != Verdict.ABSENT)
                .mapToInt(each -> TextCells.width(each.title().in(tongue)))
                .filter(width -> width <= most)
                .max()
                .orElse(0);
    }

    /// What is not here for the same reason is told together, after the rest.
    private List<String> lines(List<Finding> findings, int titleCells) {
        List<String> lines = new ArrayList<>();
        Map<Words, List<Words>> absent = new LinkedHashMap<>();
        for (Finding each : findings) {
            if (each.verdict() == Verdict.ABSENT) {
                absent.computeIfAbsent(each.value(), _ -> new ArrayList<>()).add(each.title());
            } else {
                lines.addAll(lines(each, titleCells));
            }
        }
        absent.forEach((why, titles) -> lines.addAll(absent(why, titles)));
        return lines;
    }

    private List<String> absent(Words why, List<Words> titles) {
        String zh = titles.stream().map(Words::zh).map(ReportText::unpadded).collect(joining("、"));
        String en = titles.stream().map(Words::en).map(ReportText::unpadded).collect(joining(", "));
        return marked(
                Verdict.ABSENT,
                wrapped(
                        new Words(zh + "：" + why.zh(), en + ": " + why.en()),
                        columns - HEAD_CELLS));
    }

    private static String unpadded(String title) {
        return title.startsWith(Words.TIED) ? title.substring(1) : title;
    }

    /// The first line with the sign of a verdict, the others below it.
    private static List<String> marked(Verdict verdict, List<String> text) {
        List<String> lines = new ArrayList<>();
        for (String each : text) {
            String sign = lines.isEmpty() ? verdict.sign() : " ";
            lines.add(INDENT + sign + " " + each.replace(Words.TIED, " "));
        }
        return lines;
    }

    /// The value stands beside its title, or below it where there is no room.
    private List<String> lines(Finding finding, int titleCells) {
        String title = finding.title().in(tongue);
        int width = columns - HEAD_CELLS - titleCells - BETWEEN_CELLS;
        List<String> value =
                tongue == Tongue.BOTH
                        ? both(finding.value(), width)
                        : TextCells.wrapped(finding.value().in(tongue), width);
        List<String> text = new ArrayList<>();
        boolean beside = TextCells.width(title) <= titleCells;
        if (!beside) {
            text.add(title);
        }
        for (int i = 0; i < value.size(); i++) {
            String before = i == 0 && beside ? title : "";
            text.add(TextCells.padded(before, titleCells + BETWEEN_CELLS) + value.get(i));
        }
        Words advice = finding.diagnosis().advice();
        if (!advice.zh().isEmpty()) {
            text.addAll(wrapped(advice, columns - HEAD_CELLS));
        }
        return marked(finding.verdict(), text);
    }

    /// On one line where there is room for both, else one below the other.
    private List<String> both(Words words, int width) {
        String together = words.in(Tongue.BOTH);
        if (TextCells.width(together) <= width) {
            return List.of(together);
        }
        List<String> lines = new ArrayList<>(TextCells.wrapped(words.zh(), width));
        if (!words.zh().equals(words.en())) {
            lines.addAll(TextCells.wrapped(words.en(), width));
        }
        return lines;
    }

    private String legend() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> verdict.sign() + " " + verdict.words().in(tongue))
                .collect(joining("   "));
    }

    private Words sum(Report report) {
        long broken = report.count(Verdict.BROKEN);
        long look = report.count(Verdict.LOOK);
        if (broken + look == 0) {
            return new Words("全部正常。", "All is well.");
        }
        return new Words(
                "%d 处坏，%d 处要看。".formatted(broken, look),
                "%d broken, %d to look at.".formatted(broken, look));
    }

    /// Each language on lines of its own.
    private List<String> wrapped(Words words, int width) {
        List<String> lines = new ArrayList<>();
        if (tongue != Tongue.ENGLISH) {
            lines.addAll(TextCells.wrapped(words.zh(), width));
        }
        boolean again = tongue == Tongue.BOTH && !words.zh().equals(words.en());
        if (tongue == Tongue.ENGLISH || again) {
            lines.addAll(TextCells.wrapped(words.en(), width));
        }
        return lines;
    }
}
