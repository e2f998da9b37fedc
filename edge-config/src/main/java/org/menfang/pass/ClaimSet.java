package org.menfang.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.cbor.CborValue;
import org.menfang.vocabulary.Name;

/// The claims of one map, taken out one after the other. The first that is not as it should be is
/// the fault of the whole; what is taken after it only has the right type.
final class ClaimSet {
    private final CborValue.Map map;
    private @Nullable PassFault fault;
    private int taken;

    ClaimSet(CborValue.Map map) {
        this.map = map;
    }

    /// What is wrong with the claims that were taken, or that there are more than those.
    Optional<PassFault> fault() {
        if (fault == null && taken < map.entries().size()) {
            return Optional.of(PassFault.CLAIM_UNKNOWN);
        }
        return Optional.ofNullable(fault);
    }

    boolean has(long key) {
        return map.find(key).isPresent();
    }

    long number(long key, long min, long max) {
        if (take(key) instanceof CborValue.Whole whole) {
            if (whole.value() >= min && whole.value() <= max) {
                return whole.value();
            }
            refuse(PassFault.CLAIM_OUT_OF_RANGE);
        }
        refuse(PassFault.CLAIM_WRONG_TYPE);
        return min;
    }

    /// Seconds since 1970.
    Instant time(long key) {
        return Instant.ofEpochSecond(number(key, 0, Pass.TIME_MAX.getEpochSecond()));
    }

    byte[] bytes(long key, int length) {
        if (take(key) instanceof CborValue.Bytes bytes) {
            if (bytes.value().length == length) {
                return bytes.value();
            }
            refuse(PassFault.CLAIM_OUT_OF_RANGE);
        }
        refuse(PassFault.CLAIM_WRONG_TYPE);
        return new byte[length];
    }

    String name(long key) {
        return name(take(key));
    }

    /// One name and more; none where there is no such claim.
    List<String> names(long key) {
        List<String> names = new ArrayList<>();
        if (has(key)) {
            if (take(key) instanceof CborValue.Array array) {
                array.items().forEach(item -> names.add(name(item)));
            } else {
                refuse(PassFault.CLAIM_WRONG_TYPE);
            }
            if (names.isEmpty()) {
                refuse(PassFault.CLAIM_OUT_OF_RANGE);
            }
        }
        return names;
    }

    ClaimSet map(long key) {
        if (take(key) instanceof CborValue.Map inner) {
            return new ClaimSet(inner);
        }
        refuse(PassFault.CLAIM_WRONG_TYPE);
        return new ClaimSet(CborValue.Map.of());
    }

    private String name(@Nullable CborValue value) {
        if (value instanceof CborValue.Text text) {
            if (Name.isValid(text.value())) {
                return text.value();
            }
            refuse(PassFault.CLAIM_OUT_OF_RANGE);
        }
        refuse(PassFault.CLAIM_WRONG_TYPE);
        return "";
    }

    private @Nullable CborValue take(long key) {
        Optional<CborValue> value = map.find(key);
        if (value.isPresent()) {
            taken++;
        } else {
            refuse(PassFault.CLAIM_MISSING);
        }
        return value.orElse(null);
    }

    /// The first fault stands.
    private void refuse(PassFault why) {
        if (fault == null) {
            fault = why;
        }
    }
}
