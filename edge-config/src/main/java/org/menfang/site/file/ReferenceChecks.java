package org.menfang.site.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks that what is named is there, and that each reader serves one access point.
final class ReferenceChecks {
    private final Section site;
    private final FaultList faults;

    private ReferenceChecks(Section site, FaultList faults) {
        this.site = site;
        this.faults = faults;
    }

    static void check(Section site, FaultList faults) {
        ReferenceChecks checks = new ReferenceChecks(site, faults);
        site.items("access-points").forEach(checks::checkAccessPoint);
        checks.checkReaders();
        for (Section.Item camera : site.items("cameras")) {
            camera.body()
                    .texts("watches")
                    .forEach(door -> checks.checkKnown(door, "doors", FaultCode.UNKNOWN_DOOR));
        }
    }

    private void checkAccessPoint(Section.Item point) {
        Section body = point.body();
        checkKnown(body.text("door"), "doors", FaultCode.UNKNOWN_DOOR);
        checkKnown(body.text("from"), "areas", FaultCode.UNKNOWN_AREA);
        checkKnown(body.text("to"), "areas", FaultCode.UNKNOWN_AREA);
        checkKnown(body.text("reader"), "readers", FaultCode.UNKNOWN_READER);
        Optional<String> from = body.text("from").map(Placed::value);
        body.text("to")
                .filter(to -> from.equals(Optional.of(to.value())))
                .ifPresent(to -> faults.add(to.place(), FaultCode.SAME_AREA_TWICE, to.value()));
        if (body.has("reader") && body.isTrue("rex")) {
            faults.add(body.placeOfKey("rex"), FaultCode.READER_AND_REX, point.id());
        }
        if (!body.has("reader") && !body.isPerhapsTrue("rex")) {
            faults.add(point.place(), FaultCode.NEITHER_READER_NOR_REX, point.id());
        }
    }

    private void checkReaders() {
        Map<String, Section.Item> served = new HashMap<>();
        for (Section.Item point : site.items("access-points")) {
            point.body()
                    .text("reader")
                    .ifPresent(reader -> {
                        Section.Item first = served.putIfAbsent(reader.value(), point);
                        if (first != null) {
                            faults.add(
                                    reader.place(),
                                    FaultCode.READER_ON_TWO_ACCESS_POINTS,
                                    reader.value(),
                                    first.id(),
                                    Integer.toString(first.place().line()));
                        }
                    });
        }
        for (Section.Item reader : site.items("readers")) {
            if (!served.containsKey(reader.id()) && allServe()) {
                faults.add(reader.place(), FaultCode.READER_UNUSED, reader.id());
            }
        }
    }

    /// Whether every access point names a reader that exists or has none, so that a reader without
    /// an access point is not merely the other half of a slip of the pen.
    private boolean allServe() {
        List<String> readers = site.ids("readers");
        return site.items("access-points").stream()
                .allMatch(point ->
                        point.body().isTrue("rex")
                                || point.body()
                                        .text("reader")
                                        .filter(reader -> readers.contains(reader.value()))
                                        .isPresent());
    }

    private void checkKnown(Optional<Placed<String>> name, String section, FaultCode code) {
        name.ifPresent(word -> checkKnown(word, section, code));
    }

    /// A name in a section that could not be read at all is left alone.
    private void checkKnown(Placed<String> name, String section, FaultCode code) {
        List<String> known = site.ids(section);
        boolean readable = !known.isEmpty() || !site.has(section);
        if (readable && !known.contains(name.value())) {
            faults.addMisspelt(name.place(), code, known, name.value());
        }
    }
}
