package org.menfang.sim.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.menfang.sim.time.Chance;

/// Draws what somebody does on one day from their habit.
final class Habits {
    private static final int LAST_SECOND = LocalTime.MAX.toSecondOfDay();

    private final Chance chance;
    private final List<Trip> trips = new ArrayList<>();

    private Habits(Chance chance) {
        this.chance = chance;
    }

    /// The same seed, person and day give the same trips, in their order.
    static List<Trip> on(LocalDate day, Person person, long seed) {
        Habits habits = new Habits(Chance.of(seed, "habits " + person.id() + " " + day));
        boolean workday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        habits.draw(person.habit(), workday);
        return List.copyOf(habits.trips);
    }

    private void draw(Habit habit, boolean workday) {
        switch (habit) {
            case WORKER -> worker(workday);
            case PUPIL -> pupil(workday);
            case ELDER -> elder();
            case VOLUNTEER -> volunteer();
            case DOCTOR -> doctor();
            case COURIER -> courier();
            case EXPIRED_RENTER -> expiredRenter();
            case PATIENT -> {}
        }
    }

    private void worker(boolean workday) {
        if (!workday) {
            freeDay();
            return;
        }
        boolean rides = chance.percent(25);
        LocalTime leaves = between("06:50", "08:25");
        if (rides) {
            go(leaves.minusMinutes(9), Trip.Place.SHED);
        }
        go(leaves, Trip.Place.OUTSIDE);
        LocalTime returns = between("17:05", "19:20");
        if (rides) {
            go(returns, Trip.Place.SHED);
            go(returns.plusMinutes(15), Trip.Place.HOME);
        } else {
            go(returns, Trip.Place.HOME);
        }
        eveningWalk(20);
    }

    private void pupil(boolean workday) {
        if (!workday) {
            freeDay();
            return;
        }
        go(between("07:00", "07:40"), Trip.Place.OUTSIDE);
        go(between("15:50", "17:00"), Trip.Place.HOME);
    }

    private void freeDay() {
        if (chance.percent(65)) {
            go(between("09:00", "11:00"), Trip.Place.OUTSIDE);
            go(between("15:00", "18:00"), Trip.Place.HOME);
        }
    }

    private void elder() {
        outing(between("05:45", "06:40"), 35, 60, 80);
        outing(between("08:20", "10:00"), 40, 70, 90);
        if (chance.percent(30)) {
            LocalTime sees = between("11:20", "11:50");
            go(sees, Trip.Place.CLINIC);
            go(sees.plusMinutes(chance.between(20, 40)), Trip.Place.HOME);
        }
        outing(between("14:30", "15:30"), 30, 60, 40);
        eveningWalk(60);
    }

    private void volunteer() {
        elder();
        outing(between("22:10", "22:40"), 12, 25, 100);
    }

    private void eveningWalk(int percent) {
        outing(between("19:35", "20:20"), 30, 50, percent);
    }

    private void outing(LocalTime leaves, int leastMinutes, int mostMinutes, int percent) {
        int minutes = chance.between(leastMinutes, mostMinutes);
        if (chance.percent(percent)) {
            go(leaves, Trip.Place.OUTSIDE);
            go(leaves.plusMinutes(minutes), Trip.Place.HOME);
        }
    }

    private void doctor() {
        // Before the clinic opens, so that the reader asks for a PIN as well.
        go(between("06:15", "06:35"), Trip.Place.CLINIC);
        outing(LocalTime.of(12, 10), 25, 40, 50);
        go(LocalTime.of(13, 10), Trip.Place.CLINIC);
        go(between("17:40", "18:10"), Trip.Place.OUTSIDE);
    }

    private void courier() {
        for (int hour = 8; hour < 20; hour += 3) {
            LocalTime comes = LocalTime.of(hour, 0).plusMinutes(chance.between(0, 150));
            go(comes, Trip.Place.HOME);
            go(comes.plusMinutes(chance.between(8, 20)), Trip.Place.OUTSIDE);
        }
    }

    /// Tries again and again; nobody answers the telephone.
    private void expiredRenter() {
        go(between("06:10", "06:30"), Trip.Place.OUTSIDE);
        go(between("06:35", "06:50"), Trip.Place.HOME);
        go(between("12:15", "12:45"), Trip.Place.HOME);
        go(between("18:20", "18:50"), Trip.Place.HOME);
        go(between("20:30", "21:30"), Trip.Place.HOME);
    }

    private void go(LocalTime at, Trip.Place to) {
        trips.add(new Trip(at, to));
    }

    private LocalTime between(String earliest, String latest) {
        int from = LocalTime.parse(earliest).toSecondOfDay();
        int until = LocalTime.parse(latest).toSecondOfDay();
        return LocalTime.ofSecondOfDay(Math.min(chance.between(from, until), LAST_SECOND));
    }
}
