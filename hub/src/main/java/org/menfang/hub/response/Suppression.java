package org.menfang.hub.response;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.board.AlarmCard;
import org.menfang.vocabulary.AlarmKind;

/// The conditions under which one alarm explains others of the same gate, which then wait below it:
/// all of them, and no others.
public enum Suppression {
    /// What a gate that is silent said of its lamps and cameras is old. A cut line is a theft and
    /// stays.
    SILENT_GATE(AlarmKind.GATE_SILENT, AlarmKind.LAMP_DEAD, AlarmKind.CAMERA_LOST),
    /// A gate in safe mode does only what it must.
    SAFE_MODE(
            AlarmKind.SAFE_MODE,
            AlarmKind.LAMP_DEAD,
            AlarmKind.CAMERA_LOST,
            AlarmKind.INPUTS_DROPPED),
    /// A disk that cannot be written is not slow or full besides.
    FAILED_STORAGE(AlarmKind.STORAGE_FAILED, AlarmKind.STORAGE_SLOW, AlarmKind.STORAGE_LOW);

    private final AlarmKind cause;

    @SuppressWarnings("ImmutableEnumChecker") // A list made by List.of never changes.
    private final List<AlarmKind> explained;

    Suppression(AlarmKind cause, AlarmKind... explained) {
        this.cause = cause;
        this.explained = List.of(explained);
    }

    /// The alarm that explains others for as long as its cause is there.
    public AlarmKind cause() {
        return cause;
    }

    public List<AlarmKind> explained() {
        return explained;
    }

    /// The alarm that explains another one now.
    static Optional<AlarmKind> of(AlarmCard card, Collection<AlarmCard> all) {
        return Arrays.stream(values())
                .filter(rule -> rule.explained.contains(card.kind()))
                .filter(rule -> all.stream().anyMatch(other -> rule.holds(card, other)))
                .map(Suppression::cause)
                .findFirst();
    }

    private boolean holds(AlarmCard card, AlarmCard other) {
        return other.kind() == cause
                && other.isCauseThere()
                && other.ref().compound().equals(card.ref().compound())
                && other.ref().gate().equals(card.ref().gate());
    }
}
