package org.menfang.gate;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.alarm.Alarm;
import org.menfang.gate.rule.AccessTable;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.PointName;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.Command.Order;
import org.menfang.wire.EventPosition;

/// Draws inputs by chance: everything that the world can tell a gate, in any order.
final class RandomInputs {
    private static final List<String> CARDS =
            List.of(
                    "01:0001", "01:0002", "01:0003", "01:0004", "01:0005", "01:0007", "01:0013",
                    "09:0009");
    private static final List<String> PIN_CARDS = List.of("00000011", "00000012");
    private static final List<String> ENTRIES =
            List.of("2468#", "1357#", "8642#", "73910#", "0000#", "12*", "#", "99999#");
    private static final List<String> TEXTS = List.of("paper-2", "paper", "phone", "advert");

    /// Rules with levels and schedules for doors; rules with neither; rules that ask for more at
    /// the readers.
    static final AccessTable SCHEDULED = LevelSamples.scheduledTable();

    static final AccessTable PLAIN = DialogueSamples.plain();
    static final AccessTable DEMANDING = DialogueSamples.demanding();

    private static final List<AccessTable> TABLES = List.of(SCHEDULED, PLAIN, DEMANDING);

    private final Random random;
    private final Supplier<Memory> memory;
    private final ArrayDeque<Input> following = new ArrayDeque<>();
    private long commands;
    private int readings;

    RandomInputs(Random random, Supplier<Memory> memory) {
        this.random = random;
        this.memory = memory;
    }

    Input next(Moment now, long lastEventSeq) {
        Input follows = following.poll();
        if (follows != null) {
            return follows;
        }
        return switch (random.nextInt(31)) {
            case 0, 1, 2 -> new Input.CardRead(new ReaderId("r-north"), Samples.bits(pick(CARDS)));
            case 3 -> new Input.CardRead(new ReaderId("r-south"), Samples.bits("00000001"));
            case 4 -> new Input.CardRead(new ReaderId("r-south"), new CardBits("0101"));
            case 5, 6, 7, 8 -> new Input.MonitorChanged(door(), random.nextBoolean());
            case 9 -> new Input.RexPressed(new AccessPointId(door() + "-out"));
            case 10 -> new Input.FireChanged(random.nextInt(30) == 0);
            case 11 -> new Input.AlarmInputChanged(new AlarmInputId("panic"), random.nextBoolean());
            case 12 -> new Input.LampCurrentChanged(new LampId("lamp"), random.nextBoolean());
            case 13 -> new Input.LampLineChanged(new LampId("lamp"), random.nextBoolean());
            case 14, 15 ->
                    new Input.JournalCommitted(
                            new EventPosition(EventStream.EVENTS, Math.max(1, lastEventSeq)));
            case 16 ->
                    random.nextBoolean()
                            ? new Input.JournalFailed("no disk")
                            : new Input.JournalRecovered();
            case 17 -> random.nextBoolean() ? new Input.LinkUp() : new Input.LinkLost("no network");
            case 18 -> new Input.HubSeen(random.nextInt(4) > 0);
            case 19 -> acknowledgement(lastEventSeq);
            case 20, 21, 22 -> command(now);
            case 23 -> picture(lastEventSeq);
            case 24 -> other();
            case 25, 26, 27 -> entry(pick(List.of("r-north", "r-south")));
            case 28 -> text(now);
            default -> new Input.TimeIsDue();
        };
    }

    /// A card with a PIN, or none, and then keys.
    private Input entry(String reader) {
        ReaderId id = new ReaderId(reader);
        for (char sign : pick(ENTRIES).toCharArray()) {
            following.add(new Input.KeyPressed(id, ScriptInputs.key(sign)));
        }
        return random.nextInt(4) == 0
                ? following.remove()
                : new Input.CardRead(new ReaderId("r-south"), Samples.bits(pick(PIN_CARDS)));
    }

    private Input text(Moment now) {
        readings++;
        String word =
                switch (random.nextInt(4)) {
                    case 0 -> "tag-" + readings;
                    case 1 -> "forged-" + (readings + 10);
                    case 2 -> "tag-1";
                    default -> pick(TEXTS);
                };
        return new Input.CodeRead(new ReaderId("r-north"), DialogueSamples.text(word, now.wall()));
    }

    /// Whether an input can release a door of which it tells nothing else.
    boolean mayGiveRight(Input input) {
        return switch (input) {
            case Input.CardRead _,
                    Input.RexPressed _,
                    Input.CommandReceived _,
                    Input.FireChanged _ ->
                    true;
            default -> false;
        };
    }

