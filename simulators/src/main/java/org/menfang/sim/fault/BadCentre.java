package org.menfang.sim.fault;

import java.time.Duration;
import org.menfang.sim.compound.HubHouse;
import org.menfang.sim.compound.VirtualBroker;

/// What the broker and the hub can do wrong.
final class BadCentre {
    private static final Duration BACK_MIN = Duration.ofSeconds(2);
    private static final Duration BACK_MAX = Duration.ofMinutes(10);
    private static final int COMMITS_MAX = 40;

    private BadCentre() {}

    /// The broker is down for a while, and keeps what it kept.
    static Fault brokerStops() {
        return new AtCentre(
                FaultName.BROKER_STOPPED,
                Rhythm.ofHours(1, 14, Duration.ofSeconds(1), Duration.ofHours(2)),
                stage -> {
                    VirtualBroker broker = stage.compound().broker();
                    broker.stop();
                    return broker::start;
                });
    }

    /// The broker comes back with an empty disk.
    static Fault brokerWiped() {
        return AtCentre.inAMoment(
                FaultName.BROKER_WIPED,
                Rhythm.ofMoments(1, 16),
                stage -> stage.compound().broker().wipe());
    }

    /// The hub ends between a commit and what it says about it.
    static Fault hubCrashes() {
        return new AtCentre(
                FaultName.HUB_CRASH,
                Rhythm.ofHours(1, 8, BACK_MIN, BACK_MAX),
                stage -> {
                    HubHouse hub = stage.compound().hub();
                    hub.crashAfter(stage.chance().below(COMMITS_MAX));
                    return () -> {
                        hub.crash();
                        hub.start();
                    };
                });
    }

    /// Nothing becomes durable at the hub.
    static Fault hubStoreFails() {
        return new AtCentre(
                FaultName.HUB_STORE_FAILS,
                Rhythm.ofHours(1, 12, Duration.ofSeconds(1), Duration.ofMinutes(40)),
                stage -> {
                    HubHouse hub = stage.compound().hub();
                    hub.storeFails(true);
                    return () -> hub.storeFails(false);
                });
    }

    /// The hub comes back with the oldest copy that there is, of last week where it has run so
    /// long.
    static Fault hubRestored() {
        return new AtCentre(
                FaultName.HUB_RESTORED,
                Rhythm.ofHours(6, 40, BACK_MIN, BACK_MAX),
                stage -> {
                    HubHouse hub = stage.compound().hub();
                    hub.crash();
                    hub.restoreOldest();
                    return hub::start;
                });
    }
}
