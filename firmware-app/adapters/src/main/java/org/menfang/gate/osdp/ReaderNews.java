package org.menfang.gate.osdp;

import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.osdp.ReaderReply.Capability;
import org.menfang.vocabulary.ReaderId;

/// What a reader has told in its secure channel: it is passed on, and what lasts is kept.
final class ReaderNews {
    private static final System.Logger LOG = System.getLogger(ReaderNews.class.getName());

    private final ReaderId id;
    private final ReaderListener listener;
    private final StatusListener statuses;
    private ReaderStatus status = ReaderStatus.UNKNOWN;
    private boolean hasLight = true;
    private boolean hasSound = true;

    ReaderNews(ReaderId id, ReaderListener listener, StatusListener statuses) {
        this.id = id;
        this.listener = listener;
        this.statuses = statuses;
    }

    ReaderStatus status() {
        return status;
    }

    /// The reader is as said; whoever listens hears it if that is new.
    void told(ReaderStatus now) {
        if (!now.equals(status)) {
            status = now;
            statuses.onStatus(id, now);
        }
    }

    /// Whether the reader can do it; one that does not say is believed to.
    boolean canDo(PanelCommand command) {
        return switch (command) {
            case PanelCommand.Light _ -> hasLight;
            case PanelCommand.Sound _ -> hasSound;
            case PanelCommand.Poll _,
                    PanelCommand.Identify _,
                    PanelCommand.AskCapabilities _,
                    PanelCommand.AskLocalStatus _,
                    PanelCommand.AskInputs _,
                    PanelCommand.AskOutputs _,
                    PanelCommand.SetOutput _,
                    PanelCommand.SetAddress _,
                    PanelCommand.SetKey _,
                    PanelCommand.Challenge _,
                    PanelCommand.Prove _ ->
                    true;
        };
    }

    /// Passes on what came.
    void take(PanelCommand answered, ReaderReply reply) {
        switch (reply) {
            case ReaderReply.Card(var bits) -> listener.onCard(id, bits);
            case ReaderReply.Text(String text) -> listener.onText(id, text);
            case ReaderReply.Keys(var pressed) -> pressed.forEach(key -> listener.onKey(id, key));
            case ReaderReply.LocalStatus local -> told(status.with(local));
            case ReaderReply.Inputs(List<Boolean> active) -> told(status.withInputs(active));
            case ReaderReply.Outputs(List<Boolean> active) -> told(status.withOutputs(active));
            case ReaderReply.Identified(ReaderIdentity who) -> told(status.withIdentity(who));
            case ReaderReply.Capable(List<Capability> capabilities) -> learn(capabilities);
            case ReaderReply.Refused(int reason) ->
                    LOG.log(
                            System.Logger.Level.INFO,
                            "{0} refuses the command {1} with {2}",
                            id,
                            answered.code(),
                            reason);
            case ReaderReply.Fine _, ReaderReply.Busy _ -> {}
            case ReaderReply.Address _,
                    ReaderReply.Cryptogram _,
                    ReaderReply.FirstMac _,
                    ReaderReply.Unasked _ ->
                    LOG.log(System.Logger.Level.INFO, "{0} says what nobody asked for", id);
        }
    }

    private void learn(List<Capability> capabilities) {
        hasLight = isThere(capabilities, Capability.LIGHTS);
        hasSound = isThere(capabilities, Capability.SOUNDS);
    }

    /// What is worth asking a reader that can do this.
    static List<PanelCommand> questions(ReaderReply reply) {
        List<PanelCommand> questions = new ArrayList<>();
        if (reply instanceof ReaderReply.Capable(List<Capability> capabilities)) {
            if (isThere(capabilities, Capability.INPUTS)) {
                questions.add(new PanelCommand.AskInputs());
            }
            if (isThere(capabilities, Capability.OUTPUTS)) {
                questions.add(new PanelCommand.AskOutputs());
            }
        }
        return questions;
    }

    private static boolean isThere(List<Capability> capabilities, int function) {
        return capabilities.stream()
                .anyMatch(found -> found.function() == function && found.count() > 0);
    }
}
