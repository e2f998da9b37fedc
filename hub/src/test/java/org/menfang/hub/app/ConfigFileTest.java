package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.app.HubConfig.Listen;
import org.menfang.hub.app.HubConfig.Telling;
import org.menfang.hub.keep.BackupPlan;
import org.menfang.hub.keep.Retention;
import org.menfang.hub.trust.PageFiles;

class ConfigFileTest {
    @Test
    void the_example_says_the_defaults() throws IOException {
        byte[] example = Files.readAllBytes(Path.of("config/hub.yaml"));
        assertEquals(new ConfigCheck.Good(HubConfig.DEFAULT), ConfigFile.check(example));
    }

    @Test
    void everything_can_be_set() {
        HubConfig expected =
                new HubConfig(
                        new Listen("0.0.0.0", 0),
                        new Listen("10.0.0.2", 1883),
                        new Listen("0.0.0.0", 9443),
                        List.of("hub.elm-lane.example"),
                        new Listen("mqtt.elm-lane.example", 8883),
                        Duration.ofMinutes(5),
                        ZoneId.of("Asia/Urumqi"),
                        new Telling("榆树巷", "https://elm-lane.example/hub/", "/usr/bin/gammu"),
                        new Retention(120, 365),
                        new BackupPlan(
                                Path.of("/mnt/backup"), 14, true, Path.of("/etc/menfang/key")),
                        new BoardTls.Given(
                                new PageFiles(Path.of("/etc/p.pem"), Path.of("/etc/p.key"))),
                        Language.en);
        assertEquals(
                new ConfigCheck.Good(expected),
                check(
                        """
                        board:
                          address: 0.0.0.0
                          port: 0
                          link: https://elm-lane.example/hub/
                          tls: {kind: files, certificate: /etc/p.pem, key: /etc/p.key}
                        mqtt: {address: 10.0.0.2, port: 1883}
                        devices: {port: 9443}
                        names: [hub.elm-lane.example]
                        broker: {kind: external, host: mqtt.elm-lane.example, port: 8883}
                        silent-gate-after: 5m
                        zone: Asia/Urumqi
                        home-assistant: {enabled: true, language: en}
                        compound-name: 榆树巷
                        sms: {program: /usr/bin/gammu}
                        keep: {passages-days: 120, alarms-days: 365}
                        backup: {folder: /mnt/backup, key-file: /etc/menfang/key, copies: 14, pictures: true}
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{enabled: true} | zh",
                "{enabled: true, language: en} | en",
                "{enabled: false, language: en} | ",
                "true | \"home-assistant\" has to be object",
                "{language: zh} | The key \"enabled\" is missing",
                "{enabled: yes please} | \"enabled\" has to be boolean",
                "{enabled: true, language: fr} | \"language\" has to be one of zh, en",
                "{enabled: true, commands: true} | There is no key \"commands\""
            })
    void home_assistant_sees_nothing_unless_somebody_wants_it(String section, String said) {
        String found =
                switch (check("home-assistant: " + section + "\n")) {
                    case ConfigCheck.Good(HubConfig config) ->
                            config.homeAssistant() == null ? "" : config.homeAssistant().name();
                    case ConfigCheck.Bad(List<ConfigFault> faults) ->
                            faults.getFirst().describe("hub.yaml", Locale.ENGLISH);
                };
        assertTrue(said == null ? found.isEmpty() : found.contains(said), found);
    }

    @Test
    void every_fault_is_named_with_its_place() {
        assertEquals(
                """
                hub.yaml:2:9: "port" has to be integer.
                hub.yaml:3:1: There is no key "devcies" here. Did you mean "devices"?
                hub.yaml:5:9: "broker" has to be object.
                hub.yaml:6:8: "names" is outside what is allowed (minItems 1).
                hub.yaml:7:1: The key "board" stands here twice; it is in line 1 already.
                hub.yaml:8:20: "silent-gate-after" does not have the right form: soon.
                """,
                faults(
                        """
                        board:
                          port: eighty
                        devcies:
                          port: 1
                        broker: embedded
                        names: []
                        board: {}
                        silent-gate-after: soon
                        """,
                        Locale.ENGLISH));
    }

    @Test
    void what_the_schema_cannot_see_is_found_too() {
        assertEquals(
                """
                hub.yaml:1:9: A broker outside needs a host and a port.
                hub.yaml:2:20: "silent-gate-after" has to be between 10s and 24h.
                hub.yaml:3:7: There is no time zone "Asia/Shangai". Did you mean "Asia/Shanghai"?
                """,
                faults(
                        """
                        broker: {kind: external}
                        silent-gate-after: 1s
                        zone: Asia/Shangai
                        """,
                        Locale.ENGLISH));
    }

    /// Where the board listens, what stands under names, how it is encrypted, and what is said.
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, '', ''",
        "localhost, localhost, none, ''",
        "'::1', localhost, none, ''",
        "192.168.1.10, 192.168.1.10, '', Pages without TLS are for this machine only",
        "0.0.0.0, 192.168.1.10, none, Pages without TLS are for this machine only",
        "127.0.0.1.example, localhost, none, Pages without TLS are for this machine only",
        "0.0.0.0, localhost, own, 'needs, under \"names\"'",
        "0.0.0.0, 192.168.1.10, own, ''",
        "0.0.0.0, localhost, files, needs a certificate and a key"
    })
    void pages_go_beyond_this_machine_with_tls_only(
            String address, String name, String kind, String said) {
        String tls = kind.isEmpty() ? "" : ", tls: {kind: " + kind + "}";
        ConfigCheck check =
                check("board: {address: '%s'%s}\nnames: ['%s']\n".formatted(address, tls, name));
        switch (check) {
            case ConfigCheck.Good _ -> assertEquals("", said);
            case ConfigCheck.Bad(List<ConfigFault> faults) -> {
                String text = faults.getFirst().describe("hub.yaml", Locale.ENGLISH);
                assertTrue(!said.isEmpty() && text.contains(said), text);
            }
        }
    }

    @Test
    void faults_are_told_in_chinese_too() {
        assertEquals(
                "hub.yaml:1:16: “kind”只能是 embedded, external 之一。是不是“embedded”？\n",
                faults("broker: {kind: embeded}", Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void what_is_no_yaml_is_a_fault_with_a_place() {
        String fault = faults("board: {\nport: [", Locale.ENGLISH);
        assertTrue(fault.startsWith("hub.yaml:2:8: This is not a YAML text"), fault);
    }

    @Test
    void a_file_that_is_not_there_is_a_fault() {
        ConfigCheck.Bad bad =
                assertInstanceOf(
                        ConfigCheck.Bad.class, ConfigFile.check(Path.of("no-such-file.yaml")));
        assertEquals(
                "x: The file no-such-file.yaml cannot be read: NoSuchFileException.",
                bad.faults().getFirst().describe("x", Locale.ENGLISH));
    }

    private static ConfigCheck check(String text) {
        return ConfigFile.check(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String faults(String text, Locale language) {
        return assertInstanceOf(ConfigCheck.Bad.class, check(text)).faults().stream()
                .map(fault -> fault.describe("hub.yaml", language) + "\n")
                .collect(Collectors.joining());
    }
}
