package org.menfang.sim.bench;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.menfang.gate.CardBits;
import org.menfang.gate.reader.Wiegand;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.ScheduleId;

/// A rule set of many residents who may pass every door at any time, one card each.
final class ManyCards {
    private static final int PEOPLE_A_HOUSEHOLD = 4;

    /// A prime, so that every card has its turn.
    private static final long STRIDE = 7_919;

    private static final int NUMBERS_A_FACILITY = 0x1_0000;

    private ManyCards() {}

    static RuleSet of(Site site, int cards) {
        ScheduleId always = new ScheduleId("always");
        AccessProfileId resident = new AccessProfileId("resident");
        List<Holder> holders = new ArrayList<>(cards);
        List<Credential> credentials = new ArrayList<>(cards);
        for (int i = 0; i < cards; i++) {
            HolderId holder = new HolderId("h-" + i);
            HouseholdId household = new HouseholdId("u-" + i / PEOPLE_A_HOUSEHOLD);
            holders.add(
                    new Holder(
                            holder,
                            HolderKind.RESIDENT,
                            household,
                            List.of(resident),
                            false,
                            false));
            credentials.add(Credential.card(card(i), holder, CredentialStatus.ACTIVE, null, null));
        }
        return RuleSet.ofRights(
                site.compound(),
                1,
                List.of(
                        new WeeklySchedule(
                                always,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.values()),
                                                0,
                                                WeeklySchedule.MINUTES_A_DAY)))),
                List.of(
                        new AccessProfile(
                                resident,
                                site.accessPoints().stream()
                                        .filter(point -> !point.isRex())
                                        .map(AccessPointPlan::id)
                                        .map(point -> new AccessProfile.Policy(point, always))
                                        .toList())),
                holders,
                credentials);
    }

    /// The bits of one of so many cards, never twice the same in a row, scattered over the table as
    /// residents come in life.
    static CardBits scattered(int turn, int cards) {
        return Wiegand.encode(card((int) (turn * STRIDE % cards))).orElseThrow();
    }

    /// The card with a number from 0 to 16,777,215.
    static CredentialIdentifier card(int number) {
        return new CredentialIdentifier(
                String.format(
                        Locale.ROOT,
                        "wiegand-26:%02X:%04X",
                        number / NUMBERS_A_FACILITY,
                        number % NUMBERS_A_FACILITY));
    }
}
