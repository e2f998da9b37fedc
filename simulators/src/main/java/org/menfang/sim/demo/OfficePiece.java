package org.menfang.sim.demo;

import java.io.IOException;

/// One of the things with which an office is furnished.
///
/// @param name in Chinese and English
/// @param furnish adds what is missing of it, and nothing twice
record OfficePiece(Name name, Furnishing furnish) {
    /// What people call it.
    enum Name {
        TEAM("职务：委员会、监事、议事会、组长和志愿者", "roles: committee, supervisors, council, volunteers"),
        ROSTER("一周的值班表", "a week's roster"),
        TOUR("巡逻路线，三个点", "a patrol tour of three places"),
        REPAIRS("报修：一件在等，一件修好了", "repairs: one waits, one is done"),
        INCIDENT("一件事件记录", "an incident"),
        DECISIONS("住户表决", "votes of the households"),
        MONEY("收支账", "the accounts"),
        HOUSEHOLD("一户人家的链接", "a household's link"),
        PASS("访客通行证", "a visitor's pass"),
        CARE("关照一位老人", "an elder who is looked after"),
        ROUND("走一趟巡逻（等到点，最多一分钟）", "a round (it waits until it is due, a minute at most)"),
        WIRE(
                "一根被剪的灯线：接好以后十分钟，报修自己关闭",
                "a wire that was cut: ten minutes after it was mended, its repair closes");

        private final String zh;
        private final String en;

        Name(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String in(DemoWords words) {
            return switch (words) {
                case zh -> zh;
                case en -> en;
            };
        }
    }

    /// Adds what is missing.
    interface Furnishing {
        void in(Office office) throws IOException, InterruptedException, DemoFailure;
    }
}
