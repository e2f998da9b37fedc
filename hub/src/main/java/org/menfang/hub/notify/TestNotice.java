package org.menfang.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is sent to see whether a way works.
final class TestNotice {
    private static final Duration OF_USE = Duration.ofHours(6);

    private TestNotice() {}

    static Notice of(String topic, Notice.Urgency urgency, Instant now) {
        return new Notice(
                topic,
                urgency,
                "这是测试消息。看到它，说明这个通知方式可用，不需要回复。",
                "This is a test. If you read it, this way works. Nothing needs to be done.",
                List.of(),
                now.plus(OF_USE));
    }
}
