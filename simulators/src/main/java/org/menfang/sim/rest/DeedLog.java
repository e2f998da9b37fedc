package org.menfang.sim.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.people.Deed;
import org.menfang.sim.people.Person;
import org.menfang.site.DoorPlan;
import org.menfang.site.LampPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;

/// The last things that people did, numbered. Any thread may ask.
public final class DeedLog {
    /// Most deeds that are kept; older ones are forgotten.
    public static final int DEEDS_MAX = 500;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Site site;
    private final Supplier<Instant> now;
    private final Deque<DeedView> deeds = new ArrayDeque<>();
    private long last;

    /// @param now the time of day in the compound
    public DeedLog(Site site, Supplier<Instant> now) {
        this.site = site;
        this.now = now;
    }

    /// One deed for a reader.
    ///
    /// @param number counts all deeds, 1 and up
    /// @param time the time of day, such as 07:31
    /// @param kind the name of the deed's record, with `Left` for a passage by a button
    /// @param who the name; none for a stranger, or where nobody is meant
    /// @param where what people call the door or lamp
    public record DeedView(
            long number, String time, String kind, @Nullable String who, String where) {}

    /// What happened after a number.
    public record DeedViews(List<DeedView> deeds) {
        public DeedViews {
            deeds = List.copyOf(deeds);
        }
    }

    public synchronized void add(Deed deed) {
        if (deeds.size() >= DEEDS_MAX) {
            deeds.removeFirst();
        }
        String time = TIME.format(now.get().atZone(zone()));
        deeds.addLast(new DeedView(++last, time, kind(deed), who(deed), where(deed)));
    }

    synchronized DeedViews after(long number) {
        List<DeedView> later = new ArrayList<>();
        for (DeedView deed : deeds) {
            if (deed.number() > number) {
                later.add(deed);
            }
        }
        return new DeedViews(later);
    }

    private ZoneId zone() {
        return site.zone();
    }

    private static String kind(Deed deed) {
        boolean left = deed instanceof Deed.Passed passed && passed.point().isRex();
        return left ? "Left" : deed.getClass().getSimpleName();
    }

    private static @Nullable String who(Deed deed) {
        Person person =
                switch (deed) {
                    case Deed.Passed passed -> passed.who();
                    case Deed.TurnedAway away -> away.who();
                    case Deed.KeptOut out -> out.who();
                    case Deed.KeptIn in -> in.who();
                    case Deed.TwoPassed two -> two.second();
                    case Deed.PassedUnderDuress forced -> forced.who();
                    case Deed.CopyShown copy -> copy.holder();
                    case Deed.LockdownCalled call -> call.volunteer();
                    case Deed.PassOpened _,
                            Deed.PassRefused _,
                            Deed.PinsGuessed _,
                            Deed.BrokeIn _,
                            Deed.HeldOpen _,
                            Deed.LampLineCut _,
                            Deed.LampLineMended _,
                            Deed.LampDied _,
                            Deed.LampReplaced _ ->
                            null;
                };
        return person == null ? null : person.name();
    }

    private String where(Deed deed) {
        return switch (deed) {
            case Deed.Passed passed -> door(passed.point().door());
            case Deed.TurnedAway away -> door(away.point().door());
            case Deed.KeptOut out -> door(out.point().door());
            case Deed.KeptIn in -> door(in.point().door());
            case Deed.PassOpened opened -> door(opened.point().door());
            case Deed.PassRefused refused -> door(refused.point().door());
            case Deed.TwoPassed two -> door(two.point().door());
            case Deed.PinsGuessed guessed -> door(guessed.point().door());
            case Deed.PassedUnderDuress forced -> door(forced.point().door());
            case Deed.CopyShown copy -> door(copy.point().door());
            case Deed.LockdownCalled call -> door(call.point().door());
            case Deed.BrokeIn(var door) -> door(door);
            case Deed.HeldOpen(var door) -> door(door);
            case Deed.LampLineCut(var lamp) -> lamp(lamp);
            case Deed.LampLineMended(var lamp) -> lamp(lamp);
            case Deed.LampDied(var lamp) -> lamp(lamp);
            case Deed.LampReplaced(var lamp) -> lamp(lamp);
        };
    }

    private String door(DoorId id) {
        return site.door(id).map(DoorPlan::name).orElse(id.value());
    }

    private String lamp(LampId id) {
        return site.lamps().stream()
                .filter(lamp -> lamp.id().equals(id))
                .map(LampPlan::name)
                .findFirst()
                .orElse(id.value());
    }
}
