package org.menfang.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.Samples;

class MalformedTest {
    private static final String EVENT = EventJson.write(Samples.events().getFirst(), Sha256.ZERO);
    private static final String COMMAND =
            new String(CommandJson.write(Samples.commands().getFirst()), UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "seq":4700                     | "seq":4700.0
                    "seq":4700                     | "seq":47e2
                    "seq":4700                     | "seq":"4700"
                    "seq":4700                     | "seq":-1
                    "seq":4700                     | "seq":0
                    "seq":4700                     | "seq":99999999999999999999
                    "seq":4700                     | "seq":null
                    "seq":4700                     | "seq":true
                    "seq":4700                     | "seq":4701
                    "seq":4700,                    | ''
                    "boot":3                       | "boot":0
                    "boot":3,                      | ''
                    "timetrust":"TRUSTED"          | "timetrust":0
                    "timetrust":"TRUSTED"          | "timetrust":"trusted"
                    "timetrust":"TRUSTED"          | "timetrust":""
                    "timetrust":"TRUSTED",         | ''
                    "2026-11-22T00:00:00.125Z"     | 1763769600
                    "2026-11-22T00:00:00.125Z"     | "2026-11-31T00:00:00Z"
                    "2026-11-22T00:00:00.125Z"     | "+1000000000-12-31T23:59:59Z"
                    "2026-11-22T00:00:00.125Z"     | "2026-11-22T08:00:00+08:00"
                    "specversion":"1.0"            | "specversion":"0.3"
                    "specversion":"1.0"            | "specversion":1.0
                    "id":"main/events/4700"        | "id":"main/events/1"
                    "id":"main/events/4700",       | ''
                    "source":"/menfang/xingfu-li/main" | "source":"/menfang/xingfu-li"
                    "source":"/menfang/xingfu-li/main" | "source":"/menfang/xingfu-li/../main"
                    "source":"/menfang/xingfu-li/main" | "source":"/menfang/Xingfu Li/main"
                    "stream":"events"              | "stream":"EVENTS"
                    "stream":"events"              | "stream":"states"
                    "prevhash":"00                 | "prevhash":"0
                    "prevhash":"00                 | "prevhash":"G0
                    "door":"north-gate",           | ''
                    "door":"north-gate"            | "door":null
                    "door":"north-gate"            | "door":["north-gate"]
                    "door":"north-gate"            | "door":{"value":"north-gate"}
                    "door":"north-gate"            | "door":17
                    "door":"north-gate"            | "door":"../../etc/passwd"
                    "door":"north-gate"            | "door":""
                    "picture":4711                 | "picture":0
                    "picture":4711                 | "picture":"4711"
                    "data":{                       | "data":7,"more":{
                    "data":{                       | "data":null,"more":{
                    "data":{                       | "more":{
                    "seq":4700                     | "seq":4700,"seq":4700
                    "door":"north-gate"            | "door":"north-gate","door":"north-gate"
                    "holder":"h-017"               | "holder":"h\\ud800"
                    "boot":3                       | "boot":3,"note":"half \\udc00 a pair"
                    "boot":3                       | "boot":3,"note":"\\ud83dx"
                    "boot":3                       | "boot":NaN
                    "boot":3                       | "boot":03
                    "boot":3                       | /* three */ "boot":3
                    "boot":3                       | 'boot':3
                    """)
    void an_event_that_breaks_the_contract_is_malformed(String part, String instead) {
        assertMalformed(EventJson.read(replaced(EVENT, part, instead)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "order":"act-on-door"  | "order":"open-everything"
                    "order":"act-on-door"  | "order":null
                    "order":"act-on-door", | ''
                    "act":"ACCESS"         | "act":"access"
                    "act":"ACCESS"         | "act":0
                    ,"act":"ACCESS"        | ''
                    "boot":3               | "boot":"3"
                    "boot":3,              | ''
                    "by":"王阿姨"             | "by":""
                    "by":"王阿姨"             | "by":"a\\nb"
                    "by":"王阿姨",            | ''
                    "expiresAtUptimeMillis":86415000 | "expiresAtUptimeMillis":8.6415e7
                    "id":"0f8f             | "id":"../0f8f
                    "data":{               | "data":[],"more":{
                    """)
    void a_command_that_breaks_the_contract_is_malformed(String part, String instead) {
        assertMalformed(CommandJson.read(replaced(COMMAND, part, instead)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"text\"",
                "[]",
                "[[]]",
                "[null]",
                "{}",
                "{}{}",
                "{} x",
                "[1,2",
                "{\"a\":1,}",
                "true",
                "\u0000"
            })
    void what_is_no_message_at_all_is_malformed(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        assertMalformed(EventJson.read(bytes));
        assertMalformed(CommandJson.read(bytes));
        assertMalformed(Json.parse(bytes, Acknowledgement.class));
        assertMalformed(Json.parse(bytes, GateState.class));
        assertMalformed(Json.parse(bytes, GateLife.class));
        assertMalformed(Json.parse(bytes, RuleSet.class));
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        assertMalformed(EventJson.read(EVENT.getBytes(StandardCharsets.UTF_16)));
        assertMalformed(EventJson.read(EVENT.getBytes(StandardCharsets.UTF_16LE)));
        byte[] bytes = EVENT.replace("h-017", "h~017").getBytes(UTF_8);
        bytes[EVENT.indexOf("h-017") + 1] = (byte) 0xC0;
        assertMalformed(EventJson.read(bytes));
        assertMalformed(Json.parse(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}));
    }

    @Test
    void a_message_that_is_too_long_is_malformed() {
        assertMalformed(Json.parse(new byte[Json.DOCUMENT_BYTES_MAX + 1]));
        String name = "x".repeat(100_000);
        assertMalformed(Json.parse(("{\"" + name + "\":1}").getBytes(UTF_8)));
        assertMalformed(Json.parse(("\"" + name + "\"").getBytes(UTF_8)));
        assertMalformed(Json.parse("9".repeat(100).getBytes(UTF_8)));
    }

    @Test
    void a_message_that_is_too_deep_is_malformed() {
        for (String bracket : new String[] {"[", "{\"a\":"}) {
            assertMalformed(Json.parse(bracket.repeat(100_000).getBytes(UTF_8)));
        }
    }

    @Test
    void a_batch_with_too_many_events_or_one_bad_one_is_malformed() {
        String many = String.join(",", Collections.nCopies(EventJson.BATCH_EVENTS_MAX + 1, EVENT));
        assertMalformed(EventJson.read(("[" + many + "]").getBytes(UTF_8)));
        assertMalformed(EventJson.read(("[" + EVENT + ",{}]").getBytes(UTF_8)));
    }

    @Test
    void a_list_without_a_value_is_malformed() {
        String state = new String(Json.write(Samples.gateState()), UTF_8);
        assertMalformed(
                Json.parse(replaced(state, "\"lamps\":[", "\"lamps\":[null,"), GateState.class));
        assertMalformed(Json.parse(replaced(state, "\"lamps\":", "\"lamp\":"), GateState.class));
        assertMalformed(
                Json.parse(replaced(state, "\"fire\":false", "\"fire\":0"), GateState.class));
    }

    private static byte[] replaced(String text, String part, String instead) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException(part + " is not in " + text);
        }
        return text.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead))
                .getBytes(UTF_8);
    }

    private static void assertMalformed(Parsed<?> parsed) {
        assertInstanceOf(Parsed.Malformed.class, parsed);
    }
}
