package org.menfang.hub.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.vocabulary.OperatorName;

/// The page that shows who has which role, and what a role may do.
public final class RolePages implements Section {
    private static final String PATH = "/roles";

    private final RoleDesk desk;

    public RolePages(RoleDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SEE_BOARD, this::show);
        table.grave(PATH, Right.KEEP_RULES, this::propose);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "rights.roles", Right.SEE_BOARD));
    }

    /// A person with a role.
    public record PersonRow(String name, List<RoleRow> roles) {}

    /// A role.
    ///
    /// @param code how a form names it
    /// @param rights what it may do, in words; empty where nobody asks
    public record RoleRow(String code, String name, String body, String rights) {}

    private Reply show(Visit visit) {
        return Reply.show(
                "rights/roles.jte",
                Map.of(
                        "people",
                        desk.everybody().stream().map(each -> person(visit, each)).toList(),
                        "roles",
                        Arrays.stream(Role.values()).map(each -> withRights(visit, each)).toList(),
                        "mayPropose",
                        visit.may(Right.KEEP_RULES),
                        "typed",
                        visit.field("name")));
    }

    private static PersonRow person(Visit visit, RoleDesk.Holder holder) {
        return new PersonRow(
                holder.who().value(),
                holder.roles().stream().map(each -> role(visit, each, "")).toList());
    }

    private static RoleRow withRights(Visit visit, Role role) {
        return role(
                visit,
                role,
                Arrays.stream(Right.values())
                        .filter(role::carries)
                        .map(right -> visit.text("rights.right." + right))
                        .collect(Collectors.joining(" · ")));
    }

    private static RoleRow role(Visit visit, Role role, String rights) {
        return new RoleRow(
                role.name(),
                visit.text("rights.role." + role),
                visit.text("rights.body." + role.body()),
                rights);
    }

    private Reply propose(Visit visit) {
        Outcome outcome =
                change(visit)
                        .map(change -> desk.propose(visit.who(), change))
                        .orElse(new Outcome.Refused("refused.rights.name-or-role"));
        return Answering.to(visit, outcome, GraveDesk.PAGE, GraveDesk.PROPOSED, this::show);
    }

    private static Optional<RoleChange> change(Visit visit) {
        try {
            return Optional.of(
                    new RoleChange(
                            new OperatorName(visit.field("name")),
                            Role.valueOf(visit.field("role")),
                            RoleChange.Direction.valueOf(visit.field("direction"))));
        } catch (IllegalArgumentException e) {
            // Typed or forged: the page says what a name has to be.
            return Optional.empty();
        }
    }
}
