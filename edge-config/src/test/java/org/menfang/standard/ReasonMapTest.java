package org.menfang.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.DenyReason;

final class ReasonMapTest {
    /// The denials of `BACnetAccessEvent` in ASHRAE 135, in order, from 128 on.
    private static final List<String> STANDARD =
            """
            denied-deny-all denied-unknown-credential denied-authentication-unavailable
            denied-authentication-factor-timeout denied-incorrect-authentication-factor
            denied-zone-no-access-rights denied-point-no-access-rights denied-no-access-rights
            denied-out-of-time-range denied-threat-level denied-passback
            denied-unexpected-location-usage denied-max-attempts denied-lower-occupancy-limit
            denied-upper-occupancy-limit denied-authentication-factor-lost
            denied-authentication-factor-stolen denied-authentication-factor-damaged
            denied-authentication-factor-destroyed denied-authentication-factor-disabled
            denied-authentication-factor-error denied-credential-unassigned
            denied-credential-not-provisioned denied-credential-not-yet-active
            denied-credential-expired denied-credential-manual-disable denied-credential-lockout
            denied-credential-max-days denied-credential-max-uses denied-credential-inactivity
            denied-credential-disabled denied-no-accompaniment denied-incorrect-accompaniment
            denied-lockout denied-verification-failed denied-verification-timeout denied-other
            """
                    .lines()
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .toList();

    private static final int FIRST_DENIAL = 128;

    @Test
    void every_reason_has_one_name_in_onvif_and_one_denial_in_bacnet() {
        Set<OnvifReason> onvif = EnumSet.noneOf(OnvifReason.class);
        for (DenyReason reason : DenyReason.values()) {
            onvif.add(ReasonMap.onvif(reason));
            assertTrue(ReasonMap.bacnet(reason).number() >= FIRST_DENIAL, reason.name());
        }
        assertEquals(EnumSet.allOf(OnvifReason.class), onvif);
    }

    @Test
    void every_denial_of_bacnet_bears_the_number_and_the_name_of_the_standard_and_is_used() {
        Set<BacnetEvent> used = EnumSet.noneOf(BacnetEvent.class);
        for (DenyReason reason : DenyReason.values()) {
            used.add(ReasonMap.bacnet(reason));
        }
        for (BacnetEvent event : BacnetEvent.values()) {
            if (event.number() >= FIRST_DENIAL) {
                assertEquals(STANDARD.get(event.number() - FIRST_DENIAL), event.text());
                assertTrue(used.contains(event), event.name());
            }
        }
    }

    /// Reasons share a name only where BACnet has one word for all of them.
    @Test
    void reasons_share_a_name_in_bacnet_only_where_the_standard_does_not_tell_them_apart() {
        Map<BacnetEvent, List<DenyReason>> reasons = new EnumMap<>(BacnetEvent.class);
        for (DenyReason reason : DenyReason.values()) {
            reasons.computeIfAbsent(ReasonMap.bacnet(reason), _ -> new ArrayList<>()).add(reason);
        }
        Set<String> shared = new TreeSet<>();
        reasons.forEach((event, ours) -> {
            if (ours.size() > 1) {
                shared.add(event.text() + " " + ours);
            }
        });
        assertEquals(
                new TreeSet<>(
                        """
                        denied-authentication-factor-error [UNREADABLE_CREDENTIAL, PASS_MALFORMED]
                        denied-credential-max-uses [PASS_USED_UP, QUOTA_USED_UP]
                        denied-incorrect-authentication-factor [TAG_FORGED, TAG_REPLAYED, PASS_FORGED,\
                         CODE_STALE, CODE_REPEATED, CLASS_TOO_WEAK, PIN_WRONG]
                        denied-no-accompaniment [SECOND_PERSON_MISSING, ESCORT_MISSING]
                        denied-other [TIME_NOT_TRUSTED, STORAGE_FAILED, INTERLOCKED]
                        denied-passback [PASSBACK, PASSBACK_TIMED]
                        """
                                .lines()
                                .toList()),
                shared);
    }
}
