package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.qr.QrReader;
import org.menfang.json.Json;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.PassId;

class PassCommandTest {
    private static final CompoundId ELM_LANE = new CompoundId("elm-lane");
    private static final List<AccessPointId> NORTH = List.of(new AccessPointId("north-in"));

    @TempDir Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void help_is_fine_and_wrong_use_is_64() {
        assertEquals(ExitStatus.FINE, pass("--help"));
        for (String command : new String[] {"issue", "show", "verify", "revoke", "key"}) {
            assertEquals(ExitStatus.FINE, pass(command, "--help"));
        }
        assertEquals(ExitStatus.WRONG_USE, pass("fly"));
        assertEquals(ExitStatus.WRONG_USE, pass("verify"));
        assertEquals(ExitStatus.WRONG_USE, pass("verify", "MF1:"));
        assertEquals(ExitStatus.WRONG_USE, pass("verify", "MF1:", "--compound", "Elm Lane"));
        assertEquals(
                ExitStatus.WRONG_USE,
                pass("verify", "MF1:", "--compound", "elm-lane", "--issuer", "00"));
        assertEquals(ExitStatus.WRONG_USE, withData("show", "17"));
        assertEquals(ExitStatus.WRONG_USE, issue("--uses", "0"));
        assertEquals(ExitStatus.WRONG_USE, issue("--uses", "1001"));
        assertEquals(ExitStatus.WRONG_USE, issue("--hours", "0"));
        assertEquals(ExitStatus.WRONG_USE, issue("--from", "tomorrow"));
        assertEquals(ExitStatus.WRONG_USE, issue("--zone", "Elm/Lane"));
        assertEquals(ExitStatus.WRONG_USE, issue("--access-point", "North Gate"));
        assertEquals(ExitStatus.WRONG_USE, issue("--pin"));
        assertEquals(ExitStatus.WRONG_USE, withData("issue", "--compound", "elm-lane"));
        assertEquals(ExitStatus.WRONG_USE, withData("issue", "--gate", "north"));
        assertFalse(Files.exists(folder.resolve("passes").resolve("files")));
    }

    @Test
    void an_issued_pass_is_verified_with_the_public_key_alone() throws IOException {
        assertEquals(ExitStatus.FINE, issue("--uses", "2", "--language", "en"));
        String id = told("Number: ([0-9A-F]{16})");
        assertTrue(out.toString().contains("Opens: north-in"), out.toString());
        String key = key();
        String text = file(id + ".txt");
        assertEquals(ExitStatus.FINE, verify(text, key));
        assertTrue(out.toString().contains("This pass is valid."), out.toString());
        assertEquals(
                ExitStatus.FINE,
                pass(
                        "verify",
                        "--file",
                        files().resolve(id + ".txt").toString(),
                        "--compound",
                        "elm-lane",
                        "--issuer",
                        key));
        checkRefused("UNKNOWN_KEY", verify(text, "00".repeat(31) + "01"));
        checkRefused("USED_UP", verify(text, key, "--uses", "2"));
        checkRefused("EXPIRED", verify(text, key, "--at", "2100-01-01T00:00"));
        checkRefused("EARLY", verify(text, key, "--at", "2020-01-01T00:00:00Z"));
        checkRefused("BASE45_THREE_TOO_LARGE", verify("MF1:GGW", key));
        checkRefused(
                "FOREIGN_COMPOUND",
                pass("verify", text, "--compound", "oak-court", "--issuer", key));
    }

