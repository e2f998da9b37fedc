package org.menfang.gate.osdp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.vocabulary.ReaderId;

/// One reader as the panel believes it to be, and what it is told next.
///
/// It is found by a question in clear, whose answer means nothing, and then has to show that it
/// knows its key. Only what comes in the secure channel that begins there is ever believed.
final class PanelReader {
    /// Most commands that wait for the reader.
    static final int ASKED_COMMANDS_MAX = 16;

    private static final System.Logger LOG = System.getLogger(PanelReader.class.getName());

    private final ReaderId id;
    private final int planned;
    private final LineParts shared;
    private final KeyRing keys;
    private final ReaderNews news;
    private final ReaderShow show = new ReaderShow();
    private final Exchange exchange = new Exchange();
    private final Deque<PanelCommand> asked = new ArrayDeque<>();
    private Phase phase = new Phase.Searching();
    private MonotonicTime dueAt = MonotonicTime.START;
    private @Nullable MonotonicTime heardAt;
    private @Nullable MonotonicTime busySince;
    private @Nullable Install install;
    private int address;

    /// How far the secure channel is.
    private sealed interface Phase {
        record Searching() implements Phase {}

        record Opening(ChannelOpening opening) implements Phase {}

        record Open(SecureSession session, MonotonicTime since) implements Phase {}
    }

    PanelReader(ReaderId id, int address, LineParts shared) {
        this.id = id;
        this.planned = address;
        this.address = address;
        this.shared = shared;
        this.keys = new KeyRing(id, shared.keys());
        this.news = new ReaderNews(id, shared.listener(), shared.statuses());
        beginAnew(MonotonicTime.START);
    }

    ReaderId id() {
        return id;
    }

    int address() {
        return address;
    }

    ReaderStatus status() {
        return news.status();
    }

    /// When it is to be told something.
    MonotonicTime dueAt() {
        return dueAt;
    }

    /// When something is to be done, whether the line is free or not.
    MonotonicTime wakeAt() {
        return install == null ? MonotonicTime.NEVER : install.until();
    }

    /// Whether nothing was heard of it for long, so that looking for it can wait.
    boolean isAbsent() {
        return phase instanceof Phase.Searching && status().fault() == ReaderFault.SILENT;
    }

    /// Shows it, if the reader is there; what was asked before and is not shown yet is forgotten.
    void show(MonotonicTime now, ReaderFeedback feedback) {
        asked.removeIf(command ->
                command instanceof PanelCommand.Light || command instanceof PanelCommand.Sound);
        show.of(feedback).forEach(command -> ask(now, command));
    }

    /// Asks it something; whether it is there, can do it, and has room for it.
    boolean ask(MonotonicTime now, PanelCommand command) {
        if (!status().online() || !news.canDo(command) || asked.size() >= ASKED_COMMANDS_MAX) {
            return false;
        }
        asked.add(command);
        dueAt = MonotonicTime.earliest(dueAt, now);
        return true;
    }

    /// Lets the reader be given a key.
    ///
    /// @param foundAt the address that it has now, where it is to be given another one
    void beginInstall(MonotonicTime now, OptionalInt foundAt) {
        install = new Install(now.plus(shared.timings().installMax()), foundAt);
        keys.allowDefault(true);
        heardAt = null;
        news.told(ReaderStatus.UNKNOWN.withInstalling(true));
        beginAnew(now);
    }

    /// Ends that, however far it came.
    void endInstall(MonotonicTime now) {
        if (install != null) {
            install = null;
            keys.allowDefault(false);
            news.told(status().withInstalling(false));
            address = planned;
            beginAnew(now);
        }
    }

    void timeIsDue(MonotonicTime now) {
        if (install != null && !now.isBefore(install.until())) {
            endInstall(now);
        }
    }

    void lineIsGone() {
        lost(ReaderFault.LINE_GONE);
    }

    /// The line was gone and is there again.
    void lineIsBack(MonotonicTime now) {
        heardAt = null;
        beginAnew(now);
    }

