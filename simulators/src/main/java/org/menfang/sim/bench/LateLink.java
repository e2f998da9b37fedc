package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hublink.Enrolment;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.hublink.LaterHubLink;
import org.menfang.gate.hublink.PahoHubLink;
import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.StoredEvents;
import org.menfang.site.HubAddress;
import org.menfang.site.Site;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;

/// A gate's real link to its hub, which begins when the measurement says so. Until then everything
/// waits in the journal.
final class LateLink implements AutoCloseable {
    private final LaterHubLink link = new LaterHubLink();
    private volatile @Nullable PahoHubLink begun;

    /// Joins a hub with a one-time code, as a gate does once in its life.
    static GateKeys join(Site site, String code, PublicKey logKey, Path keys) throws IOException {
        return switch (Enrolment.join(hub(site), identity(site), code, logKey, keys)) {
            case Enrolment.Outcome.Joined(GateKeys joined, var _) -> joined;
            case Enrolment.Outcome.NotACode _ -> throw new IOException("not a code: " + code);
            case Enrolment.Outcome.AnotherHub _ -> throw new IOException("another hub answers");
            case Enrolment.Outcome.Refused(String why) -> throw new IOException(why);
            case Enrolment.Outcome.NoAnswer(String why) -> throw new IOException(why);
        };
    }

    /// @param hub where it is reached; perhaps by way of a bad line
    void begin(
            HubAddress hub,
            Site site,
            GateKeys keys,
            GateLife lastWord,
            StoredEvents events,
            Inbox inbox) {
        PahoHubLink started =
                PahoHubLink.start(
                        hub,
                        identity(site),
                        keys.context(),
                        lastWord,
                        PahoHubLink.WILL_DELAY,
                        events,
                        inbox,
                        rules -> {},
                        RandomGenerator.getDefault());
        begun = started;
        link.begin(started);
    }

    /// Where the gate says what it has to say.
    HubLink link() {
        return link;
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
    public void close() {
        PahoHubLink now = begun;
        begun = null;
        if (now != null) {
            now.close();
        }
    }
}
