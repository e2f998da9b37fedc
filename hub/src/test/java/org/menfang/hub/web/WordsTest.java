package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.hub.accounts.PasswordRule;
import org.menfang.hub.board.Board;
import org.menfang.hub.decision.Decision;
import org.menfang.hub.decision.DecisionKind;
import org.menfang.hub.decision.Vote;
import org.menfang.hub.household.VisitPlan;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.notify.WayKind;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Problem;
import org.menfang.hub.people.Assistance;
import org.menfang.hub.people.CareEntry;
import org.menfang.hub.people.PeopleEntry;
import org.menfang.hub.rights.Body;
import org.menfang.hub.rights.GraveCase;
import org.menfang.hub.rights.GraveKind;
import org.menfang.hub.rights.Right;
import org.menfang.hub.rights.Role;
import org.menfang.hub.roster.HandOverKind;
import org.menfang.hub.roster.Shift;
import org.menfang.hub.roster.Side;
import org.menfang.hub.round.How;
import org.menfang.hub.round.RoundApi;
import org.menfang.hub.round.SentAct;
import org.menfang.hub.round.VolunteerPoints;
import org.menfang.hub.web.view.EventView;
import org.menfang.hub.web.view.GateNames;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DeviceKind;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.Priority;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;

class WordsTest {
    private static final Path WORDS = Path.of("src/main/resources/org/menfang/hub/web/words");
    private static final Pattern ENTRY =
            Pattern.compile("^ {2}\"([^\"]+)\": \"((?:[^\"\\\\]|\\\\.)*)\",?$", Pattern.MULTILINE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern USED = Pattern.compile("[\"`]([a-z]+(?:\\.[\\w-]+)+)[\"`]");

    private record Entry(String key, String text) {}

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        assertEquals(keys("zh"), keys("en"));
    }

    @Test
    void a_text_has_the_same_places_to_fill_in_in_both_languages() throws IOException {
        List<Entry> zh = entries("zh");
        List<Entry> en = entries("en");
        for (int i = 0; i < zh.size(); i++) {
            assertEquals(zh.get(i).key(), en.get(i).key());
            assertEquals(placeholders(zh.get(i)), placeholders(en.get(i)), zh.get(i).key());
        }
    }

    @Test
    void no_text_is_empty_and_every_chinese_text_has_chinese_signs() throws IOException {
        for (Entry entry : entries("zh")) {
            assertTrue(
                    entry.text().codePoints().anyMatch(Character::isIdeographic)
                            || entry.key().equals("age.seconds"),
                    entry.toString());
        }
        for (Entry entry : entries("en")) {
            assertFalse(entry.text().isBlank(), entry.key());
            assertFalse(
                    entry.text().codePoints().anyMatch(Character::isIdeographic), entry.toString());
        }
    }

    @Test
    void every_file_of_words_is_read() throws IOException {
        for (String language : List.of("zh", "en")) {
            try (Stream<Path> there = Files.walk(WORDS)) {
                Set<String> files = new TreeSet<>();
                there.filter(Files::isRegularFile)
                        .map(file -> WORDS.relativize(file).toString())
                        .filter(file -> file.startsWith(language))
                        .forEach(files::add);
                assertEquals(new TreeSet<>(files(language)), files);
            }
        }
    }

    @Test
    void every_key_that_the_pages_name_is_there() throws IOException {
        Set<String> known = keys("zh");
        Set<String> roots = new TreeSet<>();
        known.forEach(key -> roots.add(key.substring(0, key.indexOf('.'))));
        for (String source : sources()) {
            Matcher used = USED.matcher(source);
            while (used.find()) {
                String key = used.group(1);
                if (roots.contains(key.substring(0, key.indexOf('.')))) {
                    assertTrue(known.contains(key), key);
                }
            }
        }
    }