    /// The packet to send now.
    byte[] next() {
        if (exchange.isOpen()) {
            return exchange.again();
        }
        OsdpPacket.Head head =
                new OsdpPacket.Head(address, false, exchange.sequence(), PacketCheck.CRC);
        return switch (phase) {
            case Phase.Searching() -> clear(head, null, new PanelCommand.Identify());
            case Phase.Opening(ChannelOpening opening) ->
                    clear(head, opening.security(), opening.command());
            case Phase.Open open -> {
                PanelCommand command = asked.isEmpty() ? new PanelCommand.Poll() : asked.remove();
                yield exchange.open(command, open.session().write(head, command));
            }
        };
    }

    private byte[] clear(
            OsdpPacket.Head head, @Nullable SecurityBlock security, PanelCommand command) {
        byte[] packet = OsdpPacket.write(head, security, command.code(), command.data());
        return exchange.open(command, packet);
    }

    /// Takes a packet that bears its address; whether it is the answer.
    boolean heard(MonotonicTime now, OsdpPacket packet) {
        if (!exchange.isAnsweredBy(packet)) {
            return false;
        }
        if (packet.security() == null && isHarmed(packet)) {
            missed(now);
            return true;
        }
        heardAt = now;
        if (packet.security() == null && packet.code() == ReaderReply.BUSY_CODE) {
            busy(now);
            return true;
        }
        busySince = null;
        PanelCommand answered = exchange.close();
        switch (phase) {
            case Phase.Searching() -> found(now);
            case Phase.Opening(ChannelOpening opening) -> opened(now, opening.take(packet));
            case Phase.Open open -> answered(now, open, answered, packet);
        }
        return true;
    }

    /// Whether the reader says that the command came to it with other bytes than were sent.
    private static boolean isHarmed(OsdpPacket packet) {
        return ReaderReply.read(packet.code(), packet.data()).orElse(null)
                        instanceof ReaderReply.Refused(int reason)
                && reason == ReaderReply.Refused.WRONG_CHECK;
    }

    /// No answer came in time.
    void missed(MonotonicTime now) {
        OsdpTimings timings = shared.timings();
        boolean isGone = heardAt == null || heardAt.until(now).compareTo(timings.silenceMax()) >= 0;
        dueAt = now;
        if (isGone) {
            heardAt = null;
            changeAddress();
            lost(ReaderFault.SILENT);
            dueAt = now.plus(timings.probeEvery());
        }
    }

    /// A reader that is to be given another address is looked for where it was found, and where it
    /// is to be.
    private void changeAddress() {
        if (install != null && install.foundAt().isPresent()) {
            address = address == planned ? install.foundAt().getAsInt() : planned;
        }
    }

    private void busy(MonotonicTime now) {
        if (busySince == null) {
            busySince = now;
        }
        dueAt = now.plus(shared.timings().busyPause());
        if (busySince.until(now).compareTo(shared.timings().busyMax()) > 0) {
            failed(now, ReaderFault.BUSY);
        }
    }

    private void found(MonotonicTime now) {
        dueAt = now;
        keys.now()
                .ifPresent(key ->
                        phase =
                                new Phase.Opening(
                                        new ChannelOpening(
                                                key,
                                                shared.randoms().bytes(SessionKeys.RANDOM_BYTES))));
    }

    private void opened(MonotonicTime now, ChannelOpening.Step step) {
        switch (step) {
            case ChannelOpening.Step.GoOn() -> dueAt = now;
            case ChannelOpening.Step.Opened(BaseKey key, SecureSession session) ->
                    opened(now, key, session);
            case ChannelOpening.Step.Refused(ReaderFault why) -> refused(now, why);
        }
    }

    private void opened(MonotonicTime now, BaseKey key, SecureSession session) {
        phase = new Phase.Open(session, now);
        dueAt = now;
        keys.beginAnew();
        if (keys.isProposed(key)) {
            keys.confirm();
            if (install != null && address == planned) {
                install = null;
                keys.allowDefault(false);
            }
        }
        if (install == null) {
            news.told(status().withInstalling(false).withOnline());
            asked.add(new PanelCommand.Identify());
            asked.add(new PanelCommand.AskCapabilities());
            asked.add(new PanelCommand.AskLocalStatus());
        } else {
            install(now);
        }
    }

