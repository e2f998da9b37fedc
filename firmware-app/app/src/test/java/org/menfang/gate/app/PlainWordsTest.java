package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.EventBody;
import org.menfang.wire.Grounds;

/// What the log says, and what it does not.
class PlainWordsTest {
    private static final Grounds GROUNDS =
            new Grounds(
                    1,
                    LocalDateTime.of(2026, 11, 22, 8, 0),
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    null,
                    null,
                    DoorMode.LOCKED,
                    SiteLevel.NORMAL,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

    private static final AccessPointId IN = new AccessPointId("north-in");
    private static final DoorId NORTH = new DoorId("north");

    @Test
    void a_grant_names_the_place_and_nobody() {
        assertEquals(
                "granted at north-in: door north",
                words(
                        new EventBody.AccessGranted(
                                IN,
                                NORTH,
                                new HolderId("resident-7"),
                                new CredentialIdentifier("wiegand-26:12D687"),
                                GROUNDS,
                                null)));
    }

    @Test
    void a_denial_names_the_reason_and_nobody() {
        assertEquals(
                "denied at north-in: unknown credential",
                words(
                        new EventBody.AccessDenied(
                                IN,
                                NORTH,
                                DenyReason.UNKNOWN_CREDENTIAL,
                                new CredentialIdentifier("wiegand-26:12D687"),
                                null,
                                GROUNDS,
                                null)));
    }

    @Test
    void who_works_at_the_hub_is_not_named() {
        OperatorName operator = new OperatorName("auntie-wang");
        assertEquals(
                "released from the hub: door north",
                words(
                        new EventBody.AccessGrantedByOperator(
                                NORTH, operator, new CommandId("command-1"), null)));
        assertEquals(
                "alarm 3: somebody has reset it",
                words(new EventBody.AlarmReset(new AlarmId(3), operator)));
    }

    @Test
    void an_alarm_says_what_and_where() {
        assertEquals(
                "ALARM 3: forced open, door north",
                words(
                        new EventBody.AlarmRaised(
                                new AlarmId(3),
                                AlarmKind.FORCED_OPEN,
                                AlarmSource.of(NORTH),
                                "",
                                null)));
    }

    @Test
    void a_door_that_moves_is_no_news() {
        assertEquals("", words(new EventBody.DoorOpened(NORTH)));
    }

    private static String words(EventBody event) {
        return PlainWords.of(event).orElse("");
    }
}
