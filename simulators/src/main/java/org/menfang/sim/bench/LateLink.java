package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hublink.Enrolment;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.hublink.PahoHubLink;
import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.StoredEvents;
import org.menfang.site.HubAddress;
import org.menfang.site.Site;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// A gate's real link to its hub, which begins when the measurement says so. Until then everything
/// waits in the journal.
final class LateLink implements HubLink, AutoCloseable {
    private volatile @Nullable PahoHubLink link;

    /// Joins a hub with a one-time code, as a gate does once in its life.
    static GateKeys join(Site site, String code, PublicKey logKey, Path keys) throws IOException {
        return switch (Enrolment.join(hub(site), identity(site), code, logKey, keys)) {
            case Enrolment.Outcome.Joined(GateKeys joined) -> joined;
            case Enrolment.Outcome.NotACode _ -> throw new IOException("not a code: " + code);
            case Enrolment.Outcome.AnotherHub _ -> throw new IOException("another hub answers");
            case Enrolment.Outcome.Refused(String why) -> throw new IOException(why);
            case Enrolment.Outcome.NoAnswer(String why) -> throw new IOException(why);
        };
    }

    void begin(Site site, GateKeys keys, GateLife lastWord, StoredEvents events, Inbox inbox) {
        link =
                PahoHubLink.start(
                        hub(site),
                        identity(site),
                        keys.context(),
                        lastWord,
                        PahoHubLink.WILL_DELAY,
                        events,
                        inbox,
                        RandomGenerator.getDefault());
    }

    static GateIdentity identity(Site site) {
        return new GateIdentity(site.compound(), site.gate());
    }

    static HubAddress hub(Site site) {
        HubAddress address = site.hub();
        if (address == null) {
            throw new IllegalArgumentException("the site names no hub");
        }
        return address;
    }

    @Override
    public void publish(EventStream stream, long fromSeq, long toSeq) {
        PahoHubLink now = link;
        if (now != null) {
            now.publish(stream, fromSeq, toSeq);
        }
    }

    @Override
    public void publishState(GateState state) {
        PahoHubLink now = link;
        if (now != null) {
            now.publishState(state);
        }
    }

    @Override
    public void announceLife(GateLife life) {
        PahoHubLink now = link;
        if (now != null) {
            now.announceLife(life);
        }
    }

    @Override
    public void reportResult(CommandResult result) {
        PahoHubLink now = link;
        if (now != null) {
            now.reportResult(result);
        }
    }

    @Override
    public void close() {
        PahoHubLink now = link;
        link = null;
        if (now != null) {
            now.close();
        }
    }
}
