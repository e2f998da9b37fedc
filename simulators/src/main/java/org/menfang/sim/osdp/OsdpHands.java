package org.menfang.sim.osdp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.menfang.gate.CardBits;
import org.menfang.sim.device.Card;
import org.menfang.site.CardFormat;

/// Hands at simulated readers and at their line, as somebody types them.
public final class OsdpHands {
    /// What can be typed.
    public static final String HELP =
            """
            card ADDRESS FACILITY:NUMBER   holds a card of 26 bits before a reader
            bits ADDRESS 0101...           holds any card before it
            keys ADDRESS 1234#             presses keys
            tamper ADDRESS on|off          opens the reader, closes it
            power ADDRESS on|off           its supply fails, is well again
            input ADDRESS NUMBER on|off    closes a contact at it, opens it
            busy ADDRESS COUNT             it is busy for so many commands
            unplug ADDRESS, plug ADDRESS   takes it from the line, brings it back
            noise PERCENT                  noise, loss and turned bits on the line
            late PERCENT MILLIS            replies that come late
            attack NAME                    none, turn, replay, hide, default-key, strip, forge
            show                           how all readers are
            """;

    private static final CardBits FORGED = new CardBits("1".repeat(26));
    private static final int ATTACKED_PERCENT = 20;

    private final SimulatedOsdpLine line;
    private final Map<Integer, SimulatedPd> readers = new TreeMap<>();

    public OsdpHands(SimulatedOsdpLine line, List<SimulatedPd> readers) {
        this.line = line;
        readers.forEach(reader -> this.readers.put(reader.address(), reader));
    }

    /// Does what a line of text says.
    ///
    /// @return what there is to say about it
    /// @throws IllegalArgumentException if it says nothing that can be done
    public String act(String text) {
        List<String> words = List.of(text.strip().split(" +", -1));
        return switch (words.getFirst()) {
            case "" -> "";
            case "help" -> HELP;
            case "show" -> show();
            case "noise", "late", "attack" -> actOnLine(words);
            default -> {
                actOnReader(reader(words), words);
                yield "done";
            }
        };
    }

    private String actOnLine(List<String> words) {
        switch (words.getFirst()) {
            case "noise" -> line.begin(LineTroubles.noise(number(words, 1)));
            case "late" -> {
                Duration delay = Duration.ofMillis(number(words, 2));
                line.begin(LineTroubles.late(number(words, 1), delay));
            }
            default -> line.begin(attack(word(words, 1)));
        }
        return "done";
    }

    private static void actOnReader(SimulatedPd reader, List<String> words) {
        switch (words.getFirst()) {
            case "card" -> reader.present(card(word(words, 2)));
            case "bits" -> reader.present(new CardBits(word(words, 2)));
            case "keys" -> reader.press(word(words, 2));
            case "tamper" -> reader.tamper(onOff(words, 2));
            case "power" -> reader.powerFails(onOff(words, 2));
            case "input" -> reader.input(number(words, 2), onOff(words, 3));
            case "busy" -> reader.busyFor(number(words, 2));
            case "unplug" -> reader.unplug();
            case "plug" -> reader.plug();
            default -> throw new IllegalArgumentException("no such act: " + words.getFirst());
        }
    }

    private String show() {
        return readers.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + state(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String state(SimulatedPd reader) {
        return "%s, %s, light %s, buzzer %s, output %s, %s"
                .formatted(
                        reader.isOnline() ? "online" : "offline",
                        reader.hasSession() ? "secure" : "plain",
                        reader.light(0),
                        reader.isSounding() ? "sounds" : "silent",
                        reader.output(0) ? "on" : "off",
                        reader.counts());
    }

    private SimulatedPd reader(List<String> words) {
        SimulatedPd reader = readers.get(number(words, 1));
        if (reader == null) {
            throw new IllegalArgumentException("no reader " + word(words, 1));
        }
        return reader;
    }

    private static Attack attack(String name) {
        return switch (name) {
            case "none" -> new Attack.None();
            case "turn" -> new Attack.TurnBits(ATTACKED_PERCENT);
            case "replay" -> new Attack.Replay(ATTACKED_PERCENT);
            case "hide" -> new Attack.HideSecurity();
            case "default-key" -> new Attack.ForceDefaultKey();
            case "strip" -> new Attack.StripSecurity();
            case "forge" -> new Attack.ForgeCard(FORGED);
            default -> throw new IllegalArgumentException("no such attack: " + name);
        };
    }

    private static CardBits card(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a card is FACILITY:NUMBER");
        }
        return new Card(number(parts[0]), number(parts[1])).bits(CardFormat.WIEGAND_26);
    }

    private static boolean onOff(List<String> words, int at) {
        return switch (word(words, at)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("on or off");
        };
    }

    private static int number(List<String> words, int at) {
        return number(word(words, at));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("no number: " + text);
        }
        return Integer.parseInt(text, 10);
    }

    private static String word(List<String> words, int at) {
        if (at >= words.size()) {
            throw new IllegalArgumentException("something is missing after " + words.getLast());
        }
        return words.get(at);
    }
}