    static DoorPlan doorOf(AccessPointId accessPoint) {
        return Samples.site()
                .accessPoint(accessPoint)
                .map(AccessPointPlan::door)
                .flatMap(Samples.site()::door)
                .orElseThrow();
    }

    private Input acknowledgement(long lastEventSeq) {
        long seq = random.nextInt(10) == 0 ? lastEventSeq + 5 : lastEventSeq / 2;
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Input.HubAcknowledged(
                            new Acknowledgement(EventStream.EVENTS, seq, Sha256.ZERO, rate()));
            case 1 -> new Input.AcknowledgementMatched(EventStream.EVENTS, lastEventSeq / 2);
            case 2 -> new Input.AcknowledgementDiverged(EventStream.ALARMS, 1);
            default -> new Input.AcknowledgementMatched(EventStream.ALARMS, 0);
        };
    }

    private @Nullable Integer rate() {
        return random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(100));
    }

    private Input command(Moment now) {
        commands += random.nextInt(10) == 0 ? 0 : 1;
        long life = random.nextInt(20_000) - 1_000L;
        return new Input.CommandReceived(
                new Command(
                        new CommandId("command-" + commands),
                        new CompoundId("peace"),
                        new GateId(random.nextInt(20) == 0 ? "gate-2" : "gate-1"),
                        1,
                        now.monotonic().millis() + life,
                        new OperatorName("李阿姨"),
                        order()));
    }

    private Order order() {
        AlarmId alarm =
                memory.get().alarms().stream()
                        .skip(random.nextInt(Math.max(1, memory.get().alarms().size())))
                        .map(Alarm::id)
                        .findFirst()
                        .orElse(new AlarmId(1));
        return switch (random.nextInt(15)) {
            case 12 -> new Order.HoldOpen(door(), random.nextInt(13));
            case 13 ->
                    new Order.SetLevel(
                            pick(List.of(SiteLevel.values())),
                            random.nextBoolean() ? null : random.nextInt(40));
            case 14 ->
                    new Order.AssistEntry(new AccessPointId(door() + "-in"), new HolderId("h-1"));
            case 0, 1, 2, 3 -> new Order.AcknowledgeAlarm(alarm);
            case 4, 5, 6, 7 -> new Order.ResetAlarm(alarm);
            case 8 -> new Order.ActOnDoor(door(), pick(List.of(DoorAct.values())));
            // Most doors are LOCKED most of the time.
            default ->
                    new Order.ActOnDoor(
                            door(),
                            pick(
                                    List.of(
                                            DoorAct.LOCK,
                                            DoorAct.LOCK_DOWN_RELEASE,
                                            DoorAct.LOCK_OPEN_RELEASE)));
        };
    }

    private Input picture(long lastEventSeq) {
        PictureId picture = new PictureId(1 + random.nextLong(Math.max(1, lastEventSeq)));
        CameraId eye = new CameraId("eye");
        return random.nextBoolean()
                ? new Input.PictureArrived(picture, eye, Sha256.of("picture"), 9)
                : new Input.PictureFailed(picture, eye, "no frame");
    }

    private Input other() {
        return switch (random.nextInt(13)) {
            case 9 -> new Input.InputFailed(PointName.monitor(door()), "its line is cut");
            case 10 -> new Input.InputRecovered(PointName.monitor(door()));
            case 11, 12 -> new Input.SupplyChanged(random.nextBoolean());
            case 7 -> new Input.ReaderFailed(new ReaderId("r-north"), "unplugged");
            case 8 -> new Input.ReaderRecovered(new ReaderId("r-north"));
            case 0 -> new Input.CameraLost(new CameraId("eye"), "frozen");
            case 1 -> new Input.CameraFound(new CameraId("eye"));
            case 2 -> new Input.OutputFailed(PointName.lock(door()), "short");
            case 3 -> new Input.OutputRecovered(PointName.lock(door()));
            case 4 -> new Input.InputsDropped(3);
            case 5 -> new Input.AccessTableReplaced(pick(TABLES));
            default -> new Input.CommandGarbled(null, "not JSON");
        };
    }

    /// The rules of a version.
    static AccessTable tableOf(long version) {
        return TABLES.stream().filter(each -> each.version() == version).findFirst().orElseThrow();
    }

    private DoorId door() {
        return random.nextBoolean() ? Samples.NORTH : Samples.SOUTH;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
