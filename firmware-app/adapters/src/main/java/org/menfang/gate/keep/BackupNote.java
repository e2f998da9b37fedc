package org.menfang.gate.keep;

import java.time.Instant;

/// What a backup says of itself.
///
/// @param format {@link #FORMAT}
/// @param version of the program that made it
/// @param madeAt the moment whose state it holds, by the gate's wall clock
public record BackupNote(String format, String version, Instant madeAt) {
    static final String FORMAT = "menfang-gate-backup-1";
}
