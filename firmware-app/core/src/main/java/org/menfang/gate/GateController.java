package org.menfang.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.access.Admission;
import org.menfang.gate.access.Grants;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.alarm.FieldAlarms;
import org.menfang.gate.alarm.Sirens;
import org.menfang.gate.camera.Cameras;
import org.menfang.gate.camera.Pictures;
import org.menfang.gate.door.Doors;
import org.menfang.gate.lamp.Lamps;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.level.DoorSchedules;
import org.menfang.gate.level.FirstCards;
import org.menfang.gate.level.Levels;
import org.menfang.gate.outbox.HeadSigning;
import org.menfang.gate.outbox.Outbox;
import org.menfang.gate.outbox.Scribe;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.reader.ReaderDesks;
import org.menfang.gate.rule.AccessTable;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// Decides for one gate. It is the only owner of the gate's state; one thread calls it.
///
/// It only routes: each kind of thing has an owner of its own, which holds its state and its rules.
public final class GateController {
    private final Site site;
    private final String version;
    private final long boot;
    private final Timekeeper timekeeper;
    private final Scribe scribe;
    private final Pictures pictures;
    private final Alarms alarms;
    private final FieldAlarms fieldAlarms;
    private final Sirens sirens;
    private final Cameras cameras;
    private final Movements movements;
    private final Doors doors;
    private final Levels levels;
    private final DoorSchedules schedules;
    private final Lamps lamps;
    private final ReaderDesks readers;
    private final Grants grants;
    private final Admission admission;
    private final CommandDesk commands;
    private final FieldDesk field;
    private final Outbox outbox;
    private final HeadSigning heads;
    private final StateTelling telling;
    private final Deadlines deadlines;
    private Stage stage = Stage.NEW;
    private TimeTrust trust = TimeTrust.TRUSTED;
    private Memory remembered;

    /// Begins where the journal left off, with every door in its safe state and nothing decided.
    ///
    /// @param version of the software, for the record
    public GateController(
            Site site, SunTimes sunTimes, AccessTable table, JournalStart start, String version) {
        this.site = site;
        this.version = version;
        boot = start.boot();
        remembered = start.memory();
        timekeeper = new Timekeeper(site.zone(), start.lastEventTime());
        scribe = new Scribe(site, start);
        pictures = new Pictures(site.cameras());
        alarms = new Alarms(site, pictures, remembered.alarms());
        fieldAlarms = new FieldAlarms(site, alarms);
        sirens = new Sirens(site, alarms);
        cameras = new Cameras(site.cameras(), alarms);
        Ledger ledger = new Ledger(start.ledger());
        movements = new Movements(site, ledger, alarms, table);
        FirstCards firstCards = new FirstCards();
        doors = new Doors(site, alarms, remembered.modes(), movements.and(firstCards));
        schedules = new DoorSchedules(site, doors, firstCards, table);
        levels = new Levels(doors, ledger, table);
        lamps = new Lamps(site, sunTimes, alarms);
        readers = new ReaderDesks(site, alarms);
        grants = new Grants(doors, alarms, movements);
        admission =
                new Admission(
                        site,
                        doors,
                        levels,
                        firstCards,
                        grants,
                        alarms,
                        pictures,
                        readers,
                        ledger,
                        movements,
                        (turn, _, holder) -> levels.setAtReader(turn, holder),
                        table);
        commands = new CommandDesk(site, boot, doors, levels, alarms, admission, movements);
        field = new FieldDesk(site, admission, doors, lamps, readers, fieldAlarms);
        outbox = new Outbox(start, alarms);
        heads = new HeadSigning(scribe);
        telling = new StateTelling(this::beliefs, this::state);
        deadlines =
                new Deadlines(
                        timekeeper,
                        List.of(
                                doors, levels, schedules, grants, admission, movements, readers,
                                alarms, sirens, lamps, pictures, outbox, heads, telling));
    }

    private enum Stage {
        NEW,
        RUNNING,
        STOPPED
    }

