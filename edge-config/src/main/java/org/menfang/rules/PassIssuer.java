package org.menfang.rules;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.menfang.vocabulary.AccessPointId;

/// Somebody whose signed passes the compound accepts.
///
/// @param publicKey the Ed25519 public key: its 32 bytes in 64 upper-case hexadecimal digits
/// @param mayOpen the access points that a pass of this issuer opens at most
/// @param revoked whether its passes are no longer accepted; an issuer stays listed so that a
///   denial can say so
public record PassIssuer(
        String name, String publicKey, List<AccessPointId> mayOpen, boolean revoked) {
    public static final int NAME_CHARS_MAX = 100;

    private static final Pattern KEY = Pattern.compile("[0-9A-F]{64}");

    public PassIssuer {
        mayOpen = List.copyOf(mayOpen);
        if (name.isBlank() || name.length() > NAME_CHARS_MAX || !KEY.matcher(publicKey).matches()) {
            throw new IllegalArgumentException("an issuer has a name and a key of 32 bytes");
        }
    }

    public byte[] publicKeyBytes() {
        return HexFormat.of().parseHex(publicKey);
    }
}
