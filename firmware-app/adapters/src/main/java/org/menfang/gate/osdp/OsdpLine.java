package org.menfang.gate.osdp;

import java.util.List;
import org.menfang.gate.hardware.LineOpening;
import org.menfang.vocabulary.ReaderId;

/// One line, and the readers on it.
///
/// @param name what the site file calls it
/// @param baud how fast it is; 0 where that is not known, such as behind a converter
public record OsdpLine(String name, LineOpening opening, int baud, List<Place> places) {
    public OsdpLine {
        places = List.copyOf(places);
        if (places.stream().map(Place::address).distinct().count() < places.size()) {
            throw new IllegalArgumentException("two readers of one line have the same address");
        }
    }

    /// @param address 0 to 126
    public record Place(ReaderId reader, int address) {
        public Place {
            if (address < 0 || address > OsdpPacket.ADDRESS_MAX) {
                throw new IllegalArgumentException("an address from 0 to 126, not " + address);
            }
        }
    }
}
