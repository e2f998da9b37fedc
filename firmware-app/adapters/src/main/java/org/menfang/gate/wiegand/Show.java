package org.menfang.gate.wiegand;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.wiegand.Track.Step;

/// How one thing is said: by lights and by sound, never by colour alone.
///
/// | feedback | light | sound |
/// |---|---|---|
/// | card read | both, for a moment | one short |
/// | granted | green, 3 s | one long |
/// | denied: not known | red, 3 times fast | three short |
/// | denied: not here or not now | red, 2 times slowly | two long |
/// | denied: out of use | red, 3 s | one very long |
/// | denied: wait a moment | red and green in turn | two short |
/// | PIN, please | both, blinking | two short |
/// | the next person, please | green, blinking | two short |
/// | key taken | as it was | one tick |
/// | close the door | red, blinking slowly | with the light |
/// | nothing | none | none |
///
/// @param light none where the lights go on with what they showed
/// @param sound what the buzzer plays
/// @param stands whether it goes on, below whatever comes in between, until nothing is to be shown
record Show(Optional<Track<Show.Light>> light, Track<Boolean> sound, boolean stands) {
    /// Which lights are on.
    enum Light {
        DARK,
        GREEN,
        RED,
        BOTH;

        boolean hasGreen() {
            return this == GREEN || this == BOTH;
        }

        boolean hasRed() {
            return this == RED || this == BOTH;
        }
    }

    private static final Duration TICK = Duration.ofMillis(40);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration FAST = Duration.ofMillis(150);
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration VERY_LONG = Duration.ofMillis(1500);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int BLINKS_FOR_A_QUESTION = 30;

    private static final Track<Boolean> TWO_SHORT = beeps(SHORT, FAST, 2);

    static Show of(ReaderFeedback feedback) {
        return switch (feedback) {
            case READ -> passing(steady(Light.BOTH, SHORT), beep(SHORT));
            case GRANTED -> passing(steady(Light.GREEN, ANSWER), beep(SLOW));
            case DENIED_UNKNOWN ->
                    passing(blinking(Light.RED, Light.DARK, FAST, 3), beeps(FAST, FAST, 3));
            case DENIED_NOT_NOW ->
                    passing(blinking(Light.RED, Light.DARK, SLOW, 2), beeps(SLOW, SLOW, 2));
            case DENIED_BLOCKED -> passing(steady(Light.RED, ANSWER), beep(VERY_LONG));
            case DENIED_WAIT -> passing(blinking(Light.RED, Light.GREEN, SLOW, 3), TWO_SHORT);
            case ENTER_PIN ->
                    passing(
                            blinking(Light.BOTH, Light.DARK, SLOW, BLINKS_FOR_A_QUESTION),
                            TWO_SHORT);
            case NEXT_PERSON ->
                    passing(
                            blinking(Light.GREEN, Light.DARK, SLOW, BLINKS_FOR_A_QUESTION),
                            TWO_SHORT);
            case KEY_TAKEN -> new Show(Optional.empty(), beep(TICK), false);
            case CLOSE_THE_DOOR ->
                    new Show(
                            Optional.of(blinking(Light.RED, Light.DARK, SLOW, Track.FOREVER)),
                            beeps(SLOW, SLOW, Track.FOREVER),
                            true);
            case IDLE ->
                    new Show(
                            Optional.of(steady(Light.DARK, TICK)),
                            new Track<>(List.of(new Step<>(false, TICK)), 1),
                            true);
        };
    }

    private static Show passing(Track<Light> light, Track<Boolean> sound) {
        return new Show(Optional.of(light), sound, false);
    }

    private static Track<Light> steady(Light light, Duration during) {
        return new Track<>(List.of(new Step<>(light, during)), 1);
    }

    private static Track<Light> blinking(Light one, Light other, Duration each, int times) {
        return new Track<>(List.of(new Step<>(one, each), new Step<>(other, each)), times);
    }

    private static Track<Boolean> beep(Duration length) {
        return new Track<>(List.of(new Step<>(true, length)), 1);
    }

    private static Track<Boolean> beeps(Duration length, Duration pause, int times) {
        return new Track<>(List.of(new Step<>(true, length), new Step<>(false, pause)), times);
    }
}
