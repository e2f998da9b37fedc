package org.menfang.hub.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.codes.Invitation;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;

/// Appoints whoever comes with a link that was made on the hub's own console: who stands there has
/// the whole hub in hand. This is how the first person gets a role, and the way back when all
/// others are lost. It is written down like everything else.
record ConsoleAppointments(Book book, Rights rights) {
    /// Writes down that somebody made a sign-in code.
    ///
    /// @throws IllegalStateException if the log cannot be written
    void noteCode(OperatorName who, OperatorName by) {
        must(book.decide(by, _ -> Verdict.write(new RightsEntry.CodeMade(who))));
    }

    private static void must(Outcome outcome) {
        if (outcome instanceof Outcome.Failed(String why)) {
            throw new IllegalStateException("the hub's log cannot be written: " + why);
        }
    }

    /// @throws IllegalStateException if the log cannot be written; the code is used up then
    void make(Invitation invitation) {
        Outcome outcome =
                book.decide(
                        Book.CONSOLE,
                        _ -> {
                            Set<Role> held = rights.rolesOf(invitation.who());
                            List<EntryBody> appointed =
                                    invitation.roles().stream()
                                            .distinct()
                                            .filter(role -> !held.contains(role))
                                            .map(role ->
                                                    (EntryBody)
                                                            new RightsEntry.Appointed(
                                                                    invitation.who(), role))
                                            .toList();
                            return new Verdict.Write(
                                    invitation.reset()
                                            ? withReset(invitation, appointed)
                                            : appointed);
                        });
        must(outcome);
    }

    private static List<EntryBody> withReset(Invitation invitation, List<EntryBody> appointed) {
        List<EntryBody> all = new ArrayList<>();
        all.add(new RightsEntry.FactorsReset(invitation.who()));
        all.addAll(appointed);
        return all;
    }
}
