package org.menfang.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.DenyReason;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.RandomValues;
import org.menfang.wire.Samples;

final class EventMapTest {
    private static final int ROUNDS = 5_000;

    @Test
    void a_denial_bears_its_reason_and_is_told_on_a_topic_of_denials() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            EventBody.AccessDenied denied = new RandomValues(seed).of(EventBody.AccessDenied.class);
            assertEquals(ReasonMap.bacnet(denied.reason()), EventMap.bacnet(denied).orElseThrow());
            OnvifTopic expected =
                    denied.credential() == null
                            ? OnvifTopic.DENIED_ANONYMOUS
                            : denied.reason() == DenyReason.UNKNOWN_CREDENTIAL
                                    ? OnvifTopic.DENIED_CREDENTIAL_NOT_FOUND
                                    : denied.holder() == null
                                            ? OnvifTopic.DENIED_IDENTIFIER
                                            : OnvifTopic.DENIED_CREDENTIAL;
            assertEquals(expected, EventMap.onvif(denied).orElseThrow());
        }
    }

    @Test
    void duress_and_a_passback_that_was_let_through_are_told_by_their_alarms() {
        assertEquals(OnvifTopic.DURESS, EventMap.onvif(alarm(AlarmKind.DURESS)).orElseThrow());
        assertEquals(BacnetEvent.DURESS, EventMap.bacnet(alarm(AlarmKind.DURESS)).orElseThrow());
        assertEquals(
                BacnetEvent.PASSBACK_DETECTED,
                EventMap.bacnet(alarm(AlarmKind.PASSBACK_VIOLATED)).orElseThrow());
        assertEquals(true, EventMap.bacnet(alarm(AlarmKind.FIRE)).isEmpty());
    }

    @Test
    void every_topic_and_every_event_of_bacnet_is_used() {
        Set<OnvifTopic> topics = EnumSet.noneOf(OnvifTopic.class);
        Set<BacnetEvent> events = EnumSet.noneOf(BacnetEvent.class);
        for (long seed = 1; seed <= ROUNDS; seed++) {
            EventBody body = new RandomValues(seed).of(Event.class).body();
            EventMap.onvif(body).ifPresent(topics::add);
            EventMap.bacnet(body).ifPresent(events::add);
        }
        EventMap.onvif(alarm(AlarmKind.DURESS)).ifPresent(topics::add);
        for (AlarmKind kind : AlarmKind.values()) {
            EventMap.bacnet(alarm(kind)).ifPresent(events::add);
        }
        for (DenyReason reason : DenyReason.values()) {
            events.add(ReasonMap.bacnet(reason));
        }
        assertEquals(EnumSet.allOf(OnvifTopic.class), topics);
        assertEquals(EnumSet.allOf(BacnetEvent.class), events);
    }

    private static EventBody alarm(AlarmKind kind) {
        EventBody.AlarmRaised sample =
                Samples.events().stream()
                        .map(Event::body)
                        .filter(EventBody.AlarmRaised.class::isInstance)
                        .map(EventBody.AlarmRaised.class::cast)
                        .findFirst()
                        .orElseThrow();
        AlarmSource source = sample.source();
        return new EventBody.AlarmRaised(sample.alarm(), kind, source, "", null);
    }
}
