package org.menfang.gate.rule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Words of {@link Asking} by chance.
final class RandomWords {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-23T12:00");
    private static final List<String> SHOWN =
            List.of(
                    "card=01:0001",
                    "card=01:0002",
                    "card=01:0003",
                    "card=01:0004",
                    "card=01:0005",
                    "card=01:0006",
                    "card=02:0001",
                    "card=03:0001",
                    "card=04:0001",
                    "card=05:0001 tag=genuine:5:4",
                    "card=05:0001 tag=genuine:5:5",
                    "card=05:0001 tag=forged:5",
                    "card=06:0001",
                    "card=09:0009",
                    "assisted=h-1",
                    "assisted=h-2",
                    "pass=A1 type=PAPER_PASS opens=gate-in,stairs-in",
                    "pass=A1 type=ROTATING_PASS opens=gate-in,stairs-in code=FRESH",
                    "pass=A1 type=ROTATING_PASS code=STALE",
                    "pass=A1 type=ROTATING_PASS code=REPEATED",
                    "pass=A1 type=PAPER_PASS usesMax=2 uses=2",
                    "pass=A1 fault=FOREIGN_COMPOUND",
                    "pass=A1 fault=ISSUER_REVOKED",
                    "fault=WRONG_SIGNATURE",
                    "fault=UNKNOWN_KEY",
                    "fault=WRONG_TAG",
                    "pass=B2 type=PAPER_PASS",
                    "byPin");
    private static final List<String> PLACES =
            List.of("", "", "", "at=stairs-in", "at=gate-out", "at=stairs-out");
    private static final List<String> MORE =
            List.of(
                    "",
                    "",
                    "",
                    "",
                    "pin=RIGHT",
                    "pin=WRONG",
                    "pin=DURESS",
                    "lockedOut=true",
                    "lockedOut=false",
                    "door=BLOCKED",
                    "door=LOCKED_DOWN",
                    "level=LOCKDOWN",
                    "place=yard",
                    "place=stairs doubtful",
                    "last=2026-11-23T11:59",
                    "occupants=4",
                    "occupants=5",
                    "quota=1:1:false",
                    "quota=2:0:true",
                    "interlocked=",
                    "interlocked=south",
                    "companion=h-2",
                    "untrusted");

    private RandomWords() {}

    static String next(Random random) {
        List<String> words = new ArrayList<>();
        words.add(oneOf(random, SHOWN));
        words.add(oneOf(random, PLACES));
        words.add(oneOf(random, MORE));
        words.add(oneOf(random, MORE));
        if (random.nextBoolean()) {
            words.add("now=" + NOON.plusMinutes(random.nextInt(4_000) - 2_000L));
        }
        return String.join(" ", words);
    }

    private static String oneOf(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
