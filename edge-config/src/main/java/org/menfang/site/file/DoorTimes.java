package org.menfang.site.file;

import java.time.Duration;

/// The timings of one door, with what stands in for those that are left out.
record DoorTimes(Section door) {
    static final Duration RELEASE_DEFAULT = Duration.ofSeconds(5);
    static final Duration HELD_DEFAULT = Duration.ofSeconds(30);

    private static final int EXTENDED_RELEASE_FACTOR = 3;
    private static final int EXTENDED_HELD_FACTOR = 2;
    private static final int PRE_ALARM_DIVISOR = 3;

    Duration release() {
        return of("release", RELEASE_DEFAULT);
    }

    Duration extendedRelease() {
        return of("extended-release", release().multipliedBy(EXTENDED_RELEASE_FACTOR));
    }

    Duration held() {
        return of("held", HELD_DEFAULT);
    }

    Duration extendedHeld() {
        return of("extended-held", held().multipliedBy(EXTENDED_HELD_FACTOR));
    }

    Duration preAlarm() {
        return of("pre-alarm", held().dividedBy(PRE_ALARM_DIVISOR));
    }

    private Duration of(String key, Duration standIn) {
        return door.duration(key).map(Placed::value).orElse(standIn);
    }
}
