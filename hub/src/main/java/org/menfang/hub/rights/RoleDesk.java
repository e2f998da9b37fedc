package org.menfang.hub.rights;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.OperatorName;

/// Where roles are given and taken: by two persons of two bodies. Any thread may call it.
public final class RoleDesk {
    private final Book book;
    private final Rights rights;
    private final GraveDesk graves;

    public RoleDesk(Book book, Rights rights, GraveDesk graves) {
        this.book = book;
        this.rights = rights;
        this.graves = graves;
        graves.register("rights.role-change", RoleChange.class, this::perform);
    }

    /// Proposes a change; it waits for the second person.
    public Outcome propose(OperatorName by, RoleChange change) {
        String refusal = book.read(() -> whyNot(change));
        return refusal.isEmpty() ? graves.propose(by, change) : new Outcome.Refused(refusal);
    }

    private Outcome perform(RoleChange change, OperatorName executed, OperatorName checked) {
        return book.decide(
                executed,
                _ -> {
                    String refusal = whyNot(change);
                    return refusal.isEmpty()
                            ? Verdict.write(entry(change))
                            : Verdict.refuse(refusal);
                });
    }

    private static RightsEntry entry(RoleChange change) {
        return switch (change.direction()) {
            case APPOINT -> new RightsEntry.Appointed(change.who(), change.role());
            case DISMISS -> new RightsEntry.Dismissed(change.who(), change.role());
        };
    }

    /// The key of a text; empty if nothing speaks against it.
    private String whyNot(RoleChange change) {
        if (Book.isReserved(change.who())) {
            return "refused.rights.reserved-name";
        }
        boolean held = rights.rolesOf(change.who()).contains(change.role());
        return switch (change.direction()) {
            case APPOINT -> held ? "refused.rights.has-role" : "";
            case DISMISS -> held ? "" : "refused.rights.has-not-role";
        };
    }

    /// Everybody who has a role, by name.
    public List<Holder> everybody() {
        return book.read(() ->
                rights.everybody().stream()
                        .map(who -> new Holder(who, rights.rolesOf(who)))
                        .toList());
    }

    /// @param roles in the order of their declaration
    public record Holder(OperatorName who, Set<Role> roles) {
        public Holder {
            roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        }
    }
}
