package org.menfang.gate.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.hublink.Enrolment;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.hublink.HttpPictureUpload;
import org.menfang.gate.hublink.LaterHubLink;
import org.menfang.gate.hublink.PahoHubLink;
import org.menfang.gate.hublink.RulesKeys;
import org.menfang.gate.picture.PictureFolder;
import org.menfang.gate.picture.PictureUpload;
import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.StoredEvents;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;

/// The hub as this gate has it: none, one that it still has to join, or one that it talks to. A
/// gate decides from its first moment on, whatever becomes of this.
///
/// Until it has joined, the folder of pictures keeps what is to be sent.
final class HubConnection implements PictureUpload, AutoCloseable {
    private static final Logger LOG = System.getLogger(HubConnection.class.getName());
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final Parts parts;
    private final Owned owned = new Owned();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LaterHubLink link = new LaterHubLink();
    private volatile @Nullable HttpPictureUpload upload;
    private volatile @Nullable Thread joining;

    /// What a connection is made of.
    ///
    /// @param logKey signs the log; the hub gets its public half
    /// @param lastWord what the broker says for this gate when it vanishes
    /// @param rules takes the rule sets that the hub sends
    record Parts(
            @Nullable HubAddress hub,
            GateIdentity gate,
            Path keys,
            PublicKey logKey,
            GateLife lastWord,
            StoredEvents events,
            PictureFolder pictures,
            Inbox inbox,
            Consumer<byte[]> rules) {}

    private HubConnection(Parts parts) {
        this.parts = parts;
    }

    /// One that keeps what the gate says, until it begins.
    static HubConnection of(Parts parts) {
        return new HubConnection(parts);
    }

    /// Begins to talk to the hub, or to join it, and returns at once. Residents wait for neither:
    /// what it takes to begin comes after the gate's first decisions.
    ///
    /// @param code a one-time code of the hub; needed once in the life of a gate, or once more
    ///   where it knows no key for rules
    void begin(@Nullable String code) {
        HubAddress hub = parts.hub();
        if (hub == null) {
            LOG.log(Level.INFO, "the site file names no hub: the gate stands alone");
            return;
        }
        Optional<GateKeys> keys = keys();
        boolean joinsAgain = code != null && !RulesKeys.areThere(parts.keys());
        if (keys.isPresent() && !joinsAgain) {
            connect(hub, keys.get());
        } else if (code == null) {
            LOG.log(Level.WARNING, "the gate has not joined its hub: start it once with --enrol");
        } else {
            joinInBackground(hub, code);
        }
    }

    /// Where the gate says what it has to say, from now on, joined or not.
    HubLink link() {
        return link;
    }

    @Override
    public void stored(Sha256 digest) {
        HttpPictureUpload now = upload;
        if (now != null) {
            now.stored(digest);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Thread running = joining;
        if (running != null) {
            running.interrupt();
            try {
                running.join(CLOSE_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            owned.close();
        }
    }

    /// A gate that cannot read its keys stands alone, and decides all the same.
    private Optional<GateKeys> keys() {
        try {
            return GateKeys.read(parts.keys()).filter(this::areOurs);
        } catch (IOException e) {
            String why = "the keys of the link cannot be read, and the gate stands alone: ";
            LOG.log(Level.ERROR, why + e.getMessage());
            parts.inbox().offer(new Input.StorageDamaged(why + e.getMessage(), true));
            return Optional.empty();
        }
    }

    private boolean areOurs(GateKeys keys) {
        boolean ours = keys.belongTo(parts.gate());
        if (!ours) {
            LOG.log(
                    Level.WARNING,
                    "the keys in the data folder are those of another gate than {0}",
                    parts.gate());
        }
        return ours;
    }

    private synchronized void connect(HubAddress hub, GateKeys keys) {
        if (closed.getCount() == 0) {
            return;
        }
        RandomGenerator chance = RandomGenerator.getDefault();
        upload = owned.own(HttpPictureUpload.start(hub, keys.context(), parts.pictures(), chance));
        link.begin(
                owned.own(
                        PahoHubLink.start(
                                hub,
                                parts.gate(),
                                keys.context(),
                                parts.lastWord(),
                                PahoHubLink.WILL_DELAY,
                                parts.events(),
                                parts.inbox(),
                                parts.rules(),
                                chance)));
    }

    private void joinInBackground(HubAddress hub, String code) {
        Thread thread =
                Thread.ofPlatform().name("enrolment").daemon().unstarted(() -> join(hub, code));
        joining = thread;
        thread.start();
    }

    /// Tries until the hub answers: it may start later than the gate.
    private void join(HubAddress hub, String code) {
        try {
            while (isUnanswered(hub, code)
                    && !closed.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.INFO, "trying to join the hub again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the keys of the link cannot be stored: " + e.getMessage());
        }
    }

    private boolean isUnanswered(HubAddress hub, String code) throws IOException {
        return switch (Enrolment.join(hub, parts.gate(), code, parts.logKey(), parts.keys())) {
            case Enrolment.Outcome.Joined(GateKeys keys, var _) -> {
                LOG.log(Level.INFO, "the gate has joined its hub as {0}", parts.gate());
                connect(hub, keys);
                yield false;
            }
            case Enrolment.Outcome.NoAnswer(String why) -> {
                LOG.log(Level.INFO, "the hub does not answer: {0}", why);
                yield true;
            }
            case Enrolment.Outcome.NotACode() ->
                    refused("what was given to --enrol is not a code of a hub");
            case Enrolment.Outcome.AnotherHub() ->
                    refused("the code is that of another hub than " + hub.host());
            case Enrolment.Outcome.Refused(String why) -> refused(why);
        };
    }

    private static boolean refused(String why) {
        LOG.log(Level.ERROR, "the gate runs alone, since it cannot join its hub: {0}", why);
        return false;
    }
}
