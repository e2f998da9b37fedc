package org.menfang.sim.demo;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/// What is broken in the compound, and what happened in it.
final class OfficeCases {
    private static final String STAIR_LAMP = "3 号楼 2 单元楼道的声控灯不亮，晚上上楼看不见";
    private static final String FENCE = "西围墙的铁丝网破了一个洞，人能钻进来";
    private static final String SHED = "北门里面的车棚";
    private static final Pattern NUMBER = Pattern.compile("(/repairs/\\d+)");

    private OfficeCases() {}

    /// One is done by one person and looked at by another; the other is begun only.
    static void report(Office office) throws IOException, InterruptedException, DemoFailure {
        office.unless(
                "/repairs",
                STAIR_LAMP,
                () -> {
                    String repair = report(office, "3 号楼", STAIR_LAMP);
                    HubBrowser committee = office.committee();
                    committee.send(repair + "/act/accept");
                    committee.send(repair + "/act/begin");
                    committee.send(repair + "/act/finish", "note", "换了 LED 灯泡，12 元，收据已交。");
                    office.volunteer().send(repair + "/act/check", "note", "晚上去看过，亮了。");
                });
        office.unless(
                "/repairs",
                FENCE,
                () -> {
                    String repair = report(office, "西围墙", FENCE);
                    office.committee().send(repair + "/act/accept");
                });
    }

    private static String report(Office office, String place, String what)
            throws IOException, InterruptedException, DemoFailure {
        String onward =
                office.volunteer()
                        .send(
                                "/repairs/new",
                                "compound",
                                office.compound(),
                                "place",
                                place,
                                "what",
                                what);
        return HubBrowser.found(NUMBER, onward);
    }

    static void writeIncident(Office office) throws IOException, InterruptedException, DemoFailure {
        LocalDateTime night = office.now().toLocalDate().minusDays(1).atTime(LocalTime.of(22, 40));
        office.unless(
                "/incidents",
                SHED,
                () ->
                        office.committee()
                                .send(
                                        "/incidents/new",
                                        "compound",
                                        office.compound(),
                                        "category",
                                        "E_BIKE",
                                        "place",
                                        SHED,
                                        "from",
                                        night.toString(),
                                        "to",
                                        night.plusMinutes(50).toString(),
                                        "gate",
                                        office.gate(),
                                        "police",
                                        "派出所回执 2026-0147",
                                        "person",
                                        "王建国",
                                        "person",
                                        Office.VOLUNTEER,
                                        "text",
                                        """
                                        晚上 22:40 左右，两个陌生人推一辆黑色电动车从车棚往北门走，车没有开锁。
                                        值班志愿者问是哪一户，两人丢下车跑了，从西围墙的洞钻了出去。
                                        车已经还给车主，没有损失。已报警，民警 23:20 到场看了录像。
                                        要做的：补好围墙的洞（已报修），车棚晚上十点以后刷卡进。\
                                        """));
    }
}
