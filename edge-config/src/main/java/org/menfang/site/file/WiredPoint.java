package org.menfang.site.file;

import java.util.ArrayList;
import java.util.List;
import org.menfang.json.TextPlace;
import org.menfang.site.PointRole;

/// A point that a line belongs to, and where its device stands in the file.
///
/// @param sure whether the point is there for sure; not so where its device has a fault or need not
///   have it
record WiredPoint(String device, PointRole role, TextPlace place, boolean sure) {
    String name() {
        return device + "." + role.fileName();
    }

    /// All points of a site.
    static List<WiredPoint> of(Section site) {
        List<WiredPoint> points = new ArrayList<>();
        for (Section.Item door : site.items("doors")) {
            points.add(of(door, PointRole.LOCK));
            points.add(of(door, PointRole.MONITOR));
            if (door.body()
                    .text("lock")
                    .filter(lock -> lock.value().equals("barrier"))
                    .isPresent()) {
                points.add(of(door, PointRole.LOOP));
            }
        }
        for (Section.Item accessPoint : site.items("access-points")) {
            addIfAsked(accessPoint, "rex", PointRole.REX, points);
        }
        if (site.has("fire")) {
            points.add(new WiredPoint("gate", PointRole.FIRE, site.placeOfKey("fire"), true));
        }
        if (site.has("lamps")) {
            points.add(new WiredPoint("gate", PointRole.DARK, site.placeOfKey("lamps"), false));
        }
        for (Section.Item lamp : site.items("lamps")) {
            addLamp(lamp, points);
        }
        for (Section.Item input : site.items("alarm-inputs")) {
            points.add(of(input, PointRole.ALARM));
        }
        for (Section.Item siren : site.items("sirens")) {
            points.add(of(siren, PointRole.SIREN));
            addIfAsked(siren, "strobe", PointRole.STROBE, points);
        }
        for (Section.Item reader : site.items("readers")) {
            if (reader.body().section("connection").has("wiegand")) {
                addReader(reader, points);
            }
        }
        return points;
    }

    /// Two lines that it needs, and what it has of lights and sound.
    private static void addReader(Section.Item reader, List<WiredPoint> points) {
        points.add(of(reader, PointRole.D0));
        points.add(of(reader, PointRole.D1));
        for (PointRole role : List.of(PointRole.GREEN, PointRole.RED, PointRole.BUZZER)) {
            points.add(new WiredPoint(reader.id(), role, reader.place(), false));
        }
    }

    private static void addLamp(Section.Item lamp, List<WiredPoint> points) {
        points.add(of(lamp, PointRole.LAMP));
        addIfAsked(lamp, "senses-current", PointRole.CURRENT, points);
        addIfAsked(lamp, "senses-line", PointRole.LINE, points);
    }

    private static void addIfAsked(
            Section.Item device, String key, PointRole role, List<WiredPoint> points) {
        if (device.body().isPerhapsTrue(key)) {
            boolean sure = device.body().isTrue(key);
            points.add(new WiredPoint(device.id(), role, device.place(), sure));
        }
    }

    private static WiredPoint of(Section.Item device, PointRole role) {
        return new WiredPoint(device.id(), role, device.place(), true);
    }
}
