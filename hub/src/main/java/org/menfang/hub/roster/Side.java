package org.menfang.hub.roster;

/// One of the two who sign a hand-over.
public enum Side {
    LEAVING,
    COMING;

    Side other() {
        return switch (this) {
            case LEAVING -> COMING;
            case COMING -> LEAVING;
        };
    }
}
