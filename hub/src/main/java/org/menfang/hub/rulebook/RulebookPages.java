package org.menfang.hub.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.people.NewsLine;
import org.menfang.hub.people.Telling;
import org.menfang.hub.rights.Right;
import org.menfang.rules.Resolution;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.vocabulary.Sha256;

/// What is in force at each compound and gate, and how a rules file comes into force.
public final class RulebookPages implements Section {
    private static final String RULES = "/rules";
    private static final int NUMBER_DIGITS_MAX = 6;

    private final RulebookDesk desk;
    private final BiFunction<RuleSet, Telling, List<NewsLine>> news;

    /// @param news whether the gates of a compound have a set
    public RulebookPages(RulebookDesk desk, BiFunction<RuleSet, Telling, List<NewsLine>> news) {
        this.desk = desk;
        this.news = news;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(RULES, Right.KEEP_RULES, this::show);
        table.post(RULES, Right.KEEP_RULES, this::look);
        table.grave(RULES + "/propose", Right.KEEP_RULES, this::propose);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(RULES, "rulebook.title", Right.KEEP_RULES));
    }

    private Reply show(Visit visit) {
        return Reply.show("rulebook/rules.jte", model(visit));
    }

    private Map<String, Object> model(Visit visit) {
        Telling telling = new Telling(visit);
        Map<String, Object> model = new HashMap<>();
        model.put("sets", desk.newestOfAll().stream().map(set -> view(set, telling)).toList());
        model.put("faults", List.of());
        model.put("changes", List.of());
        model.put("file", "");
        model.put("restricts", false);
        return model;
    }

    private RulesView view(RuleSet set, Telling telling) {
        Resolution decided = set.decided();
        return new RulesView(
                set.compound().value(),
                set.version(),
                decided == null ? "" : decided.by() + " " + decided.on() + " " + decided.record(),
                desk.last(set.compound())
                        .map(last ->
                                telling.text(
                                        "rulebook.by",
                                        "version",
                                        last.version(),
                                        "time",
                                        telling.time(last.at()),
                                        "executed",
                                        last.executed(),
                                        "checked",
                                        last.checked()))
                        .orElse(""),
                set.holders().size(),
                set.credentials().size(),
                set.households().quarantines().size(),
                set.households().quotas().stream()
                        .map(quota ->
                                telling.text(
                                        "rulebook.quota",
                                        "id",
                                        quota.id(),
                                        "uses",
                                        quota.usesMax(),
                                        "hours",
                                        quota.periodHours(),
                                        "from",
                                        telling.time(quota.from()),
                                        "until",
                                        telling.time(quota.until()),
                                        "by",
                                        quota.decided().by()))
                        .toList(),
                news.apply(set, telling));
    }

    /// Looks at a file; nothing is changed.
    private Reply look(Visit visit) {
        Optional<Visit.Upload> upload = visit.upload("rules");
        if (upload.isEmpty()) {
            return refused(visit, "refused.rulebook.no-file");
        }
        Map<String, Object> model = model(visit);
        switch (desk.look(upload.get().bytes())) {
            case RulebookDesk.Look.NoRules _ -> {
                return refused(visit, "refused.people.no-rules");
            }
            case RulebookDesk.Look.Faulty(List<RuleFault> faults) ->
                    model.put("faults", lines(upload.get().fileName(), faults, visit));
            case RulebookDesk.Look.Good(
                            RuleSet newest,
                            Sha256 file,
                            RulesDiff diff,
                            List<LostTime> lost) -> {
                if (diff.isNothing(newest.households().quarantines().size())) {
                    return refused(visit, "refused.rulebook.nothing");
                }
                model.put("changes", changes(diff, lost, new Telling(visit)));
                model.put("restricts", !lost.isEmpty() || !diff.newQuotas().isEmpty());
                model.put("file", file.value());
            }
        }
        return Reply.show("rulebook/rules.jte", model);
    }

    private static List<String> changes(RulesDiff diff, List<LostTime> lost, Telling telling) {
        List<String> changes = new ArrayList<>();
        lost.forEach(each -> changes.add(telling.text("rulebook.curfew") + each.words()));
        diff.newQuotas()
                .forEach(quota ->
                        changes.add(telling.text("rulebook.new-quota") + RulesDiff.text(quota)));
        diff.ended().forEach(id -> changes.add(telling.text("rulebook.no-quota") + id));
        changes.add(telling.text("rulebook.quarantines") + diff.quarantines());
        if (diff.others()) {
            changes.add(telling.text("rulebook.others"));
        }
        return changes;
    }

    private static List<String> lines(String file, List<RuleFault> faults, Visit visit) {
        Locale locale =
                visit.language() == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return faults.stream().map(fault -> fault.describe(file, locale)).toList();
    }

    private Reply propose(Visit visit) {
        String number = visit.field("decision");
        if (!number.matches("[0-9]{0," + NUMBER_DIGITS_MAX + "}")) {
            return refused(visit, "refused.rulebook.decision");
        }
        Sha256 file;
        try {
            file = new Sha256(visit.field("file"));
        } catch (IllegalArgumentException e) {
            return refused(visit, "refused.rulebook.no-file");
        }
        Integer decision = number.isEmpty() ? null : Integer.valueOf(number);
        return Answering.to(
                visit,
                desk.propose(visit.who(), file, decision),
                RULES,
                "said.people.proposed",
                this::show);
    }

    private Reply refused(Visit visit, String key) {
        return Answering.to(visit, new Outcome.Refused(key), "", "", this::show);
    }
}
