package org.menfang.hub.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// One gate, as the hub heard it last.
///
/// @param online whether its link stands, as far as the hub knows
/// @param awaited whether a sign of it is expected: false once it was found silent
/// @param awaitedSinceMillis when it gave its last sign by the hub's monotonic clock, or when the
///   hub began to listen for it
/// @param heard none until it was heard for the first time since the hub started
/// @param said what it said of itself
public record Presence(
        GateIdentity name,
        boolean online,
        boolean awaited,
        long awaitedSinceMillis,
        @Nullable Instant heard,
        Said said) {

    /// What a gate said of itself.
    ///
    /// @param life its last birth or will
    /// @param state its last snapshot
    /// @param stateHeardAt when that came
    /// @param uptime none until it said one
    public record Said(
            @Nullable GateLife life,
            @Nullable GateState state,
            @Nullable Instant stateHeardAt,
            @Nullable UptimeEstimate uptime) {
        static final Said NOTHING = new Said(null, null, null, null);

        Said with(GateState newState, HubMoment now) {
            return new Said(
                    life,
                    newState,
                    now.wall(),
                    better(newState.boot(), newState.uptimeMillis(), now));
        }

        Said with(GateLife birth, HubMoment now) {
            return new Said(
                    birth, state, stateHeardAt, better(birth.boot(), birth.uptimeMillis(), now));
        }

        /// A will was made when the link was, so that its uptime says nothing.
        Said withWill(GateLife will) {
            return new Said(will, state, stateHeardAt, uptime);
        }

        private UptimeEstimate better(long boot, long uptimeMillis, HubMoment now) {
            UptimeEstimate heard = UptimeEstimate.heard(boot, uptimeMillis, now);
            return uptime == null ? heard : uptime.with(heard);
        }
    }

    static Presence unheard(GateIdentity name, HubMoment now) {
        return new Presence(name, false, true, now.monotonicMillis(), null, Said.NOTHING);
    }

    /// The gate gave a sign.
    Presence heard(HubMoment now) {
        return new Presence(name, true, true, now.monotonicMillis(), now.wall(), said);
    }

    Presence saying(Said newSaid) {
        return new Presence(name, online, awaited, awaitedSinceMillis, heard, newSaid);
    }

    /// Its will came, or it gave no sign for too long.
    Presence silent() {
        return new Presence(name, false, false, awaitedSinceMillis, heard, said);
    }

    /// Listening begins anew; that nothing was heard meanwhile says nothing.
    Presence listenedFor(HubMoment now) {
        return new Presence(name, online, awaited, now.monotonicMillis(), heard, said);
    }
}
