package org.menfang.hub.rights;

import java.util.Set;

/// What a person was appointed to. One person may have several.
public enum Role {
    /// Lives here: sees the own household and makes passes for its visitors.
    RESIDENT(Body.RESIDENTS, Set.of(Right.OWN_HOUSEHOLD)),
    /// Watches, walks rounds, opens a door for somebody who has to come in.
    VOLUNTEER(
            Body.TEAM,
            Set.of(
                    Right.SEE_BOARD,
                    Right.ANSWER_ALARMS,
                    Right.WORK_DOORS,
                    Right.WALK_ROUNDS,
                    Right.REPORT,
                    Right.HELP_VISITORS)),
    /// Answers for a shift.
    SHIFT_LEADER(
            Body.TEAM,
            Set.of(
                    Right.SEE_BOARD,
                    Right.ANSWER_ALARMS,
                    Right.WORK_DOORS,
                    Right.WALK_ROUNDS,
                    Right.REPORT,
                    Right.HELP_VISITORS,
                    Right.LEAD_SHIFT,
                    Right.SET_LEVEL)),
    /// Executes what was decided: people, cards, rules, money.
    COMMITTEE(
            Body.COMMITTEE,
            Set.of(
                    Right.SEE_BOARD,
                    Right.ANSWER_ALARMS,
                    Right.WORK_DOORS,
                    Right.REPORT,
                    Right.HELP_VISITORS,
                    Right.LEAD_SHIFT,
                    Right.SET_LEVEL,
                    Right.KEEP_PEOPLE,
                    Right.KEEP_RULES,
                    Right.KEEP_ACCOUNTS,
                    Right.SET_UP,
                    Right.CONFIRM,
                    Right.SEE_RECORDS)),
    /// Decides, by one vote a household.
    COUNCIL(Body.COUNCIL, Set.of(Right.SEE_BOARD, Right.DECIDE, Right.CONFIRM, Right.SEE_RECORDS)),
    /// Reads everything and changes nothing; its word as the second person is no change of its own.
    SUPERVISOR(Body.SUPERVISORS, Set.of(Right.SEE_BOARD, Right.CONFIRM, Right.SEE_RECORDS)),
    /// Sets gates up and mends them.
    TECHNICIAN(Body.TECHNICIANS, Set.of(Right.SEE_BOARD, Right.SET_UP, Right.REPORT));

    private final Body body;

    @SuppressWarnings("ImmutableEnumChecker") // A set made by Set.of never changes.
    private final Set<Right> rights;

    Role(Body body, Set<Right> rights) {
        this.body = body;
        this.rights = rights;
    }

    /// For whom a person of this role speaks.
    public Body body() {
        return body;
    }

    public boolean carries(Right right) {
        return rights.contains(right);
    }
}
