package org.menfang.site.file;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks that everybody can leave every area to the outside without a credential: GB 50396-2007
/// 9.0.1(2).
///
/// An access point with a fault of its own is believed to help, so that one slip of the pen is not
/// reported twice.
final class ExitChecks {
    private ExitChecks() {}

    static void check(Section site, FaultList faults) {
        List<Section.Item> areas = site.items("areas");
        Set<String> free = new HashSet<>();
        areas.stream()
                .filter(area -> area.body().isTrue("outside"))
                .forEach(area -> free.add(area.id()));
        if (free.isEmpty()) {
            if (!areas.isEmpty()) {
                faults.add(site.placeOfKey("areas"), FaultCode.NO_OUTSIDE);
            }
            return;
        }
        List<Exit> exits = exits(site);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Section.Item area : areas) {
                grown |=
                        exits.stream().anyMatch(exit -> exit.frees(area.id(), free))
                                && free.add(area.id());
            }
        }
        for (Section.Item area : areas) {
            if (!free.contains(area.id())) {
                faults.add(area.place(), FaultCode.AREA_WITHOUT_EXIT, area.id());
            }
        }
    }

    private static List<Exit> exits(Section site) {
        List<String> areas = site.ids("areas");
        return site.items("access-points").stream()
                .map(Section.Item::body)
                .filter(body -> body.isTrue("rex") || !body.has("reader"))
                .map(body -> new Exit(known(body, "from", areas), known(body, "to", areas)))
                .toList();
    }

    private static Optional<String> known(Section body, String key, List<String> areas) {
        return body.text(key).map(Placed::value).filter(areas::contains);
    }

    /// A way out by a REX; empty for an end that the file does not name well.
    private record Exit(Optional<String> from, Optional<String> to) {
        boolean frees(String area, Set<String> free) {
            return from.map(area::equals).orElse(true) && to.map(free::contains).orElse(true);
        }
    }
}
