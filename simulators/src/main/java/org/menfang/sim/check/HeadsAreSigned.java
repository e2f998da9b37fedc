package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.compound.GateHouse;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// What a gate writes is signed soon after, and it says so when nobody vouches for its clock.
final class HeadsAreSigned implements Check {
    private static final Duration SIGNED_WITHIN = Duration.ofMinutes(5);
    private static final Duration NOTICED_WITHIN = Duration.ofMinutes(2);

    private final GateHouse gate;
    private final Excuses excuses;
    private @Nullable Instant unsignedSince;
    private @Nullable Instant distrustedSince;

    HeadsAreSigned(GateHouse gate, Excuses excuses) {
        this.gate = gate;
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "what is written is signed, and an untrusted time is called so";
    }

    @Override
    public void onDurable(Instant now, Event event, String text, Report report) {
        if (event.body() instanceof EventBody.HeadSigned signed) {
            if (signed.stream() == EventStream.EVENTS) {
                unsignedSince = null;
            }
        } else if (unsignedSince == null) {
            unsignedSince = now;
        }
        if (event.trust() == TimeTrust.TRUSTED
                && distrustedSince != null
                && gate.clock().trust() != TimeTrust.TRUSTED
                && now.isAfter(distrustedSince.plus(NOTICED_WITHIN))) {
            report.violated(now, "nobody trusts the clock, and an event says so of none: " + event);
        }
    }

    @Override
    public void onMinute(Instant now, Report report) {
        if (excuses.mayBeDark(gate.id()) || excuses.mayNotWrite(gate.id())) {
            unsignedSince = null;
            distrustedSince = null;
            return;
        }
        if (gate.clock().trust() == TimeTrust.TRUSTED) {
            distrustedSince = null;
        } else if (distrustedSince == null) {
            distrustedSince = now;
        }
        if (unsignedSince != null && now.isAfter(unsignedSince.plus(SIGNED_WITHIN))) {
            report.violated(now, "nothing was signed since " + unsignedSince);
            unsignedSince = null;
        }
    }
}
