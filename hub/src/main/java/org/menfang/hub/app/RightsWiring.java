package org.menfang.hub.app;

import java.util.List;
import java.util.function.Supplier;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.decision.AuthorityBook;
import org.menfang.hub.decision.DecisionBook;
import org.menfang.hub.decision.DecisionPages;
import org.menfang.hub.decision.Decisions;
import org.menfang.hub.decision.FirstCompound;
import org.menfang.hub.decision.KnownCompounds;
import org.menfang.hub.decision.RuleAuthority;
import org.menfang.hub.decision.RulesInForce;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.LockdownDesk;
import org.menfang.hub.rights.LockdownPages;
import org.menfang.hub.rights.Lockdowns;
import org.menfang.hub.rights.RecordPages;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RoleDesk;
import org.menfang.hub.rights.RolePages;
import org.menfang.vocabulary.CompoundId;

/// Roles, grave acts, and what the council decides.
final class RightsWiring {
    /// What is known of them.
    record Chapters(
            Rights rights,
            GraveCases cases,
            Lockdowns lockdowns,
            Decisions decisions,
            RulesInForce rules,
            FirstCompound first) {
        static Chapters empty() {
            return new Chapters(
                    new Rights(),
                    new GraveCases(),
                    new Lockdowns(),
                    new Decisions(),
                    new RulesInForce(),
                    new FirstCompound());
        }

        List<Chapter> all() {
            return List.of(rights, cases, lockdowns, decisions, rules, first);
        }
    }

    private final Book book;
    private final GraveBook graves;
    private final RoleDesk roles;
    private final LockdownDesk lockdowns;
    private final DecisionBook decisions;
    private final AuthorityBook authority;
    private final KnownCompounds compounds;
    private final Desk board;

    /// @param all the compounds of the hub
    RightsWiring(
            Book book, Chapters known, Desk board, Teller teller, Supplier<List<CompoundId>> all) {
        this.book = book;
        this.board = board;
        graves = new GraveBook(book, known.cases, known.rights);
        roles = new RoleDesk(book, known.rights, graves);
        lockdowns = new LockdownDesk(book, known.lockdowns, graves, board);
        compounds = new KnownCompounds(book, known.first, all);
        decisions = new DecisionBook(book, known.decisions, compounds);
        authority = new AuthorityBook(book, known.rules, known.decisions, compounds, teller);
    }

    GraveDesk graves() {
        return graves;
    }

    LockdownDesk lockdowns() {
        return lockdowns;
    }

    RuleAuthority authority() {
        return authority;
    }

    /// Where the council decides.
    DecisionBook decisions() {
        return decisions;
    }

    List<Section> sections() {
        return List.of(
                new GravePages(graves),
                new LockdownPages(lockdowns, this::compounds),
                new DecisionPages(decisions, authority, compounds),
                new RolePages(roles),
                new RecordPages(book));
    }

    private List<CompoundId> compounds() {
        return board.board().gates().stream().map(GateCard::compound).distinct().toList();
    }

    List<Timed> timed() {
        return List.of(compounds, graves, authority);
    }
}
