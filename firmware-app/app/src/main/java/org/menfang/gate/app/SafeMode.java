package org.menfang.gate.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.port.Cameras;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.site.Site;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.PictureId;

/// What a gate does without that crashes again and again: cameras, passes, PINs and new rules.
/// Leaving, fire, lamps, and the cards of those who live there go on, and so does the link to the
/// hub.
///
/// It ends when the gate has stood for {@link #STANDS}, or when somebody stops the gate and starts
/// it again.
final class SafeMode implements Cameras, Consumer<byte[]> {
    /// How long a gate stands that has got over it.
    static final Duration STANDS = CrashLoop.WINDOW;

    private static final String WHY =
            "%d starts within %d min".formatted(CrashLoop.STARTS_MIN, CrashLoop.WINDOW.toMinutes());

    private final Inbox inbox;
    private final List<Runnable> afterwards = new ArrayList<>();
    private final AtomicReference<@Nullable Cameras> cameras = new AtomicReference<>();
    private final AtomicReference<@Nullable Consumer<byte[]>> rules = new AtomicReference<>();
    private final AtomicReference<byte @Nullable []> rulesThatWait = new AtomicReference<>();
    private boolean on;

    /// @param on whether the gate begins in it
    SafeMode(boolean on, Inbox inbox) {
        this.on = on;
        this.inbox = inbox;
        if (on) {
            inbox.offer(new Input.SafeModeEntered(WHY));
        }
    }

    synchronized boolean isOn() {
        return on;
    }

    /// Ends it, if it is on.
    void leave() {
        takeAfterwards().forEach(Runnable::run);
    }

    private synchronized List<Runnable> takeAfterwards() {
        if (!on) {
            return List.of();
        }
        on = false;
        inbox.offer(new Input.SafeModeLeft());
        return afterwards;
    }

    /// Does something once it is off: now, if it is not on.
    void whenOff(Runnable task) {
        if (!isKept(task)) {
            task.run();
        }
    }

    private synchronized boolean isKept(Runnable task) {
        return on && afterwards.add(task);
    }

    /// The table that decides for now; the whole one follows.
    AccessTable tableOf(Site site, AccessTable whole) {
        RuleSet all = whole.rules();
        if (!isOn() || all == null) {
            return whole;
        }
        whenOff(() -> inbox.offer(new Input.AccessTableReplaced(whole)));
        return AccessTable.of(site, all.onlyWith(cardsOfThoseWhoLiveThere(all)));
    }

    private static List<Credential> cardsOfThoseWhoLiveThere(RuleSet rules) {
        Set<HolderId> holders =
                rules.holders().stream()
                        .filter(SafeMode::livesThere)
                        .map(Holder::id)
                        .collect(Collectors.toSet());
        return rules.credentials().stream()
                .filter(each -> isCard(each) && holders.contains(each.holder()))
                .toList();
    }

    private static boolean livesThere(Holder holder) {
        return switch (holder.kind()) {
            case RESIDENT, RENTER, VOLUNTEER -> true;
            case COURIER, VISITOR -> false;
        };
    }

    private static boolean isCard(Credential credential) {
        return switch (credential.type()) {
            case PLAIN_NUMBER, SECTOR_NUMBER, SIGNED_TAG -> true;
            case PIN, PAPER_PASS, ROTATING_PASS -> false;
        };
    }

    /// From now on these take the pictures.
    void begin(Cameras real) {
        cameras.set(real);
    }

    @Override
    public void take(PictureId picture, CameraId camera) {
        Cameras real = cameras.get();
        if (real == null) {
            inbox.offer(new Input.PictureFailed(picture, camera, "the gate is in safe mode"));
        } else {
            real.take(picture, camera);
        }
    }

    /// From now on these take the rules that come, and the newest that came meanwhile.
    void begin(Consumer<byte[]> real) {
        rules.set(real);
        byte[] waiting = rulesThatWait.getAndSet(null);
        if (waiting != null) {
            real.accept(waiting);
        }
    }

    /// Takes rules that the hub sends.
    @Override
    public void accept(byte[] sent) {
        rulesThatWait.set(sent);
        Consumer<byte[]> real = rules.get();
        if (real != null) {
            begin(real);
        }
    }
}
