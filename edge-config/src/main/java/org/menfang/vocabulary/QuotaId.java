package org.menfang.vocabulary;

/// The name of a quota.
///
/// @param value see {@link Name} for its form
public record QuotaId(String value) implements Comparable<QuotaId> {
    public QuotaId {
        Name.check("quota", value);
    }

    @Override
    public int compareTo(QuotaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
