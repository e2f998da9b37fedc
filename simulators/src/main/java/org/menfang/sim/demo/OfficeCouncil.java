package org.menfang.sim.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/// What the households decided, and what the compound earned and spent.
final class OfficeCouncil {
    private static final String DECISIONS = "/decisions";
    private static final String SHED_RULE = "车棚晚上 22:00 到早上 6:00 锁门，进出刷卡";
    private static final String LAMP_RULE = "北门外加一盏路灯，连安装 680 元，从停车费里出";
    private static final String HOUSEHOLDS = "15";
    private static final String QUORUM = "8";
    private static final Pattern DECISION = Pattern.compile("href=\"/decisions/(\\d+)\"");
    private static final Pattern TO_CONFIRM =
            Pattern.compile(
                    "action=\"/money/[^\"]+/confirm\".*?name=\"number\" value=\"(\\d+)\"",
                    Pattern.DOTALL);

    private OfficeCouncil() {}

    static void vote(Office office) throws IOException, InterruptedException, DemoFailure {
        office.unless(
                DECISIONS,
                SHED_RULE,
                () -> {
                    String one = ask(office, "RULES", SHED_RULE);
                    HubBrowser council = office.council();
                    cast(council, one, "YES", "h-01 h-02 h-04 h-05 h-06 h-07 h-08 h-09 h-10");
                    cast(council, one, "NO", "h-11 h-13");
                    cast(council, one, "ABSTAIN", "h-12");
                    council.send(one + "/close");
                });
        office.unless(
                DECISIONS,
                LAMP_RULE,
                () -> {
                    String one = ask(office, "EXPENSE", LAMP_RULE);
                    cast(office.council(), one, "YES", "h-01 h-03 h-07 h-09");
                    cast(office.council(), one, "NO", "h-13");
                });
    }

    private static String ask(Office office, String kind, String text)
            throws IOException, InterruptedException, DemoFailure {
        HubBrowser council = office.council();
        council.send(
                DECISIONS,
                "compound",
                office.compound(),
                "kind",
                kind,
                "text",
                text,
                "households",
                HOUSEHOLDS,
                "quorum",
                QUORUM);
        int newest =
                HubBrowser.all(DECISION, council.page(DECISIONS)).stream()
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElseThrow(() -> new DemoFailure(DECISIONS + ": " + text + "?"));
        return DECISIONS + "/" + newest;
    }

    private static void cast(HubBrowser council, String one, String vote, String households)
            throws IOException, InterruptedException, DemoFailure {
        council.send(one + "/votes", "vote", vote, "households", households);
    }

    /// A line of the account book.
    ///
    /// @param daysAgo when
    /// @param what source of an income, use of an expense
    /// @param receipt empty for an income
    private record Line(int daysAgo, String what, String yuan, String text, String receipt) {}

    private static final List<Line> LINES =
            List.of(
                    new Line(40, "FEE", "1050.00", "上月自管费，42 户，每户 25 元", ""),
                    new Line(38, "PARKING", "320.00", "上月停车费", ""),
                    new Line(35, "POWER", "218.40", "上月路灯和门禁电费", "电 00412877"),
                    new Line(12, "FEE", "1050.00", "本月自管费，42 户，每户 25 元", ""),
                    new Line(11, "DONATION", "600.00", "居民捐款，指定买路灯", ""),
                    new Line(9, "CLEANING", "180.00", "清理楼道杂物，三轮车两趟", "收 0093"),
                    new Line(6, "ALLOWANCE", "900.00", "夜班志愿者补贴，30 个班", "表 2026-11"),
                    new Line(2, "REPAIR", "12.00", "3 号楼 2 单元声控灯泡", "收 0101"));

    /// Waits for the second key.
    private static final Line CAMERA =
            new Line(1, "EQUIPMENT", "860.00", "车棚摄像头一个，含安装", "票 20391145");

    static void keepAccounts(Office office) throws IOException, InterruptedException, DemoFailure {
        String book = "/money/" + office.compound();
        for (Line line : LINES) {
            office.unless(book, line.text(), () -> write(office, book, line));
        }
        HubBrowser second = office.supervisor();
        for (String number : HubBrowser.all(TO_CONFIRM, second.page(book))) {
            if (!office.shows(book, CAMERA.text())) {
                second.send(book + "/confirm", "number", number);
            }
        }
        office.unless(book, CAMERA.text(), () -> write(office, book, CAMERA));
    }

    private static void write(Office office, String book, Line line)
            throws IOException, InterruptedException, DemoFailure {
        boolean income = line.receipt().isEmpty();
        LocalDate day = office.now().toLocalDate().minusDays(line.daysAgo());
        office.committee()
                .send(
                        book + (income ? "/income" : "/expense"),
                        "day",
                        day.toString(),
                        income ? "source" : "use",
                        line.what(),
                        "yuan",
                        line.yuan(),
                        "text",
                        line.text(),
                        "receipt",
                        line.receipt());
    }
}
