package org.menfang.sim.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.pass.PassClass;
import org.menfang.pass.SignedPass;
import org.menfang.sim.time.Chance;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.Site;

/// When people do something in which the rules of the committee show, beyond coming and going: they
/// bring passes, come in pairs, guess PINs, copy cards, use up what their household has.
final class Scenes {
    private static final int WITHIN_SECONDS = 60;
    private static final int PHONE_USES = 4;

    private final Site site;
    private final List<Person> people;
    private final PassWallet wallet;
    private final Acts acts;
    private final List<AccessPointPlan> gates;

    Scenes(Site site, List<Person> people, PassWallet wallet, Acts acts) {
        this.site = site;
        this.people = List.copyOf(people);
        this.wallet = wallet;
        this.acts = acts;
        gates =
                site.accessPoints().stream()
                        .filter(point -> !point.isRex() && isOutside(point))
                        .toList();
    }

    private boolean isOutside(AccessPointPlan point) {
        return site.areas().stream()
                .filter(area -> area.id().equals(point.from()))
                .anyMatch(AreaPlan::outside);
    }

    /// The same seed and day give the same scenes.
    List<Incidents.Incident> on(LocalDate day, long seed) {
        Plan plan = new Plan(Chance.of(seed, "scenes " + day), new ArrayList<>());
        Optional<AccessPointPlan> clinic = into("clinic");
        Optional<AccessPointPlan> shed = into("shed");
        if (gates.size() > 1) {
            guessAndForce(plan, gates.getFirst());
            bringPasses(plan, day, gates.getLast());
            copyAndLockDown(plan, gates.getFirst(), gates.getLast());
        }
        shed.ifPresent(point -> comeInPairs(plan, point));
        clinic.ifPresent(point -> seeTheDoctor(plan, point, shed));
        return List.copyOf(plan.incidents);
    }

    private Optional<AccessPointPlan> into(String area) {
        return site.accessPoints().stream()
                .filter(point -> !point.isRex() && point.to().value().contains(area))
                .findFirst();
    }

    private record Plan(Chance chance, List<Incidents.Incident> incidents) {
        void add(String time, Runnable act) {
            LocalTime at = LocalTime.parse(time).plusSeconds(chance.between(0, WITHIN_SECONDS));
            incidents.add(new Incidents.Incident(at, act));
        }
    }

    /// By night the reader asks for a PIN as well.
    private void guessAndForce(Plan plan, AccessPointPlan north) {
        plan.add("05:38", () -> acts.guessPins(worker(0), north));
        plan.add("05:50", () -> acts.comeUnderDuress(worker(2), north));
    }

    private void bringPasses(Plan plan, LocalDate day, AccessPointPlan south) {
        SignedPass phone = wallet.of(day, PassClass.ROTATING, PHONE_USES, gates);
        SignedPass paper = wallet.of(day, PassClass.PAPER, 1, List.of(south));
        ShownPass onPhone = new ShownPass(phone.pass(), true);
        ShownPass onPaper = new ShownPass(paper.pass(), true);
        plan.add("06:05", () -> acts.show(onPhone, south, () -> wallet.onPhone(phone)));
        plan.add(
                "06:40",
                () ->
                        acts.show(
                                new ShownPass(phone.pass(), false),
                                south,
                                () -> wallet.inPicture(phone)));
        plan.add("06:50", () -> acts.show(onPaper, south, paper::text));
        plan.add("07:05", () -> acts.show(onPaper, south, paper::text));
    }

    private void copyAndLockDown(Plan plan, AccessPointPlan north, AccessPointPlan south) {
        plan.add("07:20", () -> acts.copyCard(worker(4), north, south));
        plan.add("14:00", () -> acts.callLockdown(somebody(Habit.VOLUNTEER, 0), south));
        plan.add("14:10", () -> acts.come(somebody(Habit.COURIER, 0), north));
    }

    private void comeInPairs(Plan plan, AccessPointPlan shed) {
        plan.add("05:36", () -> acts.comeTogether(worker(6), worker(8), shed));
        plan.add("20:50", () -> acts.comeTogether(worker(6), worker(8), shed));
    }

    /// Two of one household see the doctor on one day; a patient from outside stays too long.
    private void seeTheDoctor(Plan plan, AccessPointPlan clinic, Optional<AccessPointPlan> shed) {
        Person patient = somebody(Habit.PATIENT, 0);
        plan.add("09:40", () -> acts.come(somebody(Habit.ELDER, 0), clinic));
        plan.add("10:00", () -> acts.come(somebody(Habit.ELDER, 1), clinic));
        plan.add("10:15", () -> acts.leave(somebody(Habit.ELDER, 0), clinic));
        shed.ifPresent(point -> plan.add("09:00", () -> acts.come(patient, point)));
        plan.add("09:06", () -> acts.come(patient, clinic));
        plan.add("11:55", () -> acts.leave(patient, clinic));
    }

    private Person worker(int number) {
        return somebody(Habit.WORKER, number);
    }

    /// The first two elders are of one household.
    private Person somebody(Habit habit, int number) {
        return people.stream()
                .filter(person -> person.habit() == habit)
                .skip(number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody like " + habit));
    }
}
