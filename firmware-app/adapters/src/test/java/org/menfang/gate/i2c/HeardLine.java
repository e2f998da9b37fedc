package org.menfang.gate.i2c;

import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.hardware.GpioChip;

/// Writes down what a line tells.
final class HeardLine implements GpioChip.EdgeListener {
    private final List<String> told = new ArrayList<>();

    @Override
    public void onEdge(boolean high) {
        told.add(high ? "high" : "low");
    }

    @Override
    public void onTrouble(String why) {
        told.add(why);
    }

    /// What was told since this was asked last.
    List<String> told() {
        List<String> since = List.copyOf(told);
        told.clear();
        return since;
    }
}
