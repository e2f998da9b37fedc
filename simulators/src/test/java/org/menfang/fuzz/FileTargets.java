package org.menfang.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.CRC32;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.trust.Trust;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Sha256;

/// What the programs wrote themselves, and find changed: files of the hub, rows of the gate, and
/// what a running gate answers on its socket.
final class FileTargets {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z"));
    private static final PassId PASS = new PassId("00112233445566AA");
    private static final Hidden LEDGER_ROW =
            Hidden.method(
                    "org.menfang.gate.sqlite.LedgerTable",
                    "read",
                    EntryKey.class,
                    String.class,
                    long.class);
    private static final Hidden MEMORY_ROW =
            Hidden.method("org.menfang.gate.sqlite.GateRow", "read", String.class, String.class);
    private static final Hidden LOCAL_ANSWER =
            Hidden.method("org.menfang.gate.local.Answer", "read", InputStream.class);

    private FileTargets() {}

    static List<FuzzTarget> all() {
        Path folder = Examples.folder("files");
        Revoked revoked = new Revoked(folder.resolve("trust"));
        return List.of(
                new FuzzTarget("revocations", revoked::take),
                new FuzzTarget("issued-passes", input -> passes(folder, input)),
                new FuzzTarget("ledger-row", FileTargets::ledgerRow),
                new FuzzTarget("memory-row", FileTargets::memoryRow),
                new FuzzTarget(
                        "local-answer",
                        input -> LOCAL_ANSWER.on((Object) new ByteArrayInputStream(input))));
    }

    private static void passes(Path folder, byte[] input) throws IOException {
        Path passes = folder.resolve("passes");
        PassDesk desk = PassDesk.open(passes, folder.resolve("trust"), CLOCK);
        Files.write(passes.resolve("issued").resolve(PASS.value() + ".json"), input);
        Files.write(passes.resolve("revoked.json"), input);
        try {
            desk.find(PASS);
        } catch (IOException e) {
            // So it is declared.
        }
        try {
            desk.revoked();
        } catch (IOException e) {
            // So it is declared.
        }
    }

    /// Any entry, with the sum that belongs to it, under the key that it has.
    private static void ledgerRow(byte[] input) throws Exception {
        String data = new String(input, StandardCharsets.UTF_8);
        for (Class<?> kind : Entry.class.getPermittedSubclasses()) {
            EntryKey key = keyOf(input, kind.asSubclass(Entry.class));
            LEDGER_ROW.on(key, data, sum(key, data));
        }
    }

    private static EntryKey keyOf(byte[] input, Class<? extends Entry> kind) {
        return Json.parse(input, kind) instanceof Parsed.Read<? extends Entry> read
                ? read.value().key()
                : new EntryKey(kind.getSimpleName(), "");
    }

    private static long sum(EntryKey key, String data) {
        CRC32 sum = new CRC32();
        sum.update(key.kind().getBytes(StandardCharsets.UTF_8));
        sum.update(0);
        sum.update(key.subject().getBytes(StandardCharsets.UTF_8));
        sum.update(0);
        sum.update(data.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static void memoryRow(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        MEMORY_ROW.on(text, Sha256.of(text).value());
    }

    /// The certificates that were taken back: a file that is read again when it is newer.
    private static final class Revoked {
        private final Path file;
        private final Trust trust;
        private long changes;

        Revoked(Path folder) {
            file = folder.resolve("revoked");
            trust = Examples.trust(folder);
        }

        void take(byte[] input) throws IOException {
            Files.write(file, input);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000 * ++changes));
            try {
                trust.isRevoked(trust.authority());
            } catch (IOException e) {
                // So it is declared.
            }
        }
    }
}
