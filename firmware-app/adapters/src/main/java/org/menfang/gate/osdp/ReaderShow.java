package org.menfang.gate.osdp;

import java.time.Duration;
import java.util.List;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.osdp.PanelCommand.Blink;
import org.menfang.gate.osdp.PanelCommand.Colour;
import org.menfang.gate.osdp.PanelCommand.Light;
import org.menfang.gate.osdp.PanelCommand.Sound;

/// How a reader with a light of several colours and a buzzer says things: never by colour alone.
///
/// | feedback | light | sound |
/// |---|---|---|
/// | card read | amber, for a moment | one short |
/// | granted | green, 3 s | one long |
/// | denied: not known | red, blinking fast | three short |
/// | denied: not here or not now | red, blinking slowly | two long |
/// | denied: out of use | red, 3 s | one very long |
/// | denied: wait a moment | red and green in turn | two short |
/// | PIN, please | amber, blinking | two short |
/// | the next person, please | green, blinking | two short |
/// | key taken | as it was | one short |
/// | close the door | red, blinking slowly | with the light, for 4 minutes |
/// | nothing | none | none |
final class ReaderShow {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration FAST = Duration.ofMillis(200);
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration VERY_LONG = Duration.ofMillis(1500);
    private static final Duration READ_SHOWN = Duration.ofSeconds(1);
    private static final Duration ANSWER_SHOWN = Duration.ofSeconds(3);
    private static final Duration QUESTION_SHOWN = Duration.ofSeconds(30);
    private static final int WARNINGS = 240;

    /// What it shows while nothing happens: {@link ReaderFeedback#IDLE}, or the warning.
    private ReaderFeedback standing = ReaderFeedback.IDLE;

    /// What makes the reader show it.
    List<PanelCommand> of(ReaderFeedback feedback) {
        return switch (feedback) {
            case READ -> shown(Blink.steady(Colour.AMBER), READ_SHOWN, beep(SHORT, 1));
            case GRANTED -> shown(Blink.steady(Colour.GREEN), ANSWER_SHOWN, beep(SLOW, 1));
            case DENIED_UNKNOWN -> shown(Blink.of(Colour.RED, FAST), ANSWER_SHOWN, beep(SHORT, 3));
            case DENIED_NOT_NOW -> shown(Blink.of(Colour.RED, SLOW), ANSWER_SHOWN, beep(SLOW, 2));
            case DENIED_BLOCKED ->
                    shown(Blink.steady(Colour.RED), ANSWER_SHOWN, beep(VERY_LONG, 1));
            case DENIED_WAIT ->
                    shown(
                            new Blink(Colour.RED, SLOW, Colour.GREEN, SLOW),
                            ANSWER_SHOWN,
                            beep(SHORT, 2));
            case ENTER_PIN -> shown(Blink.of(Colour.AMBER, SLOW), QUESTION_SHOWN, beep(SHORT, 2));
            case NEXT_PERSON -> shown(Blink.of(Colour.GREEN, SLOW), QUESTION_SHOWN, beep(SHORT, 2));
            case KEY_TAKEN -> List.of(beep(SHORT, 1));
            case CLOSE_THE_DOOR, IDLE -> stand(feedback);
        };
    }

    private List<PanelCommand> shown(Blink light, Duration during, Sound sound) {
        return List.of(light(light, during), sound);
    }

    /// What makes a reader that comes back show what it should.
    List<PanelCommand> again() {
        return stand(standing);
    }

    private List<PanelCommand> stand(ReaderFeedback feedback) {
        standing = feedback;
        Sound sound =
                feedback == ReaderFeedback.IDLE ? Sound.SILENCE : new Sound(SLOW, SLOW, WARNINGS);
        return List.of(light(Blink.NONE, Duration.ZERO), sound);
    }

    private Light light(Blink now, Duration during) {
        Blink rest = standing == ReaderFeedback.IDLE ? Blink.NONE : Blink.of(Colour.RED, SLOW);
        return new Light(now, during, rest);
    }

    private static Sound beep(Duration length, int times) {
        return new Sound(length, SHORT, times);
    }
}
