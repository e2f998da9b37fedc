package org.menfang.hub.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.tls.PrivateFiles;

/// The certificates that were taken back: a file with one serial number a line, which another
/// program may extend while this one runs.
final class Revocations {
    private final Path file;
    private @Nullable FileTime readOf;
    private Set<BigInteger> serials = Set.of();

    Revocations(Path file) {
        this.file = file;
    }

    synchronized boolean contains(X509Certificate certificate) throws IOException {
        refresh();
        return serials.contains(certificate.getSerialNumber());
    }

    synchronized List<BigInteger> all() throws IOException {
        refresh();
        return serials.stream().sorted().toList();
    }

    synchronized void add(BigInteger serial, String whose) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(file)) {
            lines.addAll(Files.readAllLines(file));
        }
        lines.add(serial.toString(16) + " " + whose);
        PrivateFiles.write(file, String.join("\n", lines) + "\n");
        readOf = null;
    }

    private void refresh() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        FileTime changed = Files.getLastModifiedTime(file);
        if (changed.equals(readOf)) {
            return;
        }
        Set<BigInteger> read = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                read.add(serial(line));
            }
        }
        serials = read;
        readOf = changed;
    }

    private BigInteger serial(String line) throws IOException {
        try {
            return new BigInteger(line.strip().split(" ", 2)[0], 16);
        } catch (NumberFormatException e) {
            throw new IOException("not a serial number: a line of " + file, e);
        }
    }
}
