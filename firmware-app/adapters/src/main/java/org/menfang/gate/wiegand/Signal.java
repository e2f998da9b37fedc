package org.menfang.gate.wiegand;

/// What a reader shows at one moment.
record Signal(boolean green, boolean red, boolean sounds) {
    static final Signal NONE = new Signal(false, false, false);
}
