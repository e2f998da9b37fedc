package org.menfang.sim.osdp;

/// A reader as it comes out of its box, or from where it hung before.
///
/// @param address 0 to 126
/// @param baud the speed that it listens at
public record PdPlan(
        int address, int baud, PdIdentity identity, PdParts parts, PdSecurity security) {
    public static final int BAUD = 9_600;

    private static final int ADDRESS_MAX = 126;

    public PdPlan {
        if (address < 0 || address > ADDRESS_MAX) {
            throw new IllegalArgumentException("an address is 0 to " + ADDRESS_MAX);
        }
    }

    /// A usual reader.
    public static PdPlan usual(int address, PdSecurity security) {
        return new PdPlan(
                address, BAUD, PdIdentity.numbered(1_000 + address), PdParts.USUAL, security);
    }
}
