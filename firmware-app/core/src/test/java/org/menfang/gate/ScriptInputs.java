package org.menfang.gate;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.menfang.gate.alarm.Alarm;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
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

/// Reads inputs in a few words: `card north 01:0001`, `open north`, `ACCESS north`, `reset
/// FORCED_OPEN`, `level LOCKDOWN 30`, `hold north 10`.
final class ScriptInputs {
    private static final LampId LAMP = new LampId("lamp");
    private static final CameraId EYE = new CameraId("eye");

    private final long boot;
    private final Supplier<Memory> memory;
    private final ScriptPeers peers = new ScriptPeers();
    private long commands;

    ScriptInputs(long boot, Supplier<Memory> memory) {
        this.boot = boot;
        this.memory = memory;
    }

    Input read(List<String> words, Moment now) {
        String first = words.getFirst();
        if (first.equals(first.toUpperCase(Locale.ROOT))) {
            return command(actOn(words.get(1), DoorAct.valueOf(first)), now);
        }
        return words.size() == 1 ? single(first) : several(first, words, now);
    }

    private static PointName point(String name) {
        String[] parts = name.split("\\.", 2);
        return new PointName(parts[0], PointRole.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    /// Keys, one for each sign: `2468#`, where `*` is CLEAR and `#` is ENTER.
    List<Input> keys(String door, String signs) {
        return signs.chars()
                .<Input>mapToObj(sign -> new Input.KeyPressed(reader(door), key((char) sign)))
                .toList();
    }

    static Key key(char sign) {
        return switch (sign) {
            case '*' -> Key.CLEAR;
            case '#' -> Key.ENTER;
            default -> Key.ofDigit(sign);
        };
    }

    private Input single(String word) {
        return switch (word) {
            case "stop" -> new Input.StopRequested("asked to");
            case "journal-failed" -> new Input.JournalFailed("no disk");
            case "journal-recovered" -> new Input.JournalRecovered();
            case "storage-damaged" -> new Input.StorageDamaged("no rules", false);
            case "storage-mended" -> new Input.StorageDamaged("a new database", true);
            case "safe-mode" -> new Input.SafeModeEntered("5 starts within 10 min");
            case "safe-mode-over" -> new Input.SafeModeLeft();
            case "dropped" -> new Input.InputsDropped(7);
            case "site-rejected" -> new Input.SiteFileRejected("site.yaml:3:1 no such door");
            case "new-rules" -> new Input.AccessTableReplaced(Samples.table());
            case "garbled" -> new Input.CommandGarbled(null, "not JSON");
            default -> throw new IllegalArgumentException(word);
        };
    }

    private Input several(String first, List<String> words, Moment now) {
        String second = words.get(1);
        return switch (first) {
            case "card" -> new Input.CardRead(reader(second), Samples.bits(words.get(2)));
            case "code" ->
                    new Input.CodeRead(
                            reader(second), DialogueSamples.text(words.get(2), now.wall()));
            case "assist" -> command(assist(second, words.get(2)), now);
            case "bits" -> new Input.CardRead(reader(second), new CardBits(words.get(2)));
            case "open" -> new Input.MonitorChanged(new DoorId(second), true);
            case "close" -> new Input.MonitorChanged(new DoorId(second), false);
            case "rex" -> new Input.RexPressed(new AccessPointId(second + "-out"));
            case "fire" -> new Input.FireChanged(isOn(second));
            case "panic" -> new Input.AlarmInputChanged(new AlarmInputId("panic"), isOn(second));
            case "current" -> new Input.LampCurrentChanged(LAMP, isOn(second));
            case "line" -> new Input.LampLineChanged(LAMP, second.equals("whole"));
            case "camera" -> camera(second);
            case "reader" -> readerIs(second);
            case "sky" -> new Input.DarknessChanged(second.equals("dark"));
            case "under" -> new Input.LoopChanged(new DoorId(second), true);
            case "clear" -> new Input.LoopChanged(new DoorId(second), false);
            case "cut" -> new Input.InputFailed(point(second), "its line is cut");
            case "mended" -> new Input.InputRecovered(point(second));
            case "supply" -> new Input.SupplyChanged(second.equals("weak"));
            case "arrived" ->
                    new Input.PictureArrived(picture(second), EYE, Sha256.of("picture"), 9);
            case "failed" -> new Input.PictureFailed(picture(second), EYE, "no frame");
            case "acknowledge" -> command(new Order.AcknowledgeAlarm(alarm(second)), now);
            case "reset" -> command(new Order.ResetAlarm(alarm(second)), now);
            case "hold" ->
                    command(new Order.HoldOpen(new DoorId(second), minutes(words.get(2))), now);
            case "forgive" -> command(new Order.ForgivePlace(new HolderId(second)), now);
            case "peer" -> peers.read(words.subList(1, words.size()), now);
            case "level" -> {
                Integer lasts = words.size() > 2 ? Integer.valueOf(minutes(words.get(2))) : null;
                yield command(new Order.SetLevel(SiteLevel.valueOf(second), lasts), now);
            }
            default -> hub(first, second, words);
        };
    }

    private static Input hub(String first, String second, List<String> words) {
        return switch (first) {
            case "link" ->
                    second.equals("up") ? new Input.LinkUp() : new Input.LinkLost("no network");
            case "hub" -> new Input.HubSeen(second.equals("online"));
            case "ack" ->
                    new Input.HubAcknowledged(
                            new Acknowledgement(
                                    stream(second),
                                    Long.parseLong(words.get(2)),
                                    Sha256.ZERO,
                                    words.size() > 3 ? Integer.valueOf(words.get(3)) : null));
            case "matched" ->
                    new Input.AcknowledgementMatched(stream(second), Long.parseLong(words.get(2)));
            case "diverged" ->
                    new Input.AcknowledgementDiverged(stream(second), Long.parseLong(words.get(2)));
            case "signed" ->
                    new Input.HeadSignatureMade(
                            stream(second), Long.parseLong(words.get(2)), Sha256.ZERO, "c2lnbg==");
            default -> throw new IllegalArgumentException(first);
        };
    }

    private Input command(Order order, Moment now) {
        commands++;
        return new Input.CommandReceived(
                new Command(
                        new CommandId("command-" + commands),
                        new CompoundId("peace"),
                        new GateId("gate-1"),
                        boot,
                        now.monotonic().millis() + 10_000,
                        new OperatorName("李阿姨"),
                        order));
    }

    private static Order actOn(String door, DoorAct act) {
        return new Order.ActOnDoor(new DoorId(door), act);
    }

    private static Order assist(String door, String holder) {
        return new Order.AssistEntry(new AccessPointId(door + "-in"), new HolderId(holder));
    }

    private AlarmId alarm(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            return new AlarmId(Long.parseLong(word));
        }
        return memory.get().alarms().stream()
                .filter(alarm -> alarm.kind() == AlarmKind.valueOf(word))
                .map(Alarm::id)
                .findFirst()
                .orElseThrow();
    }

    private static Input camera(String word) {
        return word.equals("found")
                ? new Input.CameraFound(EYE)
                : new Input.CameraLost(EYE, "frozen");
    }

    private static Input readerIs(String word) {
        ReaderId north = reader("north");
        return switch (word) {
            case "found" -> new Input.ReaderRecovered(north);
            case "lost" -> new Input.ReaderFailed(north, "unplugged");
            default -> new Input.ReaderTampered(north, word.equals("opened"));
        };
    }

    private static ReaderId reader(String door) {
        return new ReaderId("r-" + door);
    }

    private static PictureId picture(String word) {
        return new PictureId(Long.parseLong(word));
    }

    private static EventStream stream(String word) {
        return EventStream.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static int minutes(String word) {
        return Integer.parseInt(word);
    }

    private static boolean isOn(String word) {
        return word.equals("on");
    }
}
