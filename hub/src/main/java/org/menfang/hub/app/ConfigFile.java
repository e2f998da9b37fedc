package org.menfang.hub.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.app.HubConfig.Listen;
import org.menfang.hub.app.HubConfig.Telling;
import org.menfang.hub.keep.BackupPlan;
import org.menfang.hub.keep.Retention;
import org.menfang.json.Json;
import org.menfang.json.JsonSchema;
import org.menfang.json.Located;
import org.menfang.json.SchemaFault;
import org.menfang.json.TextPlace;
import org.menfang.json.Yaml;
import org.menfang.json.YamlText;
import org.menfang.text.Spelling;

/// Reads a configuration file, and names every fault in it.
final class ConfigFile {
    private static final Duration SILENT_MIN = Duration.ofSeconds(10);
    private static final Duration SILENT_MAX = Duration.ofHours(24);

    private final List<ConfigFault> faults = new ArrayList<>();

    private ConfigFile() {}

    static ConfigCheck check(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return check(in.readNBytes(Yaml.DOCUMENT_BYTES_MAX + 1));
        } catch (IOException e) {
            return new ConfigCheck.Bad(
                    List.of(
                            ConfigFault.ofFile(
                                    "file-unreadable",
                                    String.valueOf(file.getFileName()),
                                    e.getClass().getSimpleName())));
        }
    }

    static ConfigCheck check(byte[] utf8) {
        return switch (Yaml.read(utf8)) {
            case YamlText.Unreadable(TextPlace place, YamlText.Problem problem, String detail) ->
                    new ConfigCheck.Bad(
                            List.of(ConfigFault.at(place, "not-readable", problem + " " + detail)));
            case YamlText.Tree tree -> new ConfigFile().check(tree);
        };
    }

    private ConfigCheck check(YamlText.Tree tree) {
        for (YamlText.Repeated again : tree.repeated()) {
            Located.Text key = again.second().key();
            faults.add(
                    ConfigFault.at(
                            key.place(),
                            "repeated-key",
                            key.value(),
                            Integer.toString(again.first().line())));
        }
        if (!(tree.root() instanceof Located.Mapping root)) {
            faults.add(ConfigFault.at(tree.root().place(), "not-a-section"));
            return new ConfigCheck.Bad(faults);
        }
        schema().check(root).forEach(fault -> add(fault, root));
        HubConfig config = faults.isEmpty() ? read(root) : HubConfig.DEFAULT;
        return faults.isEmpty() ? new ConfigCheck.Good(config) : new ConfigCheck.Bad(inOrder());
    }

    private List<ConfigFault> inOrder() {
        return faults.stream()
                .sorted(Comparator.comparing(fault -> fault.place().orElse(TextPlace.START)))
                .toList();
    }

    private static JsonSchema schema() {
        try (InputStream in = ConfigFile.class.getResourceAsStream("hub.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("hub.schema.json is not packaged");
            }
            return JsonSchema.of(Json.parse(in.readAllBytes()).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says what the schema found in the words of this file.
    private void add(SchemaFault fault, Located.Mapping root) {
        Located value = follow(root, fault.path());
        String name = fault.path().isEmpty() ? "" : fault.path().getLast();
        String property = fault.property().orElse("");
        String allowed = String.join(", ", fault.allowed());
        switch (fault.keyword()) {
            case "additionalProperties" ->
                    faults.add(
                            ConfigFault.at(placeOf(value, property), "unknown-key", property)
                                    .guessing(Spelling.nearest(property, fault.allowed())));
            case "required" -> faults.add(ConfigFault.at(value.place(), "missing-key", property));
            case "type" -> faults.add(ConfigFault.at(value.place(), "wrong-type", name, allowed));
            case "enum" ->
                    faults.add(
                            ConfigFault.at(value.place(), "not-allowed", name, allowed)
                                    .guessing(Spelling.nearest(textOf(value), fault.allowed())));
            case "pattern" ->
                    faults.add(ConfigFault.at(value.place(), "bad-form", name, textOf(value)));
            default ->
                    faults.add(
                            ConfigFault.at(
                                    value.place(),
                                    "out-of-bounds",
                                    name,
                                    fault.keyword(),
                                    allowed));
        }
    }

    private static Located follow(Located root, List<String> path) {
        Located value = root;
        for (String step : path) {
            if (value instanceof Located.Mapping mapping) {
                value = mapping.find(step).map(Located.Entry::value).orElse(value);
            } else if (value instanceof Located.Sequence sequence) {
                value = sequence.elements().get(Integer.parseInt(step));
            }
        }
        return value;
    }

    private static TextPlace placeOf(Located section, String key) {
        return section instanceof Located.Mapping mapping
                ? mapping.find(key).map(entry -> entry.key().place()).orElse(section.place())
                : section.place();
    }

    private HubConfig read(Located.Mapping root) {
        HubConfig usual = HubConfig.DEFAULT;
        return new HubConfig(
                listen(root, "board", usual.board()),
                listen(root, "mqtt", usual.mqtt()),
                listen(root, "devices", usual.devices()),
                find(root, "names").map(ConfigFile::texts).orElse(usual.names()),
                externalBroker(root),
                find(root, "silent-gate-after")
                        .map(this::silentAfter)
                        .orElse(usual.silentGateAfter()),
                find(root, "zone").map(this::zone).orElse(usual.zone()),
                telling(root, usual.telling()),
                retention(root),
                backup(root),
                new BoardTlsReader(faults).read(root),
                homeAssistant(root));
    }

    private static @Nullable Language homeAssistant(Located.Mapping root) {
        return find(root, "home-assistant")
                .filter(section -> isTrue(section, "enabled"))
                .map(section -> find(section, "language"))
                .map(language -> language.map(ConfigFile::textOf).map(Language::valueOf))
                .map(language -> language.orElse(Language.zh))
                .orElse(null);
    }

    private static boolean isTrue(Located section, String key) {
        return find(section, key)
                .filter(value -> value instanceof Located.Truth truth && truth.value())
                .isPresent();
    }

    private static Telling telling(Located.Mapping root, Telling usual) {
        return new Telling(
                find(root, "compound-name").map(ConfigFile::textOf).orElse(usual.compoundName()),
                find(root, "board")
                        .flatMap(board -> find(board, "link"))
                        .map(ConfigFile::textOf)
                        .orElse(usual.link()),
                find(root, "sms")
                        .flatMap(sms -> find(sms, "program"))
                        .map(ConfigFile::textOf)
                        .orElse(usual.smsProgram()));
    }

    private static Retention retention(Located.Mapping root) {
        Optional<Located> keep = find(root, "keep");
        return new Retention(
                number(keep, "passages-days", Retention.PASSAGE_DAYS_MIN),
                number(keep, "alarms-days", Retention.ALARM_DAYS_MIN));
    }

    private static @Nullable BackupPlan backup(Located.Mapping root) {
        Optional<Located> backup = find(root, "backup");
        return backup.map(section ->
                        new BackupPlan(
                                Path.of(textOf(section, "folder")),
                                number(backup, "copies", BackupPlan.COPIES_DEFAULT),
                                isTrue(section, "pictures"),
                                Path.of(textOf(section, "key-file"))))
                .orElse(null);
    }

    static String textOf(Located section, String key) {
        return find(section, key).map(ConfigFile::textOf).orElse("");
    }

    private static int number(Optional<Located> section, String key, int usual) {
        return section.flatMap(value -> find(value, key)).map(ConfigFile::numberOf).orElse(usual);
    }

    private static Listen listen(Located.Mapping root, String key, Listen usual) {
        Optional<Located> section = find(root, key);
        return new Listen(
                section.flatMap(value -> find(value, "address"))
                        .map(ConfigFile::textOf)
                        .orElse(usual.address()),
                section.flatMap(value -> find(value, "port"))
                        .map(ConfigFile::numberOf)
                        .orElse(usual.port()));
    }

    private @Nullable Listen externalBroker(Located.Mapping root) {
        Optional<Located> broker = find(root, "broker");
        boolean external =
                broker.flatMap(value -> find(value, "kind"))
                        .filter(kind -> textOf(kind).equals("external"))
                        .isPresent();
        if (!external || broker.isEmpty()) {
            return null;
        }
        Optional<Located> host = find(broker.get(), "host");
        Optional<Located> port = find(broker.get(), "port");
        if (host.isEmpty() || port.isEmpty()) {
            faults.add(ConfigFault.at(broker.get().place(), "external-without-host"));
            return null;
        }
        return new Listen(textOf(host.get()), numberOf(port.get()));
    }

    private Duration silentAfter(Located value) {
        String text = textOf(value);
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        Duration duration =
                switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                };
        if (duration.compareTo(SILENT_MIN) < 0 || duration.compareTo(SILENT_MAX) > 0) {
            faults.add(
                    ConfigFault.at(
                            value.place(),
                            "duration-out-of-bounds",
                            "silent-gate-after",
                            SILENT_MIN.toSeconds() + "s",
                            SILENT_MAX.toHours() + "h"));
        }
        return duration;
    }

    private ZoneId zone(Located value) {
        String text = textOf(value);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            faults.add(
                    ConfigFault.at(value.place(), "unknown-zone", text)
                            .guessing(Spelling.nearest(text, ZoneId.getAvailableZoneIds())));
            return HubConfig.DEFAULT.zone();
        }
    }

    static Optional<Located> find(Located section, String key) {
        return section instanceof Located.Mapping mapping
                ? mapping.find(key).map(Located.Entry::value)
                : Optional.empty();
    }

    static List<String> texts(Located value) {
        return value instanceof Located.Sequence sequence
                ? sequence.elements().stream().map(ConfigFile::textOf).toList()
                : List.of();
    }

    private static int numberOf(Located value) {
        return value instanceof Located.WholeNumber number ? (int) number.value() : 0;
    }

    static String textOf(Located value) {
        return switch (value) {
            case Located.Text text -> text.value();
            case Located.WholeNumber number -> Long.toString(number.value());
            case Located.Fraction fraction -> Double.toString(fraction.value());
            case Located.Truth truth -> Boolean.toString(truth.value());
            case Located.Nothing _, Located.Mapping _, Located.Sequence _ -> "";
        };
    }
}
