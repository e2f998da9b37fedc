package org.menfang.hub.household;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.qr.QrPicture;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;

/// Where the committee gives households their links, and binds the accounts of residents.
public final class LinkPages implements Section {
    private static final String HOUSEHOLD = "/people/household/{compound}/{household}";

    private final HouseholdDesk desk;

    public LinkPages(HouseholdDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(HOUSEHOLD, Right.KEEP_PEOPLE, visit -> show(visit, ""));
        table.post(HOUSEHOLD + "/link", Right.KEEP_PEOPLE, this::give);
        table.post(HOUSEHOLD + "/take-back", Right.KEEP_PEOPLE, this::takeBack);
        table.post(HOUSEHOLD + "/bind", Right.KEEP_PEOPLE, this::bind);
        table.post(HOUSEHOLD + "/unbind", Right.KEEP_PEOPLE, this::unbind);
    }

    private Optional<Home> home(Visit visit) {
        String compound = visit.path("compound");
        String household = visit.path("household");
        if (!Name.isValid(compound) || !Name.isValid(household)) {
            return Optional.empty();
        }
        Home home = new Home(new CompoundId(compound), new HouseholdId(household));
        return desk.members(home).isEmpty() ? Optional.empty() : Optional.of(home);
    }

    private static String path(Home home) {
        return "/people/household/" + home.compound() + "/" + home.household();
    }

    /// @param secret of a link that was made just now: it is shown this once
    private Reply show(Visit visit, String secret) {
        return home(visit)
                .map(home -> show(visit, home, secret))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply show(Visit visit, Home home, String secret) {
        String address = secret.isEmpty() ? "" : visit.address(HomePages.LINK + secret);
        Optional<QrPicture> code = address.isEmpty() ? Optional.empty() : QrPicture.of(address);
        Map<String, Object> model = new HashMap<>();
        model.put("path", path(home));
        model.put("household", home.household().value());
        model.put("links", desk.linksOf(home));
        model.put("accounts", names(desk.accountsOf(home)));
        model.put("address", address);
        model.put("svg", code.map(QrPicture::svgPath).orElse(""));
        model.put("modules", code.map(QrPicture::modules).orElse(0));
        return Reply.show("household/links.jte", model);
    }

    private static List<String> names(List<OperatorName> accounts) {
        return accounts.stream().map(OperatorName::value).toList();
    }

    private interface Act {
        Outcome on(Home home);
    }

    private Reply act(Visit visit, Act act) {
        return home(visit)
                .map(home ->
                        Answering.to(
                                visit,
                                act.on(home),
                                path(home),
                                "said.done",
                                each -> show(each, "")))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply give(Visit visit) {
        return home(visit)
                .map(home -> {
                    HouseholdDesk.Made made = desk.giveLink(visit.who(), home);
                    return made.secret().isEmpty()
                            ? act(visit, _ -> made.outcome())
                            : show(visit, home, made.secret());
                })
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply takeBack(Visit visit) {
        return act(visit, home -> desk.takeLinksBack(visit.who(), home));
    }

    private Reply bind(Visit visit) {
        return act(
                visit,
                home ->
                        account(visit)
                                .map(account -> desk.bind(visit.who(), account, home))
                                .orElse(new Outcome.Refused("refused.household.account")));
    }

    private Reply unbind(Visit visit) {
        return act(
                visit,
                home ->
                        account(visit)
                                .filter(desk.accountsOf(home)::contains)
                                .map(account -> desk.unbind(visit.who(), account))
                                .orElse(new Outcome.Refused("refused.household.account")));
    }

    private static Optional<OperatorName> account(Visit visit) {
        try {
            return Optional.of(new OperatorName(visit.field("account")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
