package org.menfang.hub.household;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.menfang.hub.board.AssistedEntry;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.people.Assistance;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.Telling;
import org.menfang.hub.rights.Right;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Name;
import org.menfang.wire.EventBody;

/// The gatehouse: passes for visitors of those without a phone, and who stands at a gate and needs
/// help.
public final class VisitorPages implements Section {
    private static final String VISITORS = "/visitors";

    /// How long ago somebody was turned away who may still stand there.
    private static final Duration STANDS_THERE = Duration.ofMinutes(15);

    /// How long the page waits for the gate.
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private static final int KEY_PARTS = 4;

    private final HouseholdDesk desk;
    private final PeopleOffice people;
    private final Desk board;
    private final AssistedEntry entry;
    private final PassShow show;

    public VisitorPages(
            HouseholdDesk desk,
            PeopleOffice people,
            Desk board,
            EventFinder finder,
            AssistedEntry entry) {
        this.desk = desk;
        this.people = people;
        this.board = board;
        this.entry = entry;
        this.show = new PassShow(desk, finder);
    }

    @Override
    public void addTo(PageTable table) {
        table.get(VISITORS, Right.HELP_VISITORS, this::list);
        table.post(VISITORS, Right.HELP_VISITORS, this::make);
        table.post(VISITORS + "/let-in", Right.WORK_DOORS, this::letIn);
        table.post(VISITORS + "/take-back", Right.HELP_VISITORS, this::takeBack);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(VISITORS, "household.visitors", Right.HELP_VISITORS));
    }

    private Optional<RuleSet> chosen(String compound) {
        return desk.newestOfAll().stream()
                .filter(set -> compound.isEmpty() || set.compound().value().equals(compound))
                .findFirst();
    }

    private Reply list(Visit visit) {
        Optional<RuleSet> chosen = chosen(visit.query("compound") + visit.field("compound"));
        if (chosen.isEmpty()) {
            return Reply.show("household/no-rules.jte", Map.of());
        }
        RuleSet rules = chosen.get();
        Telling telling = new Telling(visit);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "compounds",
                desk.newestOfAll().stream().map(each -> "" + each.compound()).toList());
        model.put("compound", rules.compound().value());
        model.put("needs", needs(rules, telling));
        model.put(
                "passes",
                show.lines(
                        rules.compound(), desk.open(rules.compound(), visit.now()), "", telling));
        VisitForm.offer(rules, telling, model);
        return Reply.show("household/visitors.jte", model);
    }

    /// Who was turned away just now and asked for help before: who, how, and when.
    private List<NeedLine> needs(RuleSet rules, Telling telling) {
        Instant since = telling.visit().now().minus(STANDS_THERE);
        Map<HolderId, NeedLine> lines = new LinkedHashMap<>();
        for (LoggedEvent logged : board.events(Long.MAX_VALUE, Desk.EVENTS_MAX)) {
            if (logged.heardAt().isBefore(since)) {
                break;
            }
            if (logged.event().compound().equals(rules.compound())
                    && logged.event().body() instanceof EventBody.AccessDenied denied
                    && denied.holder() != null) {
                HolderId holder = denied.holder();
                Optional<Assistance> help = people.helpFor(rules.compound(), holder);
                help.ifPresent(how ->
                        lines.putIfAbsent(holder, need(rules, holder, how, logged, telling)));
            }
        }
        return List.copyOf(lines.values());
    }

    private NeedLine need(
            RuleSet rules, HolderId holder, Assistance how, LoggedEvent logged, Telling telling) {
        String name =
                people.names()
                        .find(rules.compound(), holder)
                        .map(person -> person.name() + " " + person.household())
                        .orElse(holder.value());
        String point =
                logged.event().body() instanceof EventBody.AccessDenied denied
                        ? denied.accessPoint().value()
                        : "";
        return new NeedLine(
                name,
                logged.where(),
                telling.text("age.ago", "age", telling.age(logged.heardAt())),
                telling.text("people.help." + how),
                String.join(
                        "/",
                        "" + rules.compound(),
                        "" + logged.event().gate(),
                        point,
                        "" + holder));
    }

    /// Lets somebody in by the volunteer's word, and waits for the gate: nothing is said to be done
    /// before it is.
    private Reply letIn(Visit visit) {
        String[] parts = visit.field("who").split("/", -1);
        if (parts.length != KEY_PARTS || !Arrays.stream(parts).allMatch(Name::isValid)) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        ActOutcome outcome =
                entry.letIn(
                                new CompoundId(parts[0]),
                                new GateId(parts[1]),
                                new AccessPointId(parts[2]),
                                new HolderId(parts[3]),
                                visit.who())
                        .toCompletableFuture()
                        .completeOnTimeout(
                                new ActOutcome.NoAnswer(),
                                ANSWER_MAX.toMillis(),
                                TimeUnit.MILLISECONDS)
                        .join();
        return outcome.equals(new ActOutcome.Answered(CommandOutcome.DONE))
                ? new Reply.Onward(VISITORS, "said.household.let-in")
                : refused(visit, refusal(outcome));
    }

    private static String refusal(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Answered _, ActOutcome.NoSuchThing() -> "refused.household.not-let-in";
            case ActOutcome.NoAnswer(), ActOutcome.NotEverywhere() -> "refused.household.no-answer";
            case ActOutcome.GateAway() -> "refused.household.gate-away";
        };
    }

    private Reply make(Visit visit) {
        Optional<RuleSet> rules = chosen(visit.field("compound"));
        Optional<VisitForm> form = VisitForm.sent(visit);
        String household = visit.field("household");
        if (rules.isEmpty() || form.isEmpty()) {
            return refused(visit, "refused.household.form");
        }
        if (!household.isEmpty() && !Name.isValid(household)) {
            return refused(visit, "refused.people.household");
        }
        Home home =
                household.isEmpty()
                        ? null
                        : new Home(rules.get().compound(), new HouseholdId(household));
        HouseholdDesk.Made made =
                desk.makePass(
                        visit.who(),
                        rules.get().compound(),
                        home,
                        form.get().plan(),
                        form.get().from());
        return Answering.to(
                visit,
                made.outcome(),
                PassPages.PASS + made.secret(),
                "said.household.pass-made",
                this::list);
    }

    private Reply refused(Visit visit, String key) {
        return Answering.to(visit, new Outcome.Refused(key), "", "", this::list);
    }

    private Reply takeBack(Visit visit) {
        Outcome outcome =
                HomePages.passId(visit.field("pass"))
                        .map(pass -> desk.takeBack(visit.who(), null, pass))
                        .orElse(new Outcome.Refused("refused.household.no-pass"));
        return Answering.to(visit, outcome, VISITORS, "said.household.taken-back", this::list);
    }
}
