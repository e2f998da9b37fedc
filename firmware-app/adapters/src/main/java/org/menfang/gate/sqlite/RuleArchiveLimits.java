package org.menfang.gate.sqlite;

/// How much of old rules is kept.
///
/// @param setsMax how many sets, the one in force included
/// @param setsBytesMax how many bytes in all; the set in force is kept however large it is
/// @param pieceBytesMax how many bytes of a set go into one transaction, so that no event waits
///   long for the disk
record RuleArchiveLimits(int setsMax, long setsBytesMax, int pieceBytesMax) {
    static final RuleArchiveLimits STANDARD =
            new RuleArchiveLimits(1_000, 64L * 1024 * 1024, 256 * 1024);
}