    @Test
    void another_program_reads_the_picture_and_the_terminal() throws IOException {
        assertEquals(ExitStatus.FINE, issue("--language", "en"));
        String id = told("Number: ([0-9A-F]{16})");
        String text = file(id + ".txt");
        assertEquals(text, QrReader.read(Files.readAllBytes(files().resolve(id + ".png"))));
        List<String> lines = new ArrayList<>();
        out.toString().lines().filter(line -> line.startsWith("█")).forEach(lines::add);
        assertEquals(text, QrReader.readTerminal(lines));
        assertTrue(file(id + ".svg").startsWith("<svg "));
        assertTrue(file(id + "-slip.svg").contains(id));
        for (String name : new String[] {id + ".txt", id + ".png", id + "-slip.svg"}) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(files().resolve(name))));
        }
    }

    @Test
    void a_pass_with_digits_is_one_pass_in_all_its_forms() throws IOException {
        String rules = rules(List.of());
        assertEquals(
                ExitStatus.FINE,
                withData(
                        "issue",
                        "--pin",
                        "--rules",
                        rules,
                        "--form",
                        "paper,rotating",
                        "--language",
                        "en"));
        String id = told("Number: ([0-9A-F]{16})");
        String pin = told("PIN: ([0-9 ]{12})");
        assertTrue(out.toString().contains("Uses: 2 times"), out.toString());
        assertTrue(file(id + "-slip.svg").contains(pin));
        for (String text :
                new String[] {
                    pin, pin.replace(" ", ""), file(id + ".txt"), file(id + "-now.txt")
                }) {
            assertEquals(ExitStatus.FINE, pass("verify", text, "--rules", rules), text);
            assertTrue(out.toString().contains(id), out.toString());
        }
        String digits = pin.replace(" ", "");
        char other = digits.charAt(9) == '0' ? '1' : '0';
        checkRefused("PIN_WRONG", pass("verify", digits.substring(0, 9) + other, "--rules", rules));
    }

    @Test
    void a_picture_of_a_phone_is_stale_after_a_minute() throws IOException {
        String rules = rules(List.of());
        assertEquals(
                ExitStatus.FINE, issue("--rules", rules, "--form", "ROTATING", "--language", "en"));
        String id = told("Number: ([0-9A-F]{16})");
        assertEquals(ExitStatus.FINE, withData("show", id, "--language", "en"));
        assertTrue(out.toString().contains("give --rules"), out.toString());
        String shown = file(id + "-now.txt");
        assertEquals(shown, QrReader.read(Files.readAllBytes(files().resolve(id + "-now.png"))));
        assertEquals(ExitStatus.FINE, pass("verify", shown, "--rules", rules));
        String late = Instant.now().plusSeconds(300).toString();
        checkRefused("CODE_STALE", pass("verify", shown, "--rules", rules, "--at", late));
        String fixed = "MF1:" + shown.substring(10);
        checkRefused("CODE_MISSING", pass("verify", fixed, "--rules", rules));
    }

    @Test
    void a_pass_without_digits_says_why() throws IOException {
        String rules = rules(List.of());
        assertEquals(
                ExitStatus.WRONG_USE,
                withData("issue", "--pin", "--rules", rules, "--hours", "3", "--language", "en"));
        assertTrue(err.toString().contains("valid for other hours"), err.toString());
        assertEquals(ExitStatus.FINE, issue("--rules", rules, "--language", "en"));
        assertTrue(out.toString().contains("PIN: none: "), out.toString());
    }

    @Test
    void a_pass_that_is_taken_back_is_refused_by_the_next_rule_set() throws IOException {
        String rules = rules(List.of());
        assertEquals(ExitStatus.FINE, issue("--rules", rules, "--language", "en"));
        String id = told("Number: ([0-9A-F]{16})");
        String text = file(id + ".txt");
        assertEquals(ExitStatus.FINE, withData("revoke", id));
        String list = Files.readString(folder.resolve("passes").resolve("revoked.json"));
        assertTrue(list.contains(id), list);
        RevokedPass revoked = new RevokedPass(new PassId(id), Instant.now());
        checkRefused("REVOKED", pass("verify", text, "--rules", rules(List.of(revoked))));
    }

    @Test
    void what_is_not_there_is_69_and_what_is_damaged_is_74_or_78() throws IOException {
        String nobody = "0123456789ABCDEF";
        assertEquals(ExitStatus.UNAVAILABLE, withData("show", nobody));
        assertEquals(ExitStatus.UNAVAILABLE, withData("revoke", nobody));
        assertEquals(ExitStatus.FINE, withData("revoke", nobody, "--expires", "2100-01-01T00:00"));
        assertEquals(
                ExitStatus.STORAGE, pass("verify", "--file", "nowhere", "--compound", "elm-lane"));
        Path large = Files.write(folder.resolve("large"), new byte[5_000]);
        assertEquals(
                ExitStatus.BAD_FILE,
                pass("verify", "--file", large.toString(), "--compound", "elm-lane"));
        Path rules = Files.writeString(folder.resolve("rules.json"), "{]");
        assertEquals(ExitStatus.BAD_FILE, issue("--rules", rules.toString()));
        assertTrue(err.toString().contains("rules.json:1:"), err.toString());
        Files.writeString(folder.resolve("trust").resolve("pass-key"), "no key");
        assertEquals(ExitStatus.STORAGE, issue());
    }

    @Test
    void a_pass_is_shown_as_it_was_issued() throws IOException {
        assertEquals(ExitStatus.FINE, issue("--language", "en", "--area", "yard"));
        String id = told("Number: ([0-9A-F]{16})");
        String issued = out.toString();
        assertEquals(ExitStatus.FINE, withData("show", id, "--language", "en"));
        assertEquals(issued, out.toString());
        Path elsewhere = folder.resolve("elsewhere");
        assertEquals(ExitStatus.FINE, withData("show", id, "--out", elsewhere.toString()));
        assertTrue(Files.exists(elsewhere.resolve(id + ".png")));
    }

    private void checkRefused(String fault, int status) {
        assertEquals(ExitStatus.BAD_FILE, status);
        assertTrue(out.toString().contains("(" + fault + ")"), out.toString());
    }

    private int issue(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(0, List.of("issue", "--compound", "elm-lane"));
        if (!arguments.contains("--access-point")) {
            arguments.addAll(List.of("--access-point", "north-in"));
        }
        return withData(arguments.toArray(String[]::new));
    }

    private int verify(String text, String key, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", text, "--compound", "elm-lane", "--issuer", key));
        arguments.addAll(List.of(more));
        return pass(arguments.toArray(String[]::new));
    }

    private int withData(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return pass(all.toArray(String[]::new));
    }

    private int pass(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addFirst("pass");
        return Main.run(
                all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String told(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(out.toString());
        assertTrue(found.find(), () -> out.toString() + err);
        return found.group(1);
    }

    private String key() {
        assertEquals(ExitStatus.FINE, withData("key"));
        return out.toString().strip();
    }

    private Path files() {
        return folder.resolve("passes").resolve("files");
    }

    private String file(String name) throws IOException {
        return Files.readString(files().resolve(name)).replaceFirst("\n$", "");
    }

    /// A file with a rule set that accepts this hub's passes.
    private String rules(List<RevokedPass> revoked) throws IOException {
        SecretKey secret = new SecretKey("24".repeat(32));
        PassRules passes =
                new PassRules(
                        List.of(new PassIssuer("hub", key(), NORTH, false)),
                        revoked,
                        secret,
                        new PinPassRule(secret, NORTH, 4, 2));
        RuleSet plain = RuleSet.ofRights(ELM_LANE, 1, List.of(), List.of(), List.of(), List.of());
        RuleSet rules =
                new RuleSet(
                        plain.compound(),
                        plain.version(),
                        plain.decided(),
                        plain.gates(),
                        plain.specialDays(),
                        plain.schedules(),
                        plain.profiles(),
                        plain.holders(),
                        plain.credentials(),
                        plain.places(),
                        plain.households(),
                        plain.recognition(),
                        plain.levels(),
                        passes);
        return Files.write(folder.resolve("rules.json"), Json.write(rules)).toString();
    }
}
