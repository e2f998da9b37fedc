package org.menfang.gate.ledger;

/// Under what an entry is kept: one entry for each kind and subject.
///
/// @param kind the name of the entry's record
/// @param subject whom or what it is about
public record EntryKey(String kind, String subject) implements Comparable<EntryKey> {
    @Override
    public int compareTo(EntryKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : subject.compareTo(other.subject);
    }
}
