package org.menfang.sim.demo;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.menfang.hub.rights.Role;
import org.menfang.hub.roster.Shift;

/// Who works in the office, and when.
final class OfficeTeam {
    private static final List<String> LEADERS = List.of("王建国", "赵淑珍");
    private static final List<String> VOLUNTEERS = List.of(Office.VOLUNTEER, "孙长河", "周凤英", "马德福");
    private static final int VOLUNTEERS_A_SHIFT = 2;
    private static final Pattern CONFIRM =
            Pattern.compile("action=\"(/two-persons/\\d+/confirm)\"");

    private OfficeTeam() {}

    /// Each is appointed by two: the committee proposes, and a supervisor confirms.
    static void appoint(Office office) throws IOException, InterruptedException, DemoFailure {
        for (Map.Entry<String, Role> each : roles().entrySet()) {
            office.unless(
                    "/roles",
                    "<h3>" + each.getKey() + "</h3>",
                    () -> appoint(office, each.getKey(), each.getValue()));
        }
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("何玉梅", Role.COMMITTEE);
        roles.put("唐德福", Role.SUPERVISOR);
        roles.put(Office.COUNCIL, Role.COUNCIL);
        roles.put("罗志强", Role.TECHNICIAN);
        LEADERS.forEach(name -> roles.put(name, Role.SHIFT_LEADER));
        VOLUNTEERS.forEach(name -> roles.put(name, Role.VOLUNTEER));
        return roles;
    }

    private static void appoint(Office office, String name, Role role)
            throws IOException, InterruptedException, DemoFailure {
        HubBrowser second = office.supervisor();
        if (waiting(second, name).isEmpty()) {
            office.committee()
                    .send("/roles", "name", name, "role", role.name(), "direction", "APPOINT");
        }
        for (String act : waiting(second, name)) {
            second.send(act);
        }
    }

    /// Where the second person confirms what concerns somebody.
    private static List<String> waiting(HubBrowser second, String name)
            throws IOException, InterruptedException, DemoFailure {
        List<String> acts = new ArrayList<>();
        for (String card : second.page("/two-persons").split("<article", -1)) {
            if (card.contains(name)) {
                acts.addAll(HubBrowser.all(CONFIRM, card));
            }
        }
        return acts;
    }

    /// The plan of the week counts from tomorrow on; today is written down by itself.
    static void planWeek(Office office) throws IOException, InterruptedException, DemoFailure {
        for (DayOfWeek day : DayOfWeek.values()) {
            for (Shift shift : Shift.values()) {
                String form = "/roster/plan/" + day + "/" + shift;
                String leader = leader(shift);
                office.unless(
                        form,
                        "value=\"" + leader + "\" selected",
                        () -> office.committee().send(form, crew(day, shift)));
            }
        }
        planNow(office, office.now().toLocalDate().minusDays(1));
        planNow(office, office.now().toLocalDate());
    }

    private static void planNow(Office office, LocalDate date)
            throws IOException, InterruptedException, DemoFailure {
        for (Shift shift : Shift.values()) {
            String page = "/roster/shift/" + date + "/" + shift;
            String leader = leader(shift);
            boolean over = !office.shows(page, page + "/change");
            if (!over) {
                office.unless(
                        page,
                        "value=\"" + leader + "\" selected",
                        () ->
                                office.committee()
                                        .send(page + "/change", crew(date.getDayOfWeek(), shift)));
            }
        }
    }

    private static String leader(Shift shift) {
        return switch (shift) {
            case EARLY, NIGHT -> LEADERS.getFirst();
            case LATE -> LEADERS.getLast();
        };
    }

    /// Everybody has each shift in turn.
    private static String[] crew(DayOfWeek day, Shift shift) {
        int first =
                day.getValue()
                        + switch (shift) {
                            case EARLY -> 0;
                            case LATE -> 2;
                            case NIGHT -> 1;
                        };
        List<String> fields = new ArrayList<>(List.of("leader", leader(shift)));
        for (int i = 0; i < VOLUNTEERS_A_SHIFT; i++) {
            fields.addAll(List.of("person", VOLUNTEERS.get((first + i) % VOLUNTEERS.size())));
        }
        return fields.toArray(String[]::new);
    }
}
