package org.menfang.gate.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The arguments of {@link RunCommand}, read without the library for command lines.
///
/// That library takes a third of the time in which a gate starts: its classes are too old for the
/// cache from which all others come. So what a service manager asks for is read here, and
/// everything else, and every mistake, is left to the library.
final class RunArguments {
    private static final String COMMAND = "run";
    private static final char ASSIGNED = '=';

    private RunArguments() {}

    /// What can be asked for. Each is followed by its value, or joined to it.
    enum Name {
        SITE("--site"),
        DATA("--data"),
        HARDWARE("--hardware"),
        ENROL("--enrol"),
        WATCHDOG("--watchdog"),
        LANGUAGE("--language");

        private final String typed;

        Name(String typed) {
            this.typed = typed;
        }

        /// As it is typed.
        String typed() {
            return typed;
        }

        static Optional<Name> of(String typed) {
            return Arrays.stream(values()).filter(name -> name.typed.equals(typed)).findFirst();
        }
    }

    /// What is to be run; empty where somebody else has to read it.
    static Optional<Wiring.Request> read(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals(COMMAND)) {
            return Optional.empty();
        }
        return values(Arrays.asList(arguments).subList(1, arguments.length))
                .flatMap(RunArguments::request);
    }

    /// Empty if anything is not as simple as can be.
    private static Optional<Map<Name, String>> values(List<String> words) {
        Map<Name, String> values = new EnumMap<>(Name.class);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            int end = word.indexOf(ASSIGNED);
            Optional<Name> name = Name.of(end < 0 ? word : word.substring(0, end));
            if (end < 0) {
                at++;
            }
            String value = at < words.size() ? words.get(at).substring(end + 1) : "";
            boolean plain = !value.isEmpty() && value.charAt(0) != '-' && !isQuoted(value);
            if (name.isEmpty() || !plain || values.put(name.get(), value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean isQuoted(String value) {
        return value.indexOf('"') >= 0 || value.indexOf('\'') >= 0;
    }

    private static Optional<Wiring.Request> request(Map<Name, String> values) {
        String site = values.get(Name.SITE);
        String data = values.get(Name.DATA);
        Optional<Language> language = language(values.get(Name.LANGUAGE));
        if (site == null || data == null || language.isEmpty()) {
            return Optional.empty();
        }
        String hardware = values.get(Name.HARDWARE);
        String watchdog = values.get(Name.WATCHDOG);
        try {
            return Optional.of(
                    new Wiring.Request(
                            Path.of(site),
                            Path.of(data),
                            () -> HardwareChoice.choose(hardware),
                            values.get(Name.ENROL),
                            watchdog == null ? null : Path.of(watchdog),
                            language.get()));
        } catch (InvalidPathException e) {
            // Who reads it next says what is wrong with it.
            return Optional.empty();
        }
    }

    private static Optional<Language> language(@Nullable String typed) {
        return typed == null
                ? Optional.of(Language.ofSystem())
                : Arrays.stream(Language.values())
                        .filter(language -> language.name().equals(typed))
                        .findFirst();
    }
}
