package org.menfang.hub.app;

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

/// Appoints whoever comes with a link that was made on the hub's own console: who stands there has
/// the whole hub in hand. This is how the first person gets a role, and the way back when all
/// others are lost. It is written down like everything else.
record ConsoleAppointments(Book book, Rights rights) {
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
                            return new Verdict.Write(appointed);
                        });
        if (outcome instanceof Outcome.Failed(String why)) {
            throw new IllegalStateException("nobody could be appointed: " + why);
        }
    }
}
