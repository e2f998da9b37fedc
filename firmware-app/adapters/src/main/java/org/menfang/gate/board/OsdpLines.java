package org.menfang.gate.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.osdp.KeyShelf;
import org.menfang.gate.osdp.OsdpLine;
import org.menfang.gate.osdp.OsdpReaders;
import org.menfang.gate.osdp.OsdpTimings;
import org.menfang.gate.serial.ReaderLines;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderLine;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;

/// The lines of a site that OSDP readers share. A line that is not there now is looked for again
/// and again, as one that is lost later: the other readers work meanwhile.
final class OsdpLines {
    private OsdpLines() {}

    static OsdpReaders connect(Site site, KeyShelf keys, ReaderListener listener) {
        return OsdpReaders.connect(
                of(site), new OsdpReaders.Parts(OsdpTimings.STANDARD, keys, listener));
    }

    static List<OsdpLine> of(Site site) {
        SortedMap<String, List<OsdpLine.Place>> places = new TreeMap<>();
        for (ReaderPlan reader : site.readers()) {
            if (reader.connection() instanceof ReaderConnection.Osdp(String line, int address)) {
                places.computeIfAbsent(line, _ -> new ArrayList<>())
                        .add(new OsdpLine.Place(reader.id(), address));
            }
        }
        return places.entrySet().stream()
                .map(entry -> line(site, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OsdpLine line(Site site, String name, List<OsdpLine.Place> places) {
        ReaderLine line = site.wiring().readerLines().get(name);
        if (line == null) {
            throw new UncheckedIOException(
                    new IOException("the site file names no reader line \"" + name + "\""));
        }
        int baud =
                switch (line) {
                    case ReaderLine.Device(var _, int speed) -> speed;
                    case ReaderLine.Tcp _ -> 0;
                };
        return new OsdpLine(name, () -> ReaderLines.open(line), baud, places);
    }
}
