package org.menfang.hub.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.OperatorName;

class RightsTest {
    private static final OperatorName LI = new OperatorName("李梅");
    private static final OperatorName WANG = new OperatorName("王芳");

    private final Rights rights = new Rights();
    private final Book book =
            Book.open(new InMemoryBookStore(), () -> Instant.EPOCH, List.of(rights));

    private void appoint(OperatorName who, Role role) {
        book.decide(Book.CONSOLE, _ -> Verdict.write(new RightsEntry.Appointed(who, role)));
    }

    @Test
    void a_role_carries_rights_until_it_ends() {
        assertFalse(rights.may(LI, Right.SEE_BOARD));
        appoint(LI, Role.VOLUNTEER);
        assertTrue(rights.may(LI, Right.SEE_BOARD));
        assertFalse(rights.may(LI, Right.KEEP_PEOPLE));
        book.decide(
                Book.CONSOLE, _ -> Verdict.write(new RightsEntry.Dismissed(LI, Role.VOLUNTEER)));
        assertFalse(rights.may(LI, Right.SEE_BOARD));
        assertEquals(List.of(), rights.everybody());
    }

    @Test
    void a_supervisor_reads_everything_and_changes_nothing() {
        Set<Right> carried = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (Role.SUPERVISOR.carries(right)) {
                carried.add(right);
            }
        }
        assertEquals(EnumSet.of(Right.SEE_BOARD, Right.SEE_RECORDS, Right.CONFIRM), carried);
    }

    @Test
    void two_persons_stand_for_two_bodies_only_with_roles_of_two_bodies() {
        appoint(LI, Role.VOLUNTEER);
        appoint(WANG, Role.SHIFT_LEADER);
        assertFalse(rights.areOfTwoBodies(LI, WANG));
        assertFalse(rights.areOfTwoBodies(LI, LI));
        appoint(WANG, Role.COUNCIL);
        assertTrue(rights.areOfTwoBodies(LI, WANG));
        appoint(LI, Role.COUNCIL);
        assertFalse(rights.areOfTwoBodies(LI, LI));
    }
}
