package org.menfang.sim.device;

/// The resistors of a supervised loop: one at the gate, one in series with the contact, one beside
/// it, as the guide to inputs draws them.
final class EndOfLine {
    private static final int SUPPLY_MILLIVOLTS = 3_300;
    private static final int RESISTOR_OHMS = 2_200;

    private EndOfLine() {}

    /// What the line carries.
    ///
    /// @param contactOpen whether the contact at the far end is open
    static int millivolts(boolean contactOpen, WireDamage damage) {
        if (damage == WireDamage.CUT) {
            return SUPPLY_MILLIVOLTS;
        }
        int far = RESISTOR_OHMS + (contactOpen ? RESISTOR_OHMS : 0);
        int loop = damage == WireDamage.SHORT ? 0 : far;
        return SUPPLY_MILLIVOLTS * loop / (loop + RESISTOR_OHMS);
    }
}
