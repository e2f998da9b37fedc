package org.menfang.vocabulary;

/// The name of an access profile: which access points, in which schedules.
///
/// @param value see {@link Name} for its form
public record AccessProfileId(String value) implements Comparable<AccessProfileId> {
    public AccessProfileId {
        Name.check("access-profile", value);
    }

    @Override
    public int compareTo(AccessProfileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
