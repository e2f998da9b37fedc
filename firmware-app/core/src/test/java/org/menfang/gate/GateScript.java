package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.alarm.Alarm;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.rule.AccessTable;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.Site;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventPosition;

/// Runs a gate through a table of lines such as `2s open north -> DoorOpened, AccessTaken`: a time
/// since the gate began, an input (see {@link ScriptInputs}), and all that it asks for (see {@link
/// ScriptEffects}). What is due between two lines happens at its own time and is told by the later
/// line; `tick` is a line without an input. A door that `opens` or `shuts` stays so until its leaf
/// counts as still, so that the same line tells what follows.
final class GateScript {
    private final GateController controller;
    private final EnumSet<ScriptEffects.Kind> shown =
            EnumSet.of(
                    ScriptEffects.Kind.OUTPUT,
                    ScriptEffects.Kind.EVENT,
                    ScriptEffects.Kind.READER,
                    ScriptEffects.Kind.PICTURE,
                    ScriptEffects.Kind.RESULT);
    private final List<Effect> all = new ArrayList<>();
    private final ScriptInputs inputs;
    private Moment now;
    private Duration began = Duration.ZERO;
    private final TreeMap<String, AccessTable> tables = new TreeMap<>();
    private final TreeMap<EntryKey, Entry> ledger = new TreeMap<>();
    private Memory memory;
    private boolean committing = true;
    private @Nullable Instant lastEventTime;
    private long lastEventSeq;
    private long lastAlarmSeq;
    private long durableEventSeq;
    private long durableAlarmSeq;

    GateScript(JournalStart start, Instant wall, TimeTrust trust) {
        this(Samples.controller(start), start, wall, trust);
    }

    GateScript(GateController controller, JournalStart start, Instant wall, TimeTrust trust) {
        this.controller = controller;
        memory = start.memory();
        start.ledger().forEach(entry -> ledger.put(entry.key(), entry));
        inputs = new ScriptInputs(start.boot(), () -> memory);
        now = new Moment(wall, MonotonicTime.START, trust);
        lastEventSeq = start.lastEventSeq();
        lastAlarmSeq = start.lastAlarmSeq();
        durableEventSeq = lastEventSeq;
        durableAlarmSeq = lastAlarmSeq;
    }

    /// A gate that has been running for a while, at noon of a Monday.
    static GateScript running() {
        return runningAt(Samples.NOON);
    }

    static GateScript runningAt(Instant wall) {
        return runningAt(wall, Samples.table());
    }

    /// The same with other rules.
    static GateScript runningAt(Instant wall, AccessTable table) {
        return runningAt(wall, Samples.site(), table);
    }

    static GateScript runningAt(Instant wall, Site site, AccessTable table) {
        return running(
                new GateController(site, Samples.SUN, table, JournalStart.FIRST, "1.0"),
                JournalStart.FIRST,
                wall);
    }

    /// A gate of any site that has been running for a while.
    static GateScript running(GateController controller, JournalStart start, Instant wall) {
        GateScript script =
                new GateScript(
                        controller, start, wall.minus(Duration.ofSeconds(60)), TimeTrust.TRUSTED);
        script.passTo(Duration.ofSeconds(60));
        script.began = Duration.ofSeconds(60);
        return script;
    }

    /// The journal answers only when a line says `commit`.
    GateScript withSlowJournal() {
        committing = false;
        return this;
    }

    GateScript showing(ScriptEffects.Kind kind, ScriptEffects.Kind... more) {
        shown.clear();
        shown.addAll(EnumSet.of(kind, more));
        return this;
    }

    /// Rules that a line such as `rules shorter` brings into force.
    GateScript knowing(String name, AccessTable table) {
        tables.put(name, table);
        return this;
    }

    /// What the journal holds once the power was cut: all that was asked to be written.
    JournalStart afterPowerCut() {
        return new JournalStart(
                2,
                lastEventSeq,
                lastAlarmSeq,
                0,
                0,
                lastEventTime,
                memory,
                List.copyOf(ledger.values()));
    }

    Instant wall() {
        return now.wall();
    }

    GateScript run(String table) {
        table.lines().filter(line -> !line.isBlank()).forEach(this::line);
        return this;
    }

    Memory memory() {
        return memory;
    }

    List<Alarm> alarms() {
        return memory.alarms();
    }

    List<Effect> all() {
        return List.copyOf(all);
    }

