package org.menfang.hub.repair;

import java.util.Optional;

/// Where a repair is on its way, as one looks after a parcel.
public enum RepairState {
    /// Somebody has seen it; nobody has taken it on yet.
    REPORTED,
    /// It has an owner.
    ACCEPTED,
    BEING_DONE,
    /// Its owner says that it is mended; nobody else has looked yet.
    DONE,
    CLOSED;

    /// What can happen to a repair.
    public enum Act {
        /// Somebody takes it on, from another owner as well: no repair waits for one who is away.
        ACCEPT,
        BEGIN,
        FINISH,
        /// The owner cannot do it.
        GIVE_BACK,
        /// Somebody looked, and it is still broken.
        SEND_BACK,
        CLOSE
    }

    /// The state after an act; empty where it does not fit.
    public Optional<RepairState> after(Act act) {
        return switch (this) {
            case REPORTED ->
                    switch (act) {
                        case ACCEPT -> Optional.of(ACCEPTED);
                        case CLOSE -> Optional.of(CLOSED);
                        case BEGIN, FINISH, GIVE_BACK, SEND_BACK -> Optional.empty();
                    };
            case ACCEPTED ->
                    switch (act) {
                        case ACCEPT -> Optional.of(ACCEPTED);
                        case BEGIN -> Optional.of(BEING_DONE);
                        case FINISH -> Optional.of(DONE);
                        case GIVE_BACK -> Optional.of(REPORTED);
                        case CLOSE -> Optional.of(CLOSED);
                        case SEND_BACK -> Optional.empty();
                    };
            case BEING_DONE ->
                    switch (act) {
                        case ACCEPT -> Optional.of(ACCEPTED);
                        case FINISH -> Optional.of(DONE);
                        case GIVE_BACK -> Optional.of(REPORTED);
                        case CLOSE -> Optional.of(CLOSED);
                        case BEGIN, SEND_BACK -> Optional.empty();
                    };
            case DONE ->
                    switch (act) {
                        case SEND_BACK -> Optional.of(ACCEPTED);
                        case CLOSE -> Optional.of(CLOSED);
                        case ACCEPT, BEGIN, FINISH, GIVE_BACK -> Optional.empty();
                    };
            case CLOSED -> Optional.empty();
        };
    }

    public boolean isOpen() {
        return this != CLOSED;
    }
}
