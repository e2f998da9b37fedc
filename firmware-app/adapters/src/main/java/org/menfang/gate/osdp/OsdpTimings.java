package org.menfang.gate.osdp;

import java.time.Duration;

/// How long things take on a line.
///
/// @param pollEvery how often a reader is asked what it has to tell
/// @param replyWait how long a reader may take to begin its answer
/// @param byteWait how long it may pause within an answer
/// @param replyMax how long an answer may take in all
/// @param silenceMax a reader that has not answered for so long is gone
/// @param probeEvery how often a line looks for one that is gone
/// @param busyPause how long a reader that is busy is left alone
/// @param busyMax how long a reader may be busy
/// @param refusedPause how soon a reader that was refused is tried again
/// @param installMax how long a reader may be given a key after a person asked for it
public record OsdpTimings(
        Duration pollEvery,
        Duration replyWait,
        Duration byteWait,
        Duration replyMax,
        Duration silenceMax,
        Duration probeEvery,
        Duration busyPause,
        Duration busyMax,
        Duration refusedPause,
        Duration installMax) {
    public static final OsdpTimings STANDARD =
            new OsdpTimings(
                    Duration.ofMillis(50),
                    Duration.ofMillis(200),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(10));
}
