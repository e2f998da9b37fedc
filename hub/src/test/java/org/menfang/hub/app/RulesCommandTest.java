package org.menfang.hub.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.trust.Trust;
import org.menfang.rules.PinHash;
import org.menfang.rules.PinHashes;
import org.menfang.rules.SecretKey;
import org.menfang.tag.DiversifiedKeys;
import org.menfang.tag.TagKey;
import org.menfang.tag.TagUid;

class RulesCommandTest {
    private static final String KEY = "AB".repeat(32);
    @TempDir private Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void rules_are_published_and_listed() throws IOException {
        Trust.open(folder.resolve("trust"), List.of("localhost"), InstantSource.system());
        assertEquals(ExitStatus.FINE, publish(7));
        assertEquals(ExitStatus.FINE, publish(8));
        assertEquals(ExitStatus.FINE, rules("list", "--compound", "elm-lane", "--data", data()));
        assertTrue(out.toString().startsWith("8\t"), out.toString());
    }

    @Test
    void what_is_not_newer_or_bad_is_78() throws IOException {
        Trust.open(folder.resolve("trust"), List.of("localhost"), InstantSource.system());
        assertEquals(ExitStatus.FINE, publish(7));
        assertEquals(ExitStatus.BAD_FILE, publish(7));
        assertTrue(err.toString().contains("not newer than 7"), err.toString());
        assertEquals(ExitStatus.BAD_FILE, publish(0));
    }

    @Test
    void where_no_hub_ever_ran_nothing_is_published() throws IOException {
        assertEquals(ExitStatus.UNAVAILABLE, publish(7));
    }

    @Test
    void a_key_is_new_each_time() {
        rules("key");
        String first = out.toString();
        rules("key");
        assertTrue(first.strip().matches("[0-9A-F]{64}"), first);
        assertTrue(!first.equals(out.toString()));
    }

    @Test
    void a_pin_becomes_what_the_rules_file_holds_of_it() throws IOException {
        PinHash hash = new PinHashes(new SecretKey(KEY)).of("123456");
        assertEquals(ExitStatus.FINE, pin("123456\n"));
        assertEquals(
                List.of("pin        " + hash.value(), "identifier " + PinHashes.identifier(hash)),
                out.toString().lines().toList());
        for (String wrong : new String[] {"", "12345\n", "1234567\n", "12345a\n"}) {
            assertEquals(ExitStatus.WRONG_USE, pin(wrong), wrong);
        }
    }

    private int publish(long version) throws IOException {
        return rules(
                "publish",
                "--language",
                "en",
                "--rules",
                file(version).toString(),
                "--data",
                data());
    }

    @Test
    void a_card_has_a_key_of_its_own_from_the_master_key() {
        String master = "00112233445566778899AABBCCDDEEFF";
        assertEquals(ExitStatus.FINE, tag(master + "\n", "04de5f1eacc040"));
        TagKey key =
                DiversifiedKeys.of(TagKey.read(master).orElseThrow(), new TagUid("04DE5F1EACC040"));
        assertEquals(
                List.of("identifier ntag-424:04DE5F1EACC040", "tagKey     " + key.text()),
                out.toString().lines().toList());
        assertEquals(ExitStatus.WRONG_USE, tag("0011\n", "04DE5F1EACC040"));
        assertEquals(ExitStatus.WRONG_USE, tag("", "04DE5F1EACC040"));
        assertEquals(ExitStatus.WRONG_USE, tag(master, "04DE5F1EACC0"));
    }

    private int tag(String entered, String uid) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(entered.getBytes(UTF_8)));
        try {
            return rules("tag", "--tag", uid);
        } finally {
            System.setIn(before);
        }
    }

    private int pin(String entered) throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(entered.getBytes(UTF_8)));
        try {
            return rules("pin", "--rules", file(1).toString());
        } finally {
            System.setIn(before);
        }
    }

    private Path file(long version) throws IOException {
        return Files.writeString(
                folder.resolve("rules.json"),
                """
                {"compound":"elm-lane","version":%d,"schedules":[],"profiles":[],"holders":[],
                        "credentials":[],"recognition":{"pinKey":"%s","pinDigits":6}}
                """
                        .formatted(version, KEY));
    }

    private String data() {
        return folder.toString();
    }

    private int rules(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        String[] all =
                Stream.concat(Stream.of("rules"), Stream.of(arguments)).toArray(String[]::new);
        return Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
