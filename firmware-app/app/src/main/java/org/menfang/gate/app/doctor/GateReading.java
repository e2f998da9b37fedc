package org.menfang.gate.app.doctor;

import java.util.List;
import java.util.Optional;
import org.menfang.gate.signs.GateSigns;
import org.menfang.gate.signs.LineSigns;
import org.menfang.gate.signs.ReaderSigns;

/// The gate itself, as far as it could be asked.
public sealed interface GateReading {
    /// It runs, and said how it is.
    record Running(GateSigns signs) implements GateReading {}

    /// No gate runs here, and the inputs were read by the doctor.
    ///
    /// @param board what came of opening the hardware
    record Stopped(List<LineSigns> lines, List<ReaderSigns> readers, Board board)
            implements GateReading {}

    /// What came of opening the hardware.
    sealed interface Board {
        record Opened() implements Board {}

        /// Nobody said which hardware it is, and there are several.
        record Unsaid() implements Board {}

        record Refused(String why) implements Board {}
    }

    /// A gate holds the folder, and does not answer.
    record Silent(String why) implements GateReading {}

    /// How the gate said it is; empty where none said so.
    default Optional<GateSigns> asked() {
        return this instanceof Running(GateSigns signs) ? Optional.of(signs) : Optional.empty();
    }

    default List<LineSigns> lines() {
        return switch (this) {
            case Running(GateSigns signs) -> signs.lines();
            case Stopped(var lines, var _, var _) -> lines;
            case Silent _ -> List.of();
        };
    }

    default List<ReaderSigns> readers() {
        return switch (this) {
            case Running(GateSigns signs) -> signs.readers();
            case Stopped(var _, var readers, var _) -> readers;
            case Silent _ -> List.of();
        };
    }
}
