package org.menfang.site.file;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AlarmInputPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.CameraPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.DoorTimings;
import org.menfang.site.FirePlan;
import org.menfang.site.GeographicPlace;
import org.menfang.site.HubAddress;
import org.menfang.site.LampPlan;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.SirenPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LockKind;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.SirenId;

/// Puts the site together from a file in which no fault was found.
final class SiteAssembly {
    private static final Duration WARM_UP_DEFAULT = Duration.ofSeconds(10);
    private static final Duration SIREN_LIMIT_DEFAULT = Duration.ofMinutes(3);
    private static final Duration DEBOUNCE_DEFAULT = Duration.ofMillis(50);

    private SiteAssembly() {}

    static Site of(Section site) {
        Section place = site.section("place");
        return new Site(
                new CompoundId(text(site, "compound")),
                new GateId(text(site, "gate")),
                text(site, "name"),
                ZoneId.of(text(site, "zone")),
                new GeographicPlace(
                        place.fraction("latitude").orElseThrow(),
                        place.fraction("longitude").orElseThrow()),
                site.items("areas").stream().map(SiteAssembly::area).toList(),
                site.items("doors").stream().map(SiteAssembly::door).toList(),
                ReaderAssembly.readers(site),
                site.items("access-points").stream().map(SiteAssembly::accessPoint).toList(),
                site.has("fire") ? new FirePlan(text(site.section("fire"), "name")) : null,
                site.items("lamps").stream().map(SiteAssembly::lamp).toList(),
                site.items("cameras").stream().map(SiteAssembly::camera).toList(),
                site.items("alarm-inputs").stream().map(SiteAssembly::alarmInput).toList(),
                hub(site),
                site.items("pins").stream().map(SiteAssembly::pin).toList(),
                ReaderAssembly.wiring(site),
                site.items("sirens").stream().map(SiteAssembly::siren).toList());
    }

    private static SirenPlan siren(Section.Item siren) {
        Section body = siren.body();
        return new SirenPlan(
                new SirenId(siren.id()),
                text(body, "name"),
                duration(body, "limit", SIREN_LIMIT_DEFAULT),
                body.isTrue("strobe"));
    }

    private static AreaPlan area(Section.Item area) {
        return new AreaPlan(
                new AreaId(area.id()), text(area.body(), "name"), area.body().isTrue("outside"));
    }

    private static DoorPlan door(Section.Item door) {
        Section body = door.body();
        DoorTimes times = new DoorTimes(body);
        return new DoorPlan(
                new DoorId(door.id()),
                text(body, "name"),
                word(LockKind.class, body, "lock"),
                word(FailMode.class, body, "fail-mode"),
                new DoorTimings(
                        times.release(),
                        times.extendedRelease(),
                        times.held(),
                        times.extendedHeld(),
                        times.preAlarm()));
    }

    private static AccessPointPlan accessPoint(Section.Item point) {
        Section body = point.body();
        return new AccessPointPlan(
                new AccessPointId(point.id()),
                new DoorId(text(body, "door")),
                new AreaId(text(body, "from")),
                new AreaId(text(body, "to")),
                body.has("reader") ? new ReaderId(text(body, "reader")) : null);
    }

    private static LampPlan lamp(Section.Item lamp) {
        Section body = lamp.body();
        return new LampPlan(
                new LampId(lamp.id()),
                text(body, "name"),
                duration(body, "before-dusk", Duration.ZERO),
                duration(body, "after-dawn", Duration.ZERO),
                duration(body, "warm-up", WARM_UP_DEFAULT),
                body.isTrue("senses-current"),
                body.isTrue("senses-line"));
    }

    private static CameraPlan camera(Section.Item camera) {
        Section body = camera.body();
        List<DoorId> watches =
                body.texts("watches").stream().map(door -> new DoorId(door.value())).toList();
        return new CameraPlan(
                new CameraId(camera.id()), text(body, "name"), text(body, "source"), watches);
    }

    private static AlarmInputPlan alarmInput(Section.Item input) {
        return new AlarmInputPlan(
                new AlarmInputId(input.id()),
                text(input.body(), "name"),
                word(AlarmKind.class, input.body(), "kind"));
    }

    private static @Nullable HubAddress hub(Section site) {
        if (!site.has("hub")) {
            return null;
        }
        Section hub = site.section("hub");
        return new HubAddress(
                text(hub, "host"), number(hub, "mqtt-port"), number(hub, "https-port"));
    }

    private static PinPlan pin(Section.Item pin) {
        Section body = pin.body();
        int dot = pin.id().lastIndexOf('.');
        PointRole role = word(PointRole.class, pin.id().substring(dot + 1));
        boolean activeLow = text(body, "active").equals("low");
        return new PinPlan(
                new PointName(pin.id().substring(0, dot), role),
                body.has("chip") ? text(body, "chip") : PinPlan.BOARD,
                number(body, "line"),
                activeLow,
                pull(body, role, activeLow),
                role.isOutput() || role.isOfReader()
                        ? Duration.ZERO
                        : duration(body, "debounce", DEBOUNCE_DEFAULT),
                body.has("drive") ? word(PinPlan.Drive.class, body, "drive") : PinPlan.Drive.STEADY,
                MeterChecks.metering(body).orElse(null));
    }

    /// An input that nobody gave a pull is pulled towards rest, so that a loose wire is quiet.
    private static PinPlan.Pull pull(Section body, PointRole role, boolean activeLow) {
        if (role.isOutput() || MeterChecks.metering(body).isPresent()) {
            return PinPlan.Pull.NONE;
        }
        if (body.has("pull")) {
            return word(PinPlan.Pull.class, body, "pull");
        }
        return activeLow ? PinPlan.Pull.UP : PinPlan.Pull.DOWN;
    }

    private static String text(Section section, String key) {
        return section.text(key).orElseThrow().value();
    }

    private static int number(Section section, String key) {
        return Math.toIntExact(section.number(key).orElseThrow().value());
    }

    private static Duration duration(Section section, String key, Duration standIn) {
        return section.duration(key).map(Placed::value).orElse(standIn);
    }

    private static <E extends Enum<E>> E word(Class<E> type, Section section, String key) {
        return word(type, text(section, key));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String fileName) {
        return Enum.valueOf(type, fileName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
