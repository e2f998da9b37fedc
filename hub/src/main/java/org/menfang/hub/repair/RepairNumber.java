package org.menfang.hub.repair;

import java.util.Optional;

/// The number of a repair as it stands in an address.
final class RepairNumber {
    private RepairNumber() {}

    static Optional<Integer> of(String text) {
        return text.matches("[1-9][0-9]{0,8}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }
}
