package org.menfang.wire;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Sha256;

/// Makes records of the contract from a seed: valid, and as odd as they may be.
public final class RandomValues {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String[] ODD = {
        "", " ", "门", "\"", "\\", "/", "\u0000", "\n", "\u2028", "🚪", "é", "\u007f", "{", "]", "a"
    };
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Random random;

    public RandomValues(long seed) {
        random = new Random(seed);
    }

    public <T> T of(Class<T> type) {
        return type.cast(plain(type));
    }

    private @Nullable Object component(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        return plain(component.getGenericType());
    }

    private Object plain(Type type) {
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == long.class) {
            return 1 + (random.nextBoolean() ? random.nextLong(1_000) : random.nextLong(1L << 53));
        } else if (plain == int.class || plain == Integer.class) {
            return 1 + random.nextInt(Integer.MAX_VALUE);
        } else if (plain == boolean.class) {
            return random.nextBoolean();
        } else if (plain == String.class) {
            return text();
        } else if (plain == LocalDateTime.class) {
            return LocalDateTime.ofEpochSecond(
                    random.nextInt(1 << 30), random.nextInt(1_000) * 1_000_000, ZoneOffset.UTC);
        } else if (plain == Boolean.class) {
            return random.nextBoolean();
        } else if (plain == Long.class) {
            return 1L + random.nextLong(1L << 53);
        } else if (plain == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(LATEST.toEpochMilli()));
        } else if (plain.isEnum()) {
            return oneOf(List.of(plain.getEnumConstants()));
        } else if (plain.isInterface()) {
            return plain((Type) oneOf(List.of(plain.getPermittedSubclasses())));
        }
        return special(plain);
    }

    private Object special(Class<?> type) {
        if (type == CommandId.class) {
            return new CommandId("c-" + name(6, 60));
        } else if (type == CredentialIdentifier.class) {
            return new CredentialIdentifier(
                    name(1, 30)
                            + ":"
                            + Integer.toHexString(random.nextInt()).toUpperCase(Locale.ROOT));
        } else if (type == OperatorName.class) {
            return new OperatorName("王" + name(0, 30) + "🚪\"");
        } else if (type == PassId.class) {
            return new PassId("%016X".formatted(random.nextLong()));
        } else if (type == Sha256.class) {
            return Sha256.of(text());
        } else if (type == WeeklySchedule.Period.class) {
            int from = random.nextInt(1439);
            return new WeeklySchedule.Period(
                    List.of(), from, from + 1 + random.nextInt(1440 - from));
        } else if (type == Credential.class) {
            Instant from = Instant.ofEpochSecond(60L * random.nextInt(1 << 25));
            return Credential.card(
                    of(CredentialIdentifier.class),
                    of(HolderId.class),
                    of(CredentialStatus.class),
                    random.nextBoolean() ? from : null,
                    random.nextBoolean() ? from.plusSeconds(60) : null);
        }
        return record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean named = type.getPackageName().equals("org.menfang.vocabulary");
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = named && types[i] == String.class ? name(1, 32) : component(components[i]);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private List<Object> list(Type element) {
        List<Object> list = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            list.add(plain(element));
        }
        return list;
    }

    private String name(int min, int max) {
        StringBuilder name = new StringBuilder();
        for (int n = min + random.nextInt(max - min + 1); n > 0; n--) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.append(ODD[random.nextInt(ODD.length)]);
        }
        return text.toString();
    }

    private Object oneOf(List<?> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