    /// Takes one fact and answers with requests, in the order in which they are to be carried out.
    /// The first step also brings every output to where it belongs. Locks come before everything
    /// that could break, so that nobody is kept in by a fault elsewhere. After {@link
    /// Input.StopRequested} all locks are without power and nothing is decided any more.
    ///
    /// @throws BrokenStep if an invariant is broken; the controller goes on with the next input
    public List<Effect> step(Moment now, Input input) {
        if (stage == Stage.STOPPED) {
            return List.of();
        }
        Moment judged = timekeeper.judge(now);
        Turn turn = new Turn(judged, timekeeper, scribe);
        try {
            boolean first = stage == Stage.NEW;
            if (first) {
                begin(turn);
            }
            take(turn, input);
            doors.settle(turn);
            levels.settle(turn);
            schedules.settle(turn);
            if (first) {
                lamps.begin(turn);
                sirens.begin(turn);
            }
            watchTrust(turn);
            sirens.settle(turn);
            settle(turn);
        } catch (RuntimeException e) {
            throw new BrokenStep(input, turn.effects(), e);
        } finally {
            findDeadlines(judged);
        }
        return turn.effects();
    }

    /// Looks at the clocks, which is no step. Whether {@link Input.TimeIsDue} is to come now. A
    /// wall clock that is set is found by this, so it is to be asked at least once a second.
    public boolean look(Moment now) {
        return stage != Stage.STOPPED && deadlines.look(timekeeper.judge(now));
    }

    /// When to {@link #look} next, if nothing comes before: {@link Input.TimeIsDue} may be due
    /// then. {@link MonotonicTime#NEVER} once the gate has stopped.
    public MonotonicTime wakeAt() {
        return deadlines.wakeAt();
    }

    private void findDeadlines(Moment now) {
        if (stage == Stage.STOPPED) {
            deadlines.end();
        } else {
            deadlines.find(now);
        }
    }

    private void begin(Turn turn) {
        stage = Stage.RUNNING;
        doors.begin(turn.now(), admission.table().levels().lockDownMax());
        levels.begin(turn);
        doors.driveAll(turn);
        turn.write(new EventBody.GateStarted(version));
        if (turn.now().isTrusted()) {
            alarms.returned(turn, AlarmKind.CLOCK_NOT_TRUSTED, alarms.gate());
        }
    }

    private void take(Turn turn, Input input) {
        switch (input) {
            case Input.FromField told -> field.take(turn, told);
            case Input.FromCamera told -> takeFromCamera(turn, told);
            case Input.FromJournal told -> takeFromJournal(turn, told);
            case Input.FromHub told -> takeFromHub(turn, told);
            case Input.FromProgram told -> takeFromProgram(turn, told);
        }
    }

    private void takeFromCamera(Turn turn, Input.FromCamera input) {
        switch (input) {
            case Input.PictureArrived arrived -> pictures.arrived(turn, arrived);
            case Input.PictureFailed failed -> pictures.failed(turn, failed);
            case Input.CameraFound(var camera) -> cameras.found(turn, camera);
            case Input.CameraLost(var camera, var why) -> cameras.lost(turn, camera, why);
        }
    }

    private void takeFromJournal(Turn turn, Input.FromJournal input) {
        switch (input) {
            case Input.JournalCommitted(var upTo) -> committed(turn, upTo);
            case Input.JournalFailed(var why) -> grants.journalFailed(turn, why);
            case Input.JournalRecovered() -> grants.journalRecovered(turn);
            case Input.StorageDamaged(var why, boolean mended) ->
                    grants.storageDamaged(turn, why, mended);
            case Input.EventsDropped(var stream, long fromSeq, long toSeq, var why) ->
                    turn.write(
                            new EventBody.EventsDropped(
                                    stream, fromSeq, toSeq, Limits.shortened(why)));
            case Input.StorageLow(long freeBytes) ->
                    alarms.raise(
                            turn,
                            AlarmKind.STORAGE_LOW,
                            alarms.gate(),
                            freeBytes / 1_000_000 + " MB");
            case Input.StorageEnough _ ->
                    alarms.returned(turn, AlarmKind.STORAGE_LOW, alarms.gate());
            case Input.AcknowledgementMatched(var stream, long seq) ->
                    outbox.matched(turn, stream, seq);
            case Input.AcknowledgementDiverged(var stream, long seq) ->
                    outbox.diverged(turn, stream, seq);
            case Input.HeadSignatureMade made -> heads.signatureMade(turn, made);
            case Input.AccessTableReplaced(var table) -> {
                admission.replaceTable(turn, table);
                levels.replaceTable(turn, table);
                schedules.replaceTable(table);
                movements.replaceTable(turn, table);
                grants.rulesReplaced(turn);
            }
            case Input.RulesRefused(var refused, var why) -> rulesRefused(turn, refused, why);
        }
    }

