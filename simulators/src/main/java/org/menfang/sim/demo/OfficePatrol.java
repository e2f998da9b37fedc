package org.menfang.sim.demo;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// The way that volunteers walk, and one walk of it.
final class OfficePatrol {
    private static final String TOUR = "晚间巡逻";
    private static final String PLAN = "/rounds/plan";
    private static final String DARK = "车棚最里面的灯不亮";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration DUE_WAIT_MAX = Duration.ofMinutes(2);
    private static final int WALK_MINUTES = 120;
    private static final Pattern TOUR_PATH =
            Pattern.compile("href=\"(" + PLAN + "/tour/(?!new)[^\"/]+)\"");
    private static final Pattern POINT_ID = Pattern.compile("name=\"id-\\d+\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("<p class=\"code\">([^<]+)</p>");
    private static final Pattern WALK = Pattern.compile("href=\"(/rounds/walk/[^\"]+)\"");

    private OfficePatrol() {}

    /// The three places: one is told by a button, one by a tag, one by a code that changes.
    private record Place(String name, String how, String checks) {}

    private static final List<Place> PLACES =
            List.of(
                    new Place("北门岗", "BUTTON", "门关好了\n门口灯亮着"),
                    new Place("车棚", "NFC", "充电口没有异味\n灯亮着"),
                    new Place("配电房", "QR", "门锁着\n没有焦味"));

    static void planTour(Office office) throws IOException, InterruptedException, DemoFailure {
        office.unless(PLAN, TOUR, () -> office.committee().send(PLAN + "/tour/new", tour(office)));
    }

    /// It is due every evening and every night, and once soon: now it can be seen.
    private static String[] tour(Office office) {
        List<String> fields = new ArrayList<>();
        fields.addAll(List.of("name", TOUR, "compound", office.compound(), "order", "given"));
        for (int row = 0; row < PLACES.size(); row++) {
            Place place = PLACES.get(row);
            fields.addAll(List.of("name-" + row, place.name(), "how-" + row, place.how()));
            fields.addAll(List.of("at-" + row, "", "checks-" + row, place.checks()));
        }
        ZonedDateTime soon =
                office.now().plusSeconds(5).plusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
        List<String> times = new ArrayList<>(List.of(MINUTE.format(soon), "21:30", "02:00"));
        for (int row = 0; row < times.size(); row++) {
            fields.addAll(
                    List.of("from-" + row, times.get(row), "minutes-" + row, "" + WALK_MINUTES));
            for (DayOfWeek day : DayOfWeek.values()) {
                fields.addAll(List.of("day-" + row, day.name()));
            }
        }
        return fields.toArray(String[]::new);
    }

    /// Walks the round that is due, unless one was walked within a day.
    static void walk(Office office) throws IOException, InterruptedException, DemoFailure {
        if (office.shows("/rounds", Office.VOLUNTEER) || office.shows("/repairs", DARK)) {
            return;
        }
        HubBrowser phone = office.volunteer();
        String walk = awaitDue(office, phone);
        act(phone, walk, "kind", "BEGIN");
        List<String> codes = codes(office);
        List<String> points = points(office);
        for (int i = 0; i < points.size(); i++) {
            String point = points.get(i);
            act(phone, walk, "kind", "POINT", "point", point, "code", codes.get(i));
            act(phone, walk, "kind", "CHECK", "point", point, "check", "c1", "ok", "yes");
            String lamp = i == 1 ? "no" : "yes";
            act(phone, walk, "kind", "CHECK", "point", point, "check", "c2", "ok", lamp);
        }
        act(phone, walk, "kind", "REPAIR", "point", points.get(1), "text", DARK);
        act(phone, walk, "kind", "END", "text", "");
        office.note();
    }

    private static void act(HubBrowser phone, String walk, String... fields)
            throws IOException, InterruptedException, DemoFailure {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("key", UUID.randomUUID().toString()));
        phone.send(walk + "/act", all.toArray(String[]::new));
    }

    /// Where a round can be begun now.
    private static String awaitDue(Office office, HubBrowser phone)
            throws IOException, InterruptedException, DemoFailure {
        long until = System.nanoTime() + DUE_WAIT_MAX.toNanos();
        while (System.nanoTime() < until) {
            for (String walk : HubBrowser.all(WALK, phone.page("/rounds"))) {
                if (phone.page(walk).contains("value=\"BEGIN\"")) {
                    return walk;
                }
            }
            office.pause();
        }
        throw new DemoFailure("/rounds: no round is due");
    }

    private static String tourPath(Office office)
            throws IOException, InterruptedException, DemoFailure {
        return HubBrowser.found(TOUR_PATH, office.committee().page(PLAN));
    }

    private static List<String> points(Office office)
            throws IOException, InterruptedException, DemoFailure {
        return HubBrowser.all(POINT_ID, office.committee().page(tourPath(office)));
    }

    /// What the tag and the screen at the places show; empty where there is a button.
    private static List<String> codes(Office office)
            throws IOException, InterruptedException, DemoFailure {
        List<String> codes = new ArrayList<>();
        List<String> points = points(office);
        for (int i = 0; i < points.size(); i++) {
            String page = tourPath(office) + "/code/" + points.get(i);
            codes.add(
                    PLACES.get(i).how().equals("BUTTON")
                            ? ""
                            : HubBrowser.found(CODE, office.committee().page(page)));
        }
        return codes;
    }
}
