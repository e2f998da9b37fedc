package org.menfang.vocabulary;

import java.util.Optional;

/// Where an alarm is in its life. An alarm stays until a person has acknowledged and reset it,
/// whatever became of its cause: GB 50394-2007 5.2 demands the latch, ISA-18.2 gives the states.
public enum AlarmState {
    /// The cause is there; nobody has answered.
    RAISED,
    /// The cause is there; somebody has answered.
    ACKNOWLEDGED,
    /// The cause is gone; nobody has answered.
    RETURNED,
    /// The cause is gone and somebody has answered; it waits for the reset.
    LATCHED,
    /// A person has ended it.
    RESET;

    /// What can happen to an alarm.
    public enum Act {
        /// The cause is there (again).
        RAISE,
        /// The cause is gone.
        RETURN,
        ACKNOWLEDGE,
        RESET
    }

    /// The state after an act, or empty where the act is refused: nothing may be reset before it is
    /// acknowledged and its cause is gone. An act that is already done leaves the state as it is.
    public Optional<AlarmState> after(Act act) {
        return switch (this) {
            case RAISED ->
                    switch (act) {
                        case RAISE -> Optional.of(RAISED);
                        case RETURN -> Optional.of(RETURNED);
                        case ACKNOWLEDGE -> Optional.of(ACKNOWLEDGED);
                        case RESET -> Optional.empty();
                    };
            case ACKNOWLEDGED ->
                    switch (act) {
                        case RAISE, ACKNOWLEDGE -> Optional.of(ACKNOWLEDGED);
                        case RETURN -> Optional.of(LATCHED);
                        case RESET -> Optional.empty();
                    };
            case RETURNED ->
                    switch (act) {
                        case RAISE -> Optional.of(RAISED);
                        case RETURN -> Optional.of(RETURNED);
                        case ACKNOWLEDGE -> Optional.of(LATCHED);
                        case RESET -> Optional.empty();
                    };
            case LATCHED ->
                    switch (act) {
                        // A cause that comes back needs a new answer.
                        case RAISE -> Optional.of(RAISED);
                        case RETURN, ACKNOWLEDGE -> Optional.of(LATCHED);
                        case RESET -> Optional.of(RESET);
                    };
            case RESET -> Optional.empty();
        };
    }

    /// Whether the alarm still has to be shown.
    public boolean isOpen() {
        return this != RESET;
    }
}
