package org.menfang.sim.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.menfang.sim.rest.DeedLog;

/// What the demo says, in each language. The names are as they are typed.
public enum DemoWords {
    zh {
        @Override
        String preparing(Path folder) {
            return "正在准备小区：15 户居民、门禁卡、规则。数据在 " + folder;
        }

        @Override
        String startingHub() {
            return "正在启动值班中心……";
        }

        @Override
        String publishedRules() {
            return "规则已签署，正在送往大门。";
        }

        @Override
        String keptRules() {
            return "这里的规则上次在页面上改过：保留改过的规则。";
        }

        @Override
        String ownPass(Path folder, LocalDate from) {
            return """
              发一张通行证，再到北门的窗口出示；想收回就 pass revoke：
                ./menfang pass issue --data %1$s/hub --rules %1$s/rules.json --access-point north-in \\
                  --from %2$sT00:00 --hours 720 --out %1$s/passes
                ./menfang simulate --data %1$s show north-reader "$(cat %1$s/passes/*.txt)"
            """
                    .formatted(folder, from);
        }

        @Override
        String startingGate() {
            return "正在启动大门控制器……";
        }

        @Override
        String furnishing() {
            return "正在布置小区办公室：由委员会、监事、议事会和志愿者在页面上一件一件做。值班页面现在就能看。";
        }

        @Override
        String furnished(boolean anything) {
            return anything ? "办公室布置好了。" : "办公室的内容都在，没有重复添加。";
        }

        @Override
        String pieceDone(String piece) {
            return "  ✓ " + piece;
        }

        @Override
        String pieceFailed(String piece, Exception why) {
            return "  ✗ 没做成：" + piece + "。" + why.getMessage();
        }

        @Override
        String householdLink(String link) {
            return "    这户人家自己的页面（不用登录）：" + link;
        }

        @Override
        String stopping() {
            return "正在停止……";
        }

        @Override
        String portTaken(int port) {
            return "端口 " + port + " 已被占用；换一个端口，或用 --port 0 任选空闲端口。";
        }

        @Override
        String trouble(IOException fault) {
            return "演示无法继续：" + fault;
        }

        @Override
        String doesNotComeUp(Program program) {
            return program.name() + " 没有起来，原因见日志：" + program.log();
        }

        @Override
        String welcome(String link, Path folder, long minutes, long hub, long gate) {
            return """

            小区醒了。一天在 %d 分钟里过完；Ctrl-C 结束。

              值班页面（链接只能用一次）：
                %s
              自己动手：
                ./menfang simulate --data %s door north-gate force
              拔掉值班中心的电源（15 秒后自动再启动，居民照常进出）：
                kill -9 %d          （大门控制器是 %d）
            """
                    .formatted(minutes, link, folder, hub, gate);
        }

        @Override
        String died(String program, Duration down) {
            return program(program) + "停了；" + down.toSeconds() + " 秒后再启动。";
        }

        @Override
        String startedAgain(String program) {
            return program(program) + "又启动了。";
        }

        private String program(String name) {
            return name.equals("hub") ? "值班中心" : "大门控制器";
        }

        @Override
        String stranger() {
            return "一个陌生人";
        }

        @Override
        String pattern(String kind) {
            return switch (kind) {
                case "Passed" -> "%s 刷卡进了%s";
                case "Left" -> "%s 从%s出去";
                case "TurnedAway" -> "%s 在%s刷卡被拒，走了";
                case "KeptOut" -> "%s 在%s没有得到回应";
                case "KeptIn" -> "%s 被关在%s里面！";
                case "PassOpened" -> "访客出示通行证，进了%2$s";
                case "PassRefused" -> "访客的通行证在%2$s被拒（截图或已用完）";
                case "TwoPassed" -> "%s 和邻居一起刷卡，双人才能进%s";
                case "PinsGuessed" -> "有人捡到卡，在%2$s乱试密码，卡被锁住";
                case "PassedUnderDuress" -> "%s 被人胁迫，在%s输了求救密码，门照开";
                case "CopyShown" -> "%s 的卡被人复制，同一时刻在%s也刷了";
                case "LockdownCalled" -> "志愿者 %s 在%s连刷三次卡：小区封闭一阵";
                case "BrokeIn" -> "有人撬开了%2$s！";
                case "HeldOpen" -> "搬沙发，%2$s开得太久";
                case "LampLineCut" -> "小偷剪断了%2$s的线！";
                case "LampLineMended" -> "志愿者接好了%2$s的线";
                case "LampDied" -> "%2$s坏了";
                case "LampReplaced" -> "%2$s换了新灯";
                default -> kind + " %s %s";
            };
        }
    },