    /// What is still to be done: first the address, then the key.
    private void install(MonotonicTime now) {
        if (address != planned) {
            asked.add(new PanelCommand.SetAddress(planned, shared.baud()));
            return;
        }
        BaseKey fresh = new BaseKey(shared.randoms().bytes(BaseKey.BYTES));
        if (keys.propose(fresh)) {
            asked.add(new PanelCommand.SetKey(fresh));
        } else {
            notInstalled(now, ReaderFault.KEY_NOT_KEPT);
        }
    }

    private void answered(
            MonotonicTime now, Phase.Open open, PanelCommand command, OsdpPacket packet) {
        if (packet.security() == null) {
            boolean isRefused = packet.code() == ReaderReply.REFUSED_CODE;
            interrupted(now, open, isRefused ? ReaderFault.SESSION_LOST : ReaderFault.UNENCRYPTED);
            return;
        }
        byte[] data = open.session().open(packet).orElse(null);
        if (data == null) {
            interrupted(now, open, ReaderFault.FORGED);
            return;
        }
        ReaderReply reply = ReaderReply.read(packet.code(), data).orElse(null);
        if (reply == null) {
            LOG.log(System.Logger.Level.WARNING, "{0} sent what cannot be read", id);
        }
        plan(now, reply != null && command instanceof PanelCommand.Poll && hasMore(reply));
        if (reply instanceof ReaderReply.Busy) {
            asked.addFirst(command);
            dueAt = now.plus(shared.timings().busyPause());
        } else if (reply != null && install != null) {
            installed(now, command, reply);
        } else if (reply != null) {
            news.take(command, reply);
            if (command instanceof PanelCommand.AskCapabilities) {
                ReaderNews.questions(reply).forEach(question -> ask(now, question));
                show.again().forEach(shown -> ask(now, shown));
            }
        }
    }

    private static boolean hasMore(ReaderReply reply) {
        return !(reply instanceof ReaderReply.Fine);
    }

    /// A reader that may have more to tell, or that is to be told more, is the next at once.
    private void plan(MonotonicTime now, boolean atOnce) {
        MonotonicTime regular = dueAt.plus(shared.timings().pollEvery());
        dueAt = atOnce || !asked.isEmpty() || regular.isBefore(now) ? now : regular;
    }

    private void installed(MonotonicTime now, PanelCommand command, ReaderReply reply) {
        if (command instanceof PanelCommand.SetKey) {
            if (reply instanceof ReaderReply.Fine) {
                beginAnew(now);
            } else {
                notInstalled(now, ReaderFault.KEY_NOT_SET);
            }
        } else if (command instanceof PanelCommand.SetAddress) {
            if (reply instanceof ReaderReply.Address taken && taken.address() == planned) {
                address = planned;
                beginAnew(now);
            } else {
                notInstalled(now, ReaderFault.ADDRESS_NOT_SET);
            }
        }
    }

    private void notInstalled(MonotonicTime now, ReaderFault why) {
        endInstall(now);
        failed(now, why);
    }

    /// Looks for the reader from the beginning, with the likeliest key.
    private void beginAnew(MonotonicTime now) {
        forget();
        keys.beginAnew();
        dueAt = now;
        restWithoutKey();
    }

    /// The reader does not have this key: the next one, or after a while the first one again.
    private void refused(MonotonicTime now, ReaderFault why) {
        if (keys.next()) {
            forget();
            dueAt = now;
        } else {
            failed(now, why);
        }
    }

    /// Something came in between in the secure channel. A reader with which this happens at once
    /// each time waits.
    private void interrupted(MonotonicTime now, Phase.Open open, ReaderFault why) {
        boolean isSoon = now.isBefore(open.since().plus(shared.timings().refusedPause()));
        failed(now, why);
        if (!isSoon && keys.now().isPresent()) {
            dueAt = now;
        }
    }

    private void failed(MonotonicTime now, ReaderFault why) {
        lost(why);
        dueAt = now.plus(shared.timings().refusedPause());
        restWithoutKey();
    }

    private void lost(ReaderFault why) {
        forget();
        news.told(status().withFault(why));
    }

    private void forget() {
        phase = new Phase.Searching();
        exchange.beginAnew();
        asked.clear();
        busySince = null;
    }

    /// There is nothing to be asked of a reader that nobody has a key for.
    private void restWithoutKey() {
        if (keys.now().isEmpty()) {
            dueAt = MonotonicTime.NEVER;
            news.told(status().withFault(keys.whyNone()));
        }
    }
}
