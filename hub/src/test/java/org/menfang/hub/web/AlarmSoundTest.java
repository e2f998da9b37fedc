package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.board.AlarmCard;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.OperatorName;

/// What a wall screen lets people hear, in a real browser: its own sound is measured, and what it
/// would say is written down.
@Timeout(300)
class AlarmSoundTest {
    /// Measures what goes to the loudspeaker, and stands in for a voice, which a test machine has
    /// not.
    private static final String EARS =
            """
            window.heard = { spoken: [], tongues: [], tones: [], silenced: 0, meters: [] };
            const connect = AudioNode.prototype.connect;
            AudioNode.prototype.connect = function (target, ...more) {
                if (target instanceof AudioDestinationNode) {
                    const meter = new AnalyserNode(this.context);
                    heard.meters.push(meter);
                    connect.call(this, meter);
                }
                return connect.call(this, target, ...more);
            };
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) {
                heard.tones.push(this.frequency.value);
                return start.apply(this, when);
            };
            heard.loudness = () => Math.max(0, ...heard.meters.map((meter) => {
                const samples = new Float32Array(meter.fftSize);
                meter.getFloatTimeDomainData(samples);
                return Math.max(...samples.map(Math.abs));
            }));
            Object.defineProperty(window, "speechSynthesis", { value: {
                speak(words) {
                    heard.spoken.push(words.text);
                    heard.tongues.push(words.lang);
                    words.onend?.();
                },
                cancel() { heard.silenced++; },
            } });
            """;

    private static final String LOUD = "() => heard.loudness() > 0.05";
    private static final String SILENT = "() => heard.loudness() < 0.001";
    private static final int SECOND_MILLIS = 1_000;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final TestBoard board = new TestBoard(32);
    private final List<String> faults = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        board.desk.showGates(board.compound.east());
        page = chromium.open(Chromium.WALL, ColorScheme.LIGHT);
        page.onPageError(faults::add);
        page.addInitScript(EARS);
        page.clock().install();
        page.navigate(board.address("/sign-in?code=" + board.code("王建国")));
        page.locator("main button").click();
        assertThat(page.locator(".head .sign.good")).isVisible();
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
        assertEquals(List.of(), faults);
    }

    @Test
    void a_new_critical_alarm_sounds_and_is_spoken_until_somebody_answers() {
        turnSoundOn();
        AlarmCard panic = panic(AlarmState.RAISED);
        board.desk.showAlarms(panic);
        page.waitForFunction(LOUD);
        assertTrue(tones().containsAll(List.of("660", "990")), tones().toString());
        assertEquals(List.of("紧急警报。有人按了求助按钮。东大门 门房按钮。"), spoken());
        assertEquals(List.of("zh-CN"), list("tongues"));

        // The sound comes again, the words only when nobody answers for three minutes.
        int rung = tones().size();
        page.clock().runFor(10 * SECOND_MILLIS);
        assertTrue(tones().size() > rung);
        assertEquals(1, spoken().size());

        escalate(panic);
        page.waitForFunction("() => heard.tones.includes(880)");
        page.waitForFunction(LOUD);
        String everybody = "有人按了求助按钮。东大门 门房按钮。三分钟没有人回应。请马上处理。";
        assertEquals(everybody, spoken().getLast());
        int said = spoken().size();
        page.clock().runFor(10 * SECOND_MILLIS);
        assertEquals(said + 1, spoken().size());
        assertEquals(everybody, spoken().getLast());

        board.desk.changeAlarm(_ -> panic(AlarmState.ACKNOWLEDGED));
        assertThat(page.locator(".alarm")).containsText("还没有人去");
        page.waitForFunction("() => heard.silenced > 0");
        page.waitForFunction(SILENT);
        int tones = tones().size();
        int words = spoken().size();
        page.clock().runFor(120 * SECOND_MILLIS);
        assertEquals(tones, tones().size());
        assertEquals(words, spoken().size());
    }

    @Test
    void a_screen_whose_sound_nobody_turned_on_asks_for_it_and_says_nothing() {
        board.desk.showAlarms(panic(AlarmState.RAISED));
        assertThat(page.locator(".alarm")).containsText("有人按了求助按钮");
        assertThat(page.locator(".banner.ask")).containsText("声音");
        page.clock().runFor(30 * SECOND_MILLIS);
        assertEquals(List.of(), spoken());
        assertEquals(List.of(), tones());
    }

    /// As a volunteer does when the screen is put on the wall.
    private void turnSoundOn() {
        page.locator(".banner.ask").click();
        page.waitForFunction("() => heard.tones.length === 1");
        assertThat(page.locator(".banner.ask")).hasCount(0);
        page.waitForFunction(SILENT);
    }

    private AlarmCard panic(AlarmState state) {
        AlarmCard raised =
                board.compound.alarm(
                        7, AlarmKind.PANIC, AlarmSource.of(Compound.NORTH_DOOR), "门房按钮", null);
        return state == AlarmState.RAISED
                ? raised
                : ScriptedDesk.inState(raised, state, new OperatorName("王建国"));
    }

    private void escalate(AlarmCard first) {
        for (int seconds : new int[] {0, 60, 180}) {
            board.alarms.calls.tick(first.heardAt().plus(Duration.ofSeconds(seconds)));
        }
        assertThat(page.locator(".alarm")).hasAttribute("data-step", "EVERYONE");
    }

    private List<String> spoken() {
        return list("spoken");
    }

    private List<String> tones() {
        return list("tones");
    }

    private List<String> list(String name) {
        return ((List<?>) page.evaluate("() => heard." + name + ".map(String)"))
                .stream().map(String::valueOf).toList();
    }
}