    en {
        @Override
        String preparing(Path folder) {
            return "Preparing the compound: 15 households, cards, rules. Data in " + folder;
        }

        @Override
        String startingHub() {
            return "Starting the hub …";
        }

        @Override
        String publishedRules() {
            return "The rules are signed and on their way to the gate.";
        }

        @Override
        String keptRules() {
            return "The rules of this folder were changed on the pages: they stay as they are.";
        }

        @Override
        String ownPass(Path folder, LocalDate from) {
            return """
              Issue a pass, show it at the window of the north gate; take it back by pass revoke:
                ./menfang pass issue --data %1$s/hub --rules %1$s/rules.json --access-point north-in \\
                  --from %2$sT00:00 --hours 720 --out %1$s/passes
                ./menfang simulate --data %1$s show north-reader "$(cat %1$s/passes/*.txt)"
            """
                    .formatted(folder, from);
        }

        @Override
        String startingGate() {
            return "Starting the gate …";
        }

        @Override
        String furnishing() {
            return "Furnishing the office: committee, supervisors, council and volunteers do it piece by piece"
                    + " on the pages. The board can be seen meanwhile.";
        }

        @Override
        String furnished(boolean anything) {
            return anything
                    ? "The office is furnished."
                    : "Everything was in the office already; nothing was added.";
        }

        @Override
        String pieceDone(String piece) {
            return "  ✓ " + piece;
        }

        @Override
        String pieceFailed(String piece, Exception why) {
            return "  ✗ not done: " + piece + ". " + why.getMessage();
        }

        @Override
        String householdLink(String link) {
            return "    the household's own page, without a sign-in: " + link;
        }

        @Override
        String stopping() {
            return "Stopping …";
        }

        @Override
        String portTaken(int port) {
            return "Port " + port + " is taken; name another, or --port 0 for any free one.";
        }

        @Override
        String trouble(IOException fault) {
            return "The demo cannot go on: " + fault;
        }

        @Override
        String doesNotComeUp(Program program) {
            return "The "
                    + program.name()
                    + " does not come up; its log says why: "
                    + program.log();
        }

        @Override
        String welcome(String link, Path folder, long minutes, long hub, long gate) {
            return """

            The compound is awake. A day passes in %d minutes; Ctrl-C ends it.

              The board (the link works once):
                %s
              Lend a hand:
                ./menfang simulate --data %s door north-gate force
              Pull the hub's plug (it is started again after 15 s; residents pass all the while):
                kill -9 %d          (the gate is %d)
            """
                    .formatted(minutes, link, folder, hub, gate);
        }

        @Override
        String died(String program, Duration down) {
            return "The "
                    + program
                    + " is gone; it is started again in "
                    + down.toSeconds()
                    + " s.";
        }

        @Override
        String startedAgain(String program) {
            return "The " + program + " is started again.";
        }

        @Override
        String stranger() {
            return "a stranger";
        }

        @Override
        String pattern(String kind) {
            return switch (kind) {
                case "Passed" -> "%s comes in by card: %s";
                case "Left" -> "%s goes out: %s";
                case "TurnedAway" -> "%s is denied and goes away: %s";
                case "KeptOut" -> "%s gets no answer: %s";
                case "KeptIn" -> "%s is kept in: %s!";
                case "PassOpened" -> "a visitor shows a pass and comes in: %2$s";
                case "PassRefused" ->
                        "a visitor's pass is refused, a picture of it or used up: %2$s";
                case "TwoPassed" -> "%s and a neighbour show their cards together: %s";
                case "PinsGuessed" -> "somebody guesses the PIN of a found card: %2$s";
                case "PassedUnderDuress" -> "%s is forced to open and enters the duress PIN: %s";
                case "CopyShown" -> "a copy of the card of %s is shown: %s";
                case "LockdownCalled" -> "%s, a volunteer, calls a lockdown: %s";
                case "BrokeIn" -> "somebody breaks the door open: %2$s!";
                case "HeldOpen" -> "a sofa keeps the door open too long: %2$s";
                case "LampLineCut" -> "a thief has cut the line of %2$s!";
                case "LampLineMended" -> "a volunteer has mended the line of %2$s";
                case "LampDied" -> "a lamp has died: %2$s";
                case "LampReplaced" -> "a lamp is replaced: %2$s";
                default -> kind + " %s %s";
            };
        }
    };

    abstract String preparing(Path folder);

    abstract String startingHub();

    /// The rules are signed, and the gate gets them once it has joined.
    abstract String publishedRules();

    /// Said in their place where the rules were changed on the hub's pages.
    abstract String keptRules();

    /// How to issue a pass and show it.
    ///
    /// @param from a day before the first day of the demo
    abstract String ownPass(Path folder, LocalDate from);

    abstract String startingGate();

    /// The office is being furnished, while the board can be used.
    abstract String furnishing();

    /// @param anything whether anything was missing
    abstract String furnished(boolean anything);

    abstract String pieceDone(String piece);

    abstract String pieceFailed(String piece, Exception why);

    /// Where a household finds its own page.
    abstract String householdLink(String link);

    abstract String stopping();

    abstract String portTaken(int port);

    abstract String trouble(IOException fault);

    abstract String doesNotComeUp(Program program);

    abstract String welcome(String link, Path folder, long minutes, long hub, long gate);

    abstract String died(String program, Duration down);

    abstract String startedAgain(String program);

    abstract String stranger();

    /// Who is the first argument, where the second.
    abstract String pattern(String kind);

    /// One line for what somebody did.
    String deed(DeedLog.DeedView deed) {
        String who = Objects.requireNonNullElse(deed.who(), stranger());
        return deed.time() + "  " + pattern(deed.kind()).formatted(who, deed.where());
    }
}
