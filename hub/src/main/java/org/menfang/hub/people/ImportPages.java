package org.menfang.hub.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rights.Right;
import org.menfang.people.PeopleCheck;
import org.menfang.people.PeopleFault;
import org.menfang.people.PeopleFiles;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Taking over a table of people: first it is looked at, with every fault at once; then it is taken
/// over, by two persons where it is long.
public final class ImportPages implements Section {
    /// Tables of up to so many people are taken over by one person.
    public static final int ALONE_PEOPLE_MAX = 20;

    private static final String IMPORT = "/people/import";

    private final PeopleOffice office;
    private final GraveDesk grave;
    private final ImportShelf shelf;

    /// Registers what it proposes.
    public ImportPages(PeopleOffice office, GraveDesk grave, ImportShelf shelf) {
        this.office = office;
        this.grave = grave;
        this.shelf = shelf;
        grave.register(
                "people.import", ImportAct.class, (act, executed, _) -> takeOver(executed, act));
    }

    @Override
    public void addTo(PageTable table) {
        table.get(IMPORT, Right.KEEP_PEOPLE, this::show);
        table.post(IMPORT, Right.KEEP_PEOPLE, this::look);
        table.grave(IMPORT + "/do", Right.KEEP_PEOPLE, this::begin);
    }

    private Optional<RuleSet> chosen(Visit visit) {
        String compound = visit.query("compound") + visit.field("compound");
        return office.newestOfAll().stream()
                .filter(each -> compound.isEmpty() || each.compound().value().equals(compound))
                .findFirst();
    }

    private Reply show(Visit visit) {
        return chosen(visit)
                .map(rules -> (Reply) Reply.show("people/import.jte", model(rules)))
                .orElseGet(() -> Reply.show("people/none.jte", Map.of()));
    }

    private Map<String, Object> model(RuleSet rules) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "compounds",
                office.newestOfAll().stream().map(each -> each.compound().value()).toList());
        model.put("compound", rules.compound().value());
        model.put("profiles", rules.profiles().stream().map(each -> each.id().value()).toList());
        model.put("profile", "");
        model.put("faults", List.of());
        model.put("plan", new ImportPlan(0, 0, 0, 0));
        model.put("table", "");
        model.put("alone", ALONE_PEOPLE_MAX);
        return model;
    }

    /// The dry run: nothing is changed.
    private Reply look(Visit visit) {
        Optional<RuleSet> rules = chosen(visit);
        Optional<Visit.Upload> upload = visit.upload("table");
        if (rules.isEmpty() || upload.isEmpty()) {
            return refused(visit, "refused.people.no-table");
        }
        Map<String, Object> model = model(rules.get());
        model.put("profile", visit.field("profile"));
        switch (PeopleFiles.check(upload.get().bytes())) {
            case PeopleCheck.Bad(List<PeopleFault> faults) ->
                    model.put("faults", lines(upload.get().fileName(), faults, visit));
            case PeopleCheck.Good(var people) -> {
                model.put("plan", ImportPlan.of(rules.get(), office.names(), people));
                model.put("table", keep(upload.get().bytes()).value());
            }
        }
        return Reply.show("people/import.jte", model);
    }

    private static List<String> lines(String file, List<PeopleFault> faults, Visit visit) {
        Locale locale =
                visit.language() == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return faults.stream().map(fault -> fault.describe(file, locale)).toList();
    }

    private Sha256 keep(byte[] table) {
        try {
            return shelf.put(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply begin(Visit visit) {
        String profile = visit.field("profile");
        Optional<RuleSet> rules = chosen(visit);
        Optional<Sha256> table = digest(visit.field("table"));
        if (rules.isEmpty() || table.isEmpty() || !Name.isValid(profile)) {
            return refused(visit, "refused.people.no-table");
        }
        Optional<List<org.menfang.people.Person>> people = read(table.get());
        if (people.isEmpty()) {
            return refused(visit, "refused.people.no-table");
        }
        ImportPlan plan = ImportPlan.of(rules.get(), office.names(), people.get());
        ImportAct act =
                new ImportAct(
                        rules.get().compound(),
                        table.get(),
                        new AccessProfileId(profile),
                        plan.people(),
                        plan.added());
        return plan.people() > ALONE_PEOPLE_MAX
                ? Answering.to(
                        visit,
                        grave.propose(visit.who(), act),
                        "/people",
                        "said.people.proposed",
                        this::show)
                : Answering.to(
                        visit,
                        takeOver(visit.who(), act),
                        "/people",
                        "said.people.imported",
                        this::show);
    }

    private Outcome takeOver(OperatorName by, ImportAct act) {
        Optional<List<org.menfang.people.Person>> people = read(act.table());
        if (people.isEmpty()) {
            return new Outcome.Refused("refused.people.no-table");
        }
        Outcome outcome = office.takeOver(by, act.compound(), act.profile(), people.get());
        if (outcome instanceof Outcome.Done) {
            try {
                shelf.remove(act.table());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return outcome;
    }

    private Optional<List<org.menfang.people.Person>> read(Sha256 table) {
        try {
            return shelf.find(table)
                    .map(PeopleFiles::check)
                    .filter(PeopleCheck.Good.class::isInstance)
                    .map(check -> ((PeopleCheck.Good) check).people());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Sha256> digest(String text) {
        try {
            return Optional.of(new Sha256(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Reply refused(Visit visit, String key) {
        return Answering.to(visit, new Outcome.Refused(key), "", "", this::show);
    }
}
