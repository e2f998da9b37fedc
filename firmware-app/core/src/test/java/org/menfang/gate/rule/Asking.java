package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Samples;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.PinCheck;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Grounds;

/// An inquiry in words, and tables of such inquiries with what a rule says to each.
///
/// The words: `at=gate-in card=01:0001 assisted=h-1 now=2026-11-23T12:00 passed=… untrusted
/// type=PIN pin=RIGHT lockedOut=true tag=genuine:5:4 door=BLOCKED level=LOCKDOWN companion=h-2`,
/// and of a pass `pass=A1 fault=… kind=VISITOR opens=gate-in from=… until=… usesMax=2 uses=1
/// code=FRESH`. What is not said is usual: a Monday at noon, `gate-in`, a clock that is trusted.
/// The compound's clock shows UTC.
final class Asking {
    private static final String NOW = "2026-11-23T12:00";
    static final List<String> CLOCKS =
            List.of(
                    "",
                    "now=1970-01-01T00:00 untrusted passed=1970-01-01T00:00",
                    "now=1970-01-01T00:00 untrusted passed=2026-11-23T12:00",
                    "now=2026-11-22T12:00 untrusted passed=2026-11-23T12:00",
                    "now=2036-11-23T12:00");

    private final List<String> words;

    private Asking(String words) {
        this.words = Arrays.asList(words.trim().split("\\s+", -1));
    }

    static Inquiry inquiry(String words) {
        return new Asking(words).inquiry();
    }

    /// Checks what one rule says to each row of a table: words, `->`, then `passes`, `-` for not
    /// concerned, `wants` with a step, or a reason to deny.
    static void check(Rule rule, AccessTable table, String rows) {
        rows.lines().forEach(row -> check(rule, table, row, ""));
    }

    /// The same, and the same again at whatever time: at a cold start, after a step back, after a
    /// step ahead.
    static void checkAtAnyTime(Rule rule, AccessTable table, String rows) {
        for (String clock : CLOCKS) {
            rows.lines().forEach(row -> check(rule, table, row, " " + clock));
        }
    }

    private static void check(Rule rule, AccessTable table, String row, String more) {
        String[] sides = row.split("->", -1);
        Case asked = table.caseOf(inquiry(sides[0] + more));
        assertEquals(sides[1].trim(), words(rule.judge(asked)), () -> row + more);
    }

    static String words(Finding finding) {
        return switch (finding) {
            case Finding.Passes _ -> "passes";
            case Finding.NotConcerned _ -> "-";
            case Finding.Denies denies -> denies.reason().name();
            case Finding.Wants wants -> "wants " + wants.step();
        };
    }

    private Inquiry inquiry() {
        Instant wall = instant(orElse("now", NOW));
        String card = word("card");
        PassId pass = pass();
        CredentialIdentifier shown = card == null ? null : Samples.card(card);
        String assisted = word("assisted");
        return new Inquiry(
                new AccessPointId(orElse("at", "gate-in")),
                pass == null ? shown : pass.identifier(),
                assisted == null ? null : new HolderId(assisted),
                wall,
                !words.contains("untrusted"),
                grounds(wall));
    }

    private Grounds grounds(Instant wall) {
        String type = word("type");
        String pin = word("pin");
        String lockedOut = word("lockedOut");
        String passed = word("passed");
        String companion = word("companion");
        String last = word("last");
        String occupants = word("occupants");
        String interlocked = word("interlocked");
        return new Grounds(
                1,
                LocalDateTime.ofInstant(wall, ZoneOffset.UTC),
                passed == null ? wall : instant(passed),
                type == null ? null : CredentialClass.valueOf(type),
                pin == null ? null : PinCheck.valueOf(pin),
                lockedOut == null ? null : Boolean.valueOf(lockedOut),
                tag(),
                facts(),
                DoorMode.valueOf(orElse("door", "LOCKED")),
                SiteLevel.valueOf(orElse("level", "NORMAL")),
                null,
                place(),
                last == null ? null : instant(last),
                occupants == null ? null : Integer.valueOf(occupants),
                quota(),
                interlocked == null ? null : doors(interlocked),
                companion == null ? null : new HolderId(companion),
                null);
    }

    private Grounds.@Nullable Place place() {
        String place = word("place");
        return place == null
                ? null
                : new Grounds.Place(
                        new AreaId(place), instant("2026-11-23T09:00"), words.contains("doubtful"));
    }

    /// What is known of all gates, of this one, and whether it is apart.
    private @Nullable List<Grounds.QuotaUse> quota() {
        String quota = word("quota");
        if (quota == null) {
            return null;
        }
        String[] parts = quota.split(":", -1);
        return List.of(
                new Grounds.QuotaUse(
                        Estate.QUOTA,
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        Boolean.parseBoolean(parts[2])));
    }

    private static List<DoorId> doors(String interlocked) {
        return interlocked.isEmpty() ? List.of() : List.of(new DoorId(interlocked));
    }

    private Grounds.@Nullable TagProof tag() {
        String tag = word("tag");
        if (tag == null) {
            return null;
        }
        String[] parts = tag.split(":", -1);
        return new Grounds.TagProof(
                parts[0].equals("genuine"),
                Long.parseLong(parts[1]),
                parts.length == 2 ? null : Long.valueOf(parts[2]));
    }

    private Grounds.@Nullable PassFacts facts() {
        String fault = word("fault");
        if (word("pass") == null && fault == null) {
            return null;
        }
        String usesMax = word("usesMax");
        String uses = word("uses");
        String code = word("code");
        return new Grounds.PassFacts(
                fault,
                pass(),
                fault == null ? HolderKind.valueOf(orElse("kind", "VISITOR")) : null,
                fault == null ? opens() : null,
                fault == null ? instant(orElse("from", "2026-11-23T08:00")) : null,
                fault == null ? instant(orElse("until", "2026-11-23T20:00")) : null,
                usesMax == null ? null : Integer.valueOf(usesMax),
                uses == null ? null : Integer.valueOf(uses),
                code == null ? null : Grounds.CodeCheck.valueOf(code),
                words.contains("byPin"));
    }

    private @Nullable List<AccessPointId> opens() {
        String opens = orElse("opens", "gate-in");
        return opens.equals("?")
                ? null
                : Arrays.stream(opens.split(",", -1)).map(AccessPointId::new).toList();
    }

    private @Nullable PassId pass() {
        String pass = word("pass");
        return pass == null ? null : passId(pass);
    }

    static PassId passId(String digits) {
        return new PassId("0".repeat(16 - digits.length()) + digits);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }

    private String orElse(String name, String usual) {
        String word = word(name);
        return word == null ? usual : word;
    }

    private @Nullable String word(String name) {
        String word = null;
        for (String each : words) {
            if (each.startsWith(name + "=")) {
                word = each.substring(name.length() + 1);
            }
        }
        return word;
    }
}
