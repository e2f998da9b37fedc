package org.menfang.wire.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.menfang.wire.EventBody;

/// The name on the wire of each kind of event: `org.menfang.` and the record's name in lower case
/// with hyphens.
public final class EventTypes {
    private static final String PREFIX = "org.menfang.";

    /// Every kind that this version knows, in the order in which {@link EventBody} declares them.
    public static final List<Class<? extends EventBody>> ALL =
            Stream.of(EventBody.class.getPermittedSubclasses())
                    .filter(type -> type != EventBody.Unrecognised.class)
                    .<Class<? extends EventBody>>map(type -> type.asSubclass(EventBody.class))
                    .toList();

    private static final Map<Class<?>, String> NAMES =
            Stream.of(EventBody.class.getPermittedSubclasses())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), EventTypes::named));

    private static final Map<String, Class<? extends EventBody>> BY_NAME =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    /// The name of an event's kind.
    public static String nameOf(EventBody body) {
        return body instanceof EventBody.Unrecognised(String type) ? type : nameOf(body.getClass());
    }

    /// The name of a kind, such as `org.menfang.access-granted`.
    public static String nameOf(Class<? extends EventBody> type) {
        return Objects.requireNonNull(NAMES.get(type));
    }

    private static String named(Class<?> type) {
        return PREFIX
                + type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static Optional<Class<? extends EventBody>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
