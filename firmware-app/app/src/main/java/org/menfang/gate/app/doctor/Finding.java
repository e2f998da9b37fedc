package org.menfang.gate.app.doctor;

/// What was read of one thing, and what that means.
///
/// @param id what was looked at, for programs: `clock.trust`, `pin.lane-gate.monitor`
/// @param title the same for people
/// @param value what was read, with its unit and the range in which it should lie
public record Finding(Part part, String id, Words title, Words value, Diagnosis diagnosis) {
    public Verdict verdict() {
        return diagnosis.verdict();
    }
}
