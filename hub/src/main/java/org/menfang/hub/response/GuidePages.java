package org.menfang.hub.response;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.AlarmKind;

/// The alarm guide: what each alarm is, why it matters, and what a volunteer does.
public final class GuidePages implements Section {
    public static final String PAGE = "/alarm-guide";

    @Override
    public void addTo(PageTable table) {
        table.get(PAGE, Right.SEE_BOARD, GuidePages::show);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PAGE, "alarms.guide.menu", Right.SEE_BOARD));
    }

    /// One kind of alarm.
    ///
    /// @param steps 1 to {@link AlarmGuide#STEPS_MAX}
    /// @param neverWaits whether it is never put aside
    public record GuideRow(
            AlarmKind kind,
            String name,
            String priority,
            String cause,
            String consequence,
            List<String> steps,
            boolean neverWaits) {}

    /// One condition under which alarms stand below another one.
    public record RuleRow(String cause, List<String> explained) {}

    private static Reply show(Visit visit) {
        return Reply.show(
                "alarms/guide.jte", Map.of("rows", rows(visit::text), "rules", rules(visit::text)));
    }

    static List<GuideRow> rows(UnaryOperator<String> words) {
        return Arrays.stream(AlarmKind.values())
                .sorted(Comparator.comparing(AlarmKind::priority))
                .map(kind -> row(kind, words))
                .toList();
    }

    private static GuideRow row(AlarmKind kind, UnaryOperator<String> words) {
        return new GuideRow(
                kind,
                words.apply("alarm." + kind),
                words.apply("alarm.priority." + kind.priority()),
                words.apply(AlarmGuide.key(kind, "cause")),
                words.apply(AlarmGuide.key(kind, "consequence")),
                AlarmGuide.stepKeys(kind).stream().map(words).toList(),
                !CareRule.mayWait(kind));
    }

    private static List<RuleRow> rules(UnaryOperator<String> words) {
        return Arrays.stream(Suppression.values())
                .map(rule ->
                        new RuleRow(
                                words.apply("alarm." + rule.cause()),
                                rule.explained().stream()
                                        .map(kind -> words.apply("alarm." + kind))
                                        .toList()))
                .toList();
    }
}