    /// The doors whose locks are released now.
    Set<DoorId> released() {
        TreeSet<DoorId> released = new TreeSet<>();
        for (Effect effect : all) {
            if (effect instanceof Effect.Energise(PointName output, boolean energised)
                    && output.role() == PointRole.LOCK) {
                DoorId id = new DoorId(output.device());
                FailMode failMode = Samples.site().door(id).orElseThrow().failMode();
                if (energised == failMode.energisedToRelease()) {
                    released.add(id);
                } else {
                    released.remove(id);
                }
            }
        }
        return released;
    }

    private void line(String line) {
        String[] sides = line.strip().split("\\s*->\\s*", -1);
        String[] words = sides[0].strip().split("\\s+", -1);
        List<Effect> effects = passTo(began.plus(Times.parse(words[0])));
        if (words[1].equals("clock")) {
            now = new Moment(Instant.parse(words[2]), now.monotonic(), trust(words[3]));
            if (controller.look(now)) {
                effects.addAll(step(new Input.TimeIsDue()));
            }
        } else if (words[1].equals("opens") || words[1].equals("shuts")) {
            DoorId door = new DoorId(words[2]);
            effects.addAll(step(new Input.MonitorChanged(door, words[1].equals("opens"))));
            effects.addAll(passTo(began.plus(Times.parse(words[0])).plus(Limits.LEAF_STILL)));
        } else if (words[1].equals("commit")) {
            effects.addAll(commit());
        } else if (words[1].equals("rules")) {
            effects.addAll(
                    step(
                            new Input.AccessTableReplaced(
                                    Objects.requireNonNull(tables.get(words[2])))));
        } else if (words[1].equals("keys")) {
            for (Input key : inputs.keys(words[2], words[3])) {
                effects.addAll(step(key));
            }
        } else if (!words[1].equals("tick")) {
            effects.addAll(step(inputs.read(List.of(words).subList(1, words.length), now)));
        }
        String told = String.join(", ", ScriptEffects.describe(effects, shown));
        assertEquals(sides.length == 1 ? "" : sides[1].strip(), told, line);
    }

    private static TimeTrust trust(String word) {
        return word.equals("trusted") ? TimeTrust.TRUSTED : TimeTrust.UNTRUSTED;
    }

    private List<Effect> passTo(Duration target) {
        List<Effect> effects = new ArrayList<>();
        MonotonicTime end = MonotonicTime.START.plus(target);
        while (!end.isBefore(controller.wakeAt())) {
            moveTo(controller.wakeAt());
            if (controller.look(now)) {
                effects.addAll(step(new Input.TimeIsDue()));
            }
        }
        moveTo(end);
        return effects;
    }

    private void moveTo(MonotonicTime time) {
        if (now.monotonic().isBefore(time)) {
            Duration passed = now.monotonic().until(time);
            now = new Moment(now.wall().plus(passed), time, now.trust());
        }
    }

    private List<Effect> step(Input input) {
        List<Effect> effects = new ArrayList<>(controller.step(now, input));
        for (Effect effect : List.copyOf(effects)) {
            note(effect);
        }
        if (committing) {
            effects.addAll(commit());
        }
        return effects;
    }

    private void note(Effect effect) {
        all.add(effect);
        if (effect instanceof Effect.Remember(Memory next)) {
            memory = next;
        }
        if (effect instanceof Effect.Keep(var entry)) {
            ledger.put(entry.key(), entry);
        }
        if (effect instanceof Effect.Forget(var key)) {
            ledger.remove(key);
        }
        if (effect instanceof Effect.Append(var event)) {
            lastEventTime = event.time();
            switch (event.position().stream()) {
                case EVENTS -> lastEventSeq = event.position().seq();
                case ALARMS -> lastAlarmSeq = event.position().seq();
            }
        }
    }

    private List<Effect> commit() {
        List<Effect> effects = new ArrayList<>();
        if (lastEventSeq > durableEventSeq) {
            durableEventSeq = lastEventSeq;
            effects.addAll(committed(EventStream.EVENTS, durableEventSeq));
        }
        if (lastAlarmSeq > durableAlarmSeq) {
            durableAlarmSeq = lastAlarmSeq;
            effects.addAll(committed(EventStream.ALARMS, durableAlarmSeq));
        }
        return effects;
    }

    private List<Effect> committed(EventStream stream, long seq) {
        return step(new Input.JournalCommitted(new EventPosition(stream, seq)));
    }
}