    private void takeFromHub(Turn turn, Input.FromHub input) {
        switch (input) {
            case Input.LinkUp() -> {
                outbox.linkUp();
                telling.linkUp();
                movements.linkChanged();
            }
            case Input.LinkLost _ -> {
                outbox.linkLost();
                telling.linkLost();
                movements.linkChanged();
            }
            case Input.HubSeen(boolean online) -> {
                outbox.hubSeen(turn, online);
                movements.hubSeen(online);
            }
            case Input.HubAcknowledged(var acknowledgement) ->
                    outbox.acknowledged(turn, acknowledgement);
            case Input.CommandReceived(var command) -> {
                commands.received(turn, command);
                schedules.personActed();
            }
            case Input.CommandGarbled(var id, _) -> commands.garbled(turn, id);
            case Input.PeersTold(var told) -> movements.peersTold(turn, told);
        }
    }

    private void takeFromProgram(Turn turn, Input.FromProgram input) {
        switch (input) {
            case Input.TimeIsDue() -> deadlines.timeIsDue(turn);
            case Input.StopRequested(var why) -> stop(turn, why);
            case Input.AlarmOfProgram alarm -> fieldAlarms.programTold(turn, alarm);
        }
    }

    /// What follows from every step, whatever it was.
    private void settle(Turn turn) {
        movements.settle(turn);
        heads.settle(turn);
        Memory memory = new Memory(alarms.all(), doors.modes());
        if (!memory.equals(remembered)) {
            remembered = memory;
            turn.ask(new Effect.Remember(memory));
        }
        if (outbox.takeAnnouncement()) {
            announce(turn, true);
        }
        outbox.settle(turn);
        telling.settle(turn);
    }

    private void watchTrust(Turn turn) {
        TimeTrust now = turn.now().trust();
        if (now == trust) {
            return;
        }
        trust = now;
        turn.write(new EventBody.TimeTrustChanged(now));
        switch (now) {
            case TRUSTED -> alarms.returned(turn, AlarmKind.CLOCK_NOT_TRUSTED, alarms.gate());
            case UNTRUSTED -> alarms.raise(turn, AlarmKind.CLOCK_NOT_TRUSTED, alarms.gate(), "");
        }
        lamps.trustChanged(turn);
    }

    private void rulesRefused(Turn turn, @Nullable Long refused, String why) {
        turn.write(new EventBody.RulesRefused(refused, Limits.shortened(why)));
        alarms.raiseForMoment(turn, AlarmKind.RULES_REFUSED, alarms.gate(), Limits.shortened(why));
    }

    private void committed(Turn turn, EventPosition upTo) {
        outbox.committed(upTo);
        if (upTo.stream() == EventStream.EVENTS) {
            grants.committed(turn, upTo.seq());
        }
    }

    private void stop(Turn turn, String why) {
        stage = Stage.STOPPED;
        doors.driveSafe(turn);
        readers.tellCounts(turn);
        turn.write(new EventBody.GateStopped(Limits.shortened(why)));
        announce(turn, false);
    }

    private void announce(Turn turn, boolean online) {
        turn.ask(
                new Effect.AnnounceLife(
                        new GateLife(
                                online,
                                version,
                                boot,
                                turn.time().millis(),
                                scribe.lastSeq(EventStream.EVENTS),
                                scribe.lastSeq(EventStream.ALARMS))));
    }

    private GateState state(Beliefs beliefs, Moment now) {
        long waiting = scribe.lastSeq(EventStream.EVENTS) - outbox.acknowledgedEventSeq();
        return beliefs.at(now, site, boot, waiting);
    }

    private Beliefs beliefs() {
        return new Beliefs(
                trust,
                doors.isFire(),
                levels.level(),
                levels.end(),
                levels.by(),
                admission.table().version(),
                movements.peers(),
                doors.beliefs(),
                lamps.views(),
                cameras.views(),
                alarms.views());
    }
}
