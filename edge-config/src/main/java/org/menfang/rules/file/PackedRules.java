package org.menfang.rules.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.menfang.site.Site;
import org.menfang.vocabulary.Sha256;

/// The text of a rule set, packed with gzip: how it is stored, and how it is sent.
public final class PackedRules {
    /// Longest packed text that is stored, sent or opened. 300,000 credentials with their holders
    /// take about half of it.
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final byte[] bytes;

    /// Packed bytes that came from elsewhere. What is wrong with them shows when they are unpacked.
    public PackedRules(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What came of unpacking.
    ///
    /// @param digest what the text hashes to; it says something only where the check found no fault
    public record Unpacked(RuleSetCheck check, Sha256 digest) {}

    /// Packs a text as it is, good or bad.
    ///
    /// @throws IOException if the text cannot be read
    public static PackedRules pack(InputStream utf8) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed, BUFFER_BYTES)) {
            utf8.transferTo(out);
        }
        return new PackedRules(packed.toByteArray());
    }

    /// The packed bytes, not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// Unpacks and checks the text, which is never in memory as a whole.
    ///
    /// @param site of the gate that is to obey it; none where it is not known
    public Unpacked unpack(@Nullable Site site) {
        if (bytes.length > BYTES_MAX) {
            return bad(RuleFaultCode.TOO_LONG, Integer.toString(BYTES_MAX));
        }
        MessageDigest digest = sha256();
        try (InputStream text =
                new BufferedInputStream(
                        new DigestInputStream(
                                new GZIPInputStream(new ByteArrayInputStream(bytes), BUFFER_BYTES),
                                digest),
                        BUFFER_BYTES)) {
            RuleSetCheck check =
                    site == null ? RuleSetFiles.check(text) : RuleSetFiles.check(text, site);
            return new Unpacked(check, new Sha256(HexFormat.of().formatHex(digest.digest())));
        } catch (IOException e) {
            // A fault further on is one of the text: there the place is known.
            return bad(RuleFaultCode.NOT_PACKED, String.valueOf(e.getMessage()));
        }
    }

    private static Unpacked bad(RuleFaultCode code, String argument) {
        RuleFault fault = new RuleFault(0, 0, "", code, List.of(argument));
        return new Unpacked(new RuleSetCheck.Bad(List.of(fault)), Sha256.ZERO);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
