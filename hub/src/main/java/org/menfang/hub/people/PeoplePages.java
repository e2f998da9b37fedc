package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.Notice;
import org.menfang.hub.page.PageHandler;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.Name;

/// The pages on which the committee keeps people and their cards.
public final class PeoplePages implements Section {
    private static final String PEOPLE = "/people";
    private static final String NEW = PEOPLE + "/new";
    private static final String PERSON = PEOPLE + "/at/{compound}/{holder}";
    private static final Duration NEWS_OF = Duration.ofDays(7);
    private static final int APPLIED_MAX = 200;

    private final PeopleOffice office;
    private final Desk desk;
    private final EventFinder finder;

    public PeoplePages(PeopleOffice office, Desk desk, EventFinder finder) {
        this.office = office;
        this.desk = desk;
        this.finder = finder;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PEOPLE, Right.KEEP_PEOPLE, this::list);
        table.get(NEW, Right.KEEP_PEOPLE, this::showNew);
        table.post(NEW, Right.KEEP_PEOPLE, this::add);
        table.get(PERSON, Right.KEEP_PEOPLE, this::person);
        table.post(PERSON + "/change", Right.KEEP_PEOPLE, this::change);
        table.post(PERSON + "/card", Right.KEEP_PEOPLE, this::setCard);
        table.post(PERSON + "/tenancy", Right.KEEP_PEOPLE, this::setTenancy);
        table.post(PERSON + "/help", Right.KEEP_PEOPLE, this::noteHelp);
        table.post(PERSON + "/end", Right.KEEP_PEOPLE, this::end);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PEOPLE, "people.title", Right.KEEP_PEOPLE));
    }

    private Reply list(Visit visit) {
        List<RuleSet> sets = office.newestOfAll();
        Optional<RuleSet> chosen = chosen(sets, visit.query("compound"));
        if (chosen.isEmpty()) {
            return Reply.show("people/none.jte", Map.of());
        }
        RuleSet rules = chosen.get();
        String asked = visit.query("q");
        String query = asked.substring(0, Math.min(asked.length(), PeopleList.QUERY_CHARS_MAX));
        PeopleList people = new PeopleList(rules, office.names());
        Telling telling = new Telling(visit);
        Map<HolderId, Instant> tenancies = new HashMap<>();
        List<Tenancies.Tenancy> ending = office.tenancies(rules);
        ending.forEach(each -> tenancies.put(each.who().holder(), each.until()));
        List<Holder> found = people.find(query);
        Map<String, Object> model = new HashMap<>();
        model.put("compounds", sets.stream().map(each -> each.compound().value()).toList());
        model.put("compound", rules.compound().value());
        model.put("query", query);
        model.put("holders", rules.holders().size());
        model.put("more", found.size() > PeopleList.ROWS_MAX);
        model.put(
                "rows",
                found.stream()
                        .limit(PeopleList.ROWS_MAX)
                        .map(holder -> people.row(holder, telling, tenancies))
                        .toList());
        model.put("ending", warnings(rules, people, ending, telling));
        model.put("news", news(rules, telling));
        model.put("version", rules.version());
        return Reply.show("people/list.jte", model);
    }

    /// The tenancies that end soon, and those that ended while the cards are still there.
    private static List<NamedLine> warnings(
            RuleSet rules, PeopleList people, List<Tenancies.Tenancy> all, Telling telling) {
        List<NamedLine> lines = new ArrayList<>();
        Instant now = telling.visit().now();
        for (Tenancies.Tenancy each : all) {
            boolean over = !now.isBefore(each.until());
            if (over || Tenancies.warningDue(each.until(), now).isPresent()) {
                HolderId holder = each.who().holder();
                String key = over ? "people.tenancy.over" : "people.tenancy.ends";
                lines.add(
                        new NamedLine(
                                PeopleList.path(rules.compound(), holder),
                                people.nameOf(holder) + " " + holder,
                                telling.text(key, "day", telling.day(each.until()))));
            }
        }
        return lines;
    }

    /// Whether the gates of a compound have a set.
    public List<NewsLine> news(RuleSet rules, Telling telling) {
        Instant since = telling.visit().now().minus(NEWS_OF);
        return GateNews.of(
                        rules.compound(),
                        rules.version(),
                        desk.board(),
                        finder.find(new EventSearch.OfRules(rules.compound(), since), APPLIED_MAX))
                .stream()
                .map(news -> NewsLine.of(news, telling))
                .toList();
    }

    private static Optional<RuleSet> chosen(List<RuleSet> sets, String compound) {
        return sets.stream()
                .filter(each -> compound.isEmpty() || each.compound().value().equals(compound))
                .findFirst();
    }

    private Reply showNew(Visit visit) {
        return newForm(visit, PersonForm.empty());
    }

    private Reply newForm(Visit visit, PersonForm form) {
        String compound = visit.query("compound") + visit.field("compound");
        return chosen(office.newestOfAll(), compound)
                .map(rules -> {
                    Map<String, Object> model = formModel(rules, form, new Telling(visit));
                    model.put("action", NEW);
                    return (Reply) Reply.show("people/new.jte", model);
                })
                .orElse(Reply.show("people/none.jte", Map.of()));
    }

    private static Map<String, Object> formModel(RuleSet rules, PersonForm form, Telling telling) {
        Map<String, Object> model = new HashMap<>();
        model.put("compound", rules.compound().value());
        model.put("form", form);
        model.put("profiles", rules.profiles().stream().map(each -> each.id().value()).toList());
        model.put("kinds", Choice.of(HolderKind.values(), "people.kind.", telling));
        return model;
    }

    private Reply add(Visit visit) {
        PersonForm form = PersonForm.sent(visit);
        PageHandler again = each -> newForm(each, form);
        Optional<RuleSet> rules = chosen(office.newestOfAll(), visit.field("compound"));
        if (rules.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        Optional<String> fault = form.fault(rules.get());
        if (fault.isPresent()) {
            return Answering.to(visit, new Outcome.Refused(fault.get()), "", "", again);
        }
        CompoundId compound = rules.get().compound();
        HolderId number = office.nextNumber(compound);
        return Answering.to(
                visit,
                office.add(visit.who(), compound, form.holder(number), form.called()),
                PeopleList.path(compound, number),
                "said.people.added",
                again);
    }

    /// Somebody in the newest rules.
    private record Found(RuleSet rules, Holder holder) {
        CompoundId compound() {
            return rules.compound();
        }

        String path() {
            return PeopleList.path(rules.compound(), holder.id());
        }
    }

    private Optional<Found> find(Visit visit) {
        String compound = visit.path("compound");
        String holder = visit.path("holder");
        if (!Name.isValid(compound) || !Name.isValid(holder)) {
            return Optional.empty();
        }
        return office.newest(new CompoundId(compound))
                .flatMap(rules ->
                        HolderEdits.find(rules, new HolderId(holder))
                                .map(found -> new Found(rules, found)));
    }

    private Reply person(Visit visit) {
        return find(visit)
                .map(found -> show(visit, found, null))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply show(Visit visit, Found found, @Nullable PersonForm sent) {
        Telling telling = new Telling(visit);
        Holder holder = found.holder();
        Person person = office.names().find(found.compound(), holder.id()).orElse(null);
        PersonForm form = sent == null ? PersonForm.of(holder, person) : sent;
        Map<String, Object> model = formModel(found.rules(), form, telling);
        model.put("path", found.path());
        model.put("number", holder.id().value());
        model.put(
                "home",
                holder.household() == null
                        ? ""
                        : PEOPLE + "/household/" + found.compound() + "/" + holder.household());
        model.put("name", person == null ? "" : person.name());
        model.put(
                "cards",
                HolderEdits.cardsOf(found.rules(), holder.id()).stream()
                        .map(card -> row(card, telling))
                        .toList());
        Optional<Instant> until =
                office.tenancies(found.rules()).stream()
                        .filter(each -> each.who().holder().equals(holder.id()))
                        .map(Tenancies.Tenancy::until)
                        .findFirst();
        // The last day, as people say it; the end is the midnight after it.
        model.put("until", until.map(end -> telling.day(end.minusMillis(1))).orElse(""));
        model.put("helps", Choice.of(Assistance.values(), "people.help.", telling));
        model.put("help", office.helpFor(found.compound(), holder.id()).map(Enum::name).orElse(""));
        model.put("news", news(found.rules(), telling));
        model.put("version", found.rules().version());
        return Reply.show("people/person.jte", model);
    }

    private static CardRow row(Credential card, Telling telling) {
        return new CardRow(
                card.identifier().value(),
                CardFormat.tail(card.identifier()),
                telling.text("people.card.type." + card.type()),
                card.status(),
                telling.text("people.card.status." + card.status()),
                card.validUntil() == null ? "" : telling.time(card.validUntil()),
                CardFormat.of(card.identifier()).use() == CardFormat.Use.COPIED_IN_THE_STREET);
    }

    private interface Act {
        Outcome on(Found found);
    }

    /// Does something with somebody and shows the person again.
    private Reply act(Visit visit, String said, Act act) {
        return find(visit)
                .map(found -> Answering.to(visit, act.on(found), found.path(), said, this::person))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply change(Visit visit) {
        PersonForm form = PersonForm.sent(visit);
        return find(visit)
                .map(found -> {
                    Optional<String> fault = form.fault(found.rules());
                    if (fault.isPresent()) {
                        return wrong(visit, found, form, fault.get());
                    }
                    return Answering.to(
                            visit,
                            office.change(
                                    visit.who(),
                                    found.compound(),
                                    form.holder(found.holder().id()),
                                    form.called()),
                            found.path(),
                            "said.people.changed",
                            this::person);
                })
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply wrong(Visit visit, Found found, PersonForm form, String key) {
        Reply page = show(visit, found, form);
        return page instanceof Reply.Show show
                ? show.with(new Notice(false, visit.text(key)))
                : page;
    }

    private Reply setCard(Visit visit) {
        String what = visit.field("what");
        CredentialIdentifier card;
        try {
            card = new CredentialIdentifier(visit.field("card"));
        } catch (IllegalArgumentException e) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        return act(
                visit,
                what.equals("lost") ? "said.people.lost" : "said.people.changed",
                found ->
                        switch (what) {
                            case "lost" -> set(visit, found, card, CredentialStatus.LOST);
                            case "suspend" -> set(visit, found, card, CredentialStatus.SUSPENDED);
                            case "use" -> set(visit, found, card, CredentialStatus.ACTIVE);
                            case "take-back" ->
                                    office.takeBack(visit.who(), found.compound(), card);
                            default -> new Outcome.Refused("refused.people.no-card");
                        });
    }

    private Outcome set(
            Visit visit, Found found, CredentialIdentifier card, CredentialStatus status) {
        return office.setStatus(visit.who(), found.compound(), card, status);
    }

    private Reply setTenancy(Visit visit) {
        Instant until = null;
        if (!visit.field("until").isEmpty()) {
            try {
                LocalDate last = LocalDate.parse(visit.field("until"));
                until = last.plusDays(1).atStartOfDay(visit.zone()).toInstant();
            } catch (DateTimeParseException e) {
                return act(visit, "", _ -> new Outcome.Refused("refused.people.day"));
            }
        }
        Instant end = until;
        return act(
                visit,
                "said.people.tenancy",
                found ->
                        office.setTenancy(visit.who(), found.compound(), found.holder().id(), end));
    }

    private Reply noteHelp(Visit visit) {
        Assistance help =
                Arrays.stream(Assistance.values())
                        .filter(each -> each.name().equals(visit.field("help")))
                        .findFirst()
                        .orElse(null);
        return act(
                visit,
                "said.people.changed",
                found -> office.noteHelp(visit.who(), found.compound(), found.holder().id(), help));
    }

    private Reply end(Visit visit) {
        if (visit.field("sure").isEmpty()) {
            return act(visit, "", _ -> new Outcome.Refused("refused.people.not-sure"));
        }
        return find(visit)
                .map(found ->
                        Answering.to(
                                visit,
                                office.end(visit.who(), found.compound(), found.holder().id()),
                                PEOPLE,
                                "said.people.ended",
                                this::person))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }
}
