package org.menfang.gate.i2c;

import java.util.List;
import org.menfang.site.Metering;

/// What the bands of a metered line mean.
///
/// @param states the meaning of each band, from the lowest on
record LoopScale(Bands bands, List<State> states) {
    LoopScale {
        states = List.copyOf(states);
    }

    /// How a line stands.
    enum State {
        SHORT,
        LOW,
        HIGH,
        OPEN;

        /// Whether the line says nothing about what hangs on it.
        boolean isTrouble() {
            return switch (this) {
                case SHORT, OPEN -> true;
                case LOW, HIGH -> false;
            };
        }
    }

    static LoopScale of(Metering metering) {
        Bands bands = new Bands(metering.bounds(), metering.hysteresis());
        return switch (metering) {
            case Metering.Threshold _ -> new LoopScale(bands, List.of(State.LOW, State.HIGH));
            case Metering.Loop _ ->
                    new LoopScale(bands, List.of(State.SHORT, State.LOW, State.HIGH, State.OPEN));
        };
    }

    State state(int band) {
        return states.get(band);
    }
}
