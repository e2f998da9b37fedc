package org.menfang.hub.incident;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.menfang.hub.book.Head;
import org.menfang.json.Json;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// A ZIP file with evidence: its files, a manifest with the digest of each, and the hub's signature
/// of the manifest. The same evidence of the same moment makes the same bytes.
final class EvidenceArchive {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "hub-key.pem";
    static final String README = "README.txt";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<FileLine> lines = new ArrayList<>();

    /// One file of the archive.
    ///
    /// @param about what it is and where it comes from
    record FileLine(String name, int bytes, Sha256 sha256, String about) {}

    /// What the signature stands for.
    ///
    /// @param logHead the end of the hub's log at that moment
    record Manifest(
            String what,
            Instant madeAt,
            OperatorName executed,
            OperatorName checked,
            Head logHead,
            List<FileLine> files) {
        Manifest {
            files = List.copyOf(files);
        }
    }

    void add(String name, byte[] bytes, String about) {
        if (files.put(name, bytes) != null) {
            throw new IllegalArgumentException("two files are called " + name);
        }
        lines.add(new FileLine(name, bytes.length, Sha256.of(bytes), about));
    }

    List<FileLine> lines() {
        return List.copyOf(lines);
    }

    long bytes() {
        return files.values().stream().mapToLong(each -> each.length).sum();
    }

    /// Closes the list, signs it and packs everything.
    byte[] pack(
            String what,
            Instant madeAt,
            OperatorName executed,
            OperatorName checked,
            Head head,
            EvidenceKey key) {
        byte[] manifest = Json.write(new Manifest(what, madeAt, executed, checked, head, lines()));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(README, readme().getBytes(StandardCharsets.UTF_8));
        all.put(MANIFEST, manifest);
        all.put(SIGNATURE, key.sign(manifest));
        all.put(KEY, key.publicPem().getBytes(StandardCharsets.UTF_8));
        all.putAll(files);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(madeAt.atZone(ZoneOffset.UTC).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// One file of an archive; empty if it is not in it.
    static Optional<byte[]> file(byte[] archive, String name) {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(zip.readAllBytes());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readme() {
        return """
        怎样核对 / How to check

        1. manifest.json 列出每个文件的 SHA-256。用 sha256sum 逐个比对。
           manifest.json names the SHA-256 of each file. Compare each with sha256sum.
        2. manifest.sig 是值班中心对 manifest.json 的签名（Ed25519），公钥在 hub-key.pem：
           manifest.sig is the hub's signature of manifest.json (Ed25519), with the key in hub-key.pem:

           openssl pkeyutl -verify -pubin -inkey hub-key.pem -rawin -in manifest.json -sigfile manifest.sig

        3. 公钥的指纹应与小区公布的一致。timeline.json 里每条大门记录都带着原文和它的 SHA-256，
           可以与大门自己的记录逐条比对；logHead 是导出时值班中心记录的末尾。
           The key has to be the one that the compound has made known. In timeline.json each record of a
           gate stands as the gate wrote it, with its SHA-256, and can be compared with the gate's own;
           logHead is the end of the hub's log at the time of the export.
        """;
    }
}