    @Test
    void every_word_of_the_vocabulary_has_a_text() throws IOException {
        Set<String> known = keys("zh");
        check(known, "alarm.", AlarmKind.values());
        check(known, "alarm.priority.", Priority.values());
        check(known, "alarm.state.", AlarmState.values());
        check(known, "deny.", DenyReason.values());
        check(known, "outcome.", CommandOutcome.values());
        check(known, "door.mode.", DoorMode.values());
        check(known, "door.phase.", DoorPhase.values());
        check(known, "lamp.", LampLight.values());
        check(known, "gate.clock.", TimeTrust.values());
        check(known, "notify.kind.", WayKind.values());
        check(known, "notify.how.", WayKind.values());
        check(known, "notify.address.", WayKind.values());
        check(known, "notify.state.", WayHealth.State.values());
        check(known, "ways.state.", WayHealth.State.values());
        check(known, "notify.failure.", Failure.values());
        for (String prefix :
                List.of(
                        "level.",
                        "level.means.",
                        "level.set.",
                        "level.ask.",
                        "event.level-changed.")) {
            check(known, prefix, SiteLevel.values());
        }
        check(known, "event.time-trust-changed.", TimeTrust.values());
        check(known, "people.kind.", HolderKind.values());
        check(known, "people.help.", Assistance.values());
        check(known, "people.care.by.", CareEntry.AskedBy.values());
        check(known, "household.plan.", VisitPlan.values());
        check(known, "people.device.", DeviceKind.values());
        check(known, "people.forget.", PeopleEntry.Reason.values());
        check(known, "people.card.type.", CredentialClass.values());
        check(known, "people.card.status.", CredentialStatus.values());
        check(known, "rights.kind.", GraveKind.values());
        check(known, "rights.state.", GraveCase.State.values());
        check(known, "rights.role.", Role.values());
        check(known, "rights.right.", Right.values());
        check(known, "rights.body.", Body.values());
        check(known, "rights.decision.kind.", DecisionKind.values());
        check(known, "rights.decision.state.", Decision.State.values());
        check(known, "rights.decision.vote.", Vote.values());
    }

    @Test
    void every_word_of_patrol_has_a_text() throws IOException {
        Set<String> known = keys("zh");
        check(known, "patrol.day.", DayOfWeek.values());
        check(known, "patrol.shift.", Shift.values());
        check(known, "duty.shift.", Shift.values());
        check(known, "patrol.side.", Side.values());
        check(known, "patrol.item.", HandOverKind.values());
        check(known, "patrol.how.", How.values());
        check(known, "patrol.how.is.", How.values());
        check(known, "patrol.round.", RoundApi.State.values());
        check(known, "said.patrol.", SentAct.Kind.values());
        for (VolunteerPoints.Deed deed : VolunteerPoints.Deed.values()) {
            String key = "patrol.points." + deed.name().toLowerCase(Locale.ROOT);
            assertTrue(known.contains(key), key);
        }
    }

    @Test
    void every_kind_of_event_has_a_sentence() throws IOException {
        Set<String> known = keys("zh");
        Compound compound = new Compound(Clock.systemUTC());
        SampleEvents.all().stream()
                .map(body ->
                        EventView.of(
                                compound.logged(1, body, null, ""), new GateNames(Board.EMPTY)))
                .map(EventView::type)
                .filter(type -> !type.equals("from-the-future"))
                .forEach(type ->
                        assertTrue(
                                known.stream().anyMatch(key -> key.startsWith("event." + type)),
                                type));
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void every_problem_says_what_to_do_in_both_languages(Problem problem) {
        Words words = new Words();
        for (Language language : Language.values()) {
            assertFalse(words.text(language, problem.titleKey()).isBlank());
            assertFalse(words.text(language, problem.detailKey()).isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(value = PasswordRule.class, mode = EnumSource.Mode.EXCLUDE, names = "KEPT")
    void every_rule_for_passwords_has_a_text(PasswordRule rule) {
        assertFalse(new Words().text(Language.ZH, "account.password." + rule).isBlank());
    }

    private static void check(Set<String> known, String prefix, Enum<?>[] values) {
        for (Enum<?> value : values) {
            assertTrue(known.contains(prefix + value.name()), prefix + value.name());
        }
    }

    private static Set<String> placeholders(Entry entry) {
        Set<String> found = new TreeSet<>();
        Matcher places = PLACEHOLDER.matcher(entry.text());
        while (places.find()) {
            found.add(places.group());
        }
        return found;
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        entries(language).forEach(entry -> assertTrue(keys.add(entry.key()), entry.key()));
        return keys;
    }

    private static List<Entry> entries(String language) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String file : files(language)) {
            ENTRY.matcher(Files.readString(WORDS.resolve(file)))
                    .results()
                    .forEach(match -> entries.add(new Entry(match.group(1), match.group(2))));
        }
        return entries;
    }

    private static List<String> files(String language) {
        List<String> files = new ArrayList<>(List.of(language + ".json"));
        Words.AREAS.forEach(area -> files.add(language + "/" + area + ".json"));
        return files;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> frontend = Files.walk(Path.of("src/main/frontend"));
                Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : Stream.concat(frontend, templates).toList()) {
                if (file.toString().matches(".*\\.(tsx?|jte)")) {
                    texts.add(Files.readString(file));
                }
            }
            return texts;
        }
    }
}
