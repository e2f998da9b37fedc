package org.menfang.hub.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.GateId;

/// A place that a round leads to.
///
/// @param id unique in its tour
/// @param gate with `accessPoint`, the reader or button; none for a code, and for the walker's word
/// @param codeVersion counts up when the codes of the place are replaced
public record Checkpoint(
        String id,
        String name,
        How how,
        @Nullable GateId gate,
        @Nullable AccessPointId accessPoint,
        int codeVersion,
        List<Check> checks) {
    public static final int NAME_CHARS_MAX = 40;
    public static final int CHECKS_MAX = 8;

    public Checkpoint {
        checks = List.copyOf(checks);
    }

    /// Whether the place is shown by something that happens at a gate.
    public boolean isAtGate() {
        return gate != null && accessPoint != null;
    }

    /// Whether a tag, a print or a screen shows a code there.
    boolean showsCode() {
        return switch (how) {
            case NFC, QR -> true;
            case READER, BUTTON -> false;
        };
    }

    /// Whether what it takes is there.
    boolean isReachable() {
        return switch (how) {
            case READER -> isAtGate();
            case NFC, QR -> !isAtGate();
            case BUTTON -> true;
        };
    }

    Checkpoint withNewCodes() {
        return new Checkpoint(id, name, how, gate, accessPoint, codeVersion + 1, checks);
    }
}
