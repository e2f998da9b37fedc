package org.menfang.tag;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Opens what tags write, and writes what tags would.
public final class SunMessages {
    private SunMessages() {}

    /// Reads a text, finds the key of the tag that it claims to be, and verifies that it is.
    ///
    /// @param piccKey the key that hides the numbers of this compound's tags; none: the compound
    ///   uses the plain form only
    /// @param fileKeys the own key of each tag, by its number
    public static SunOutcome open(
            String text,
            @Nullable TagKey piccKey,
            Function<? super TagUid, Optional<TagKey>> fileKeys) {
        return open(SunReader.read(text), piccKey, fileKeys);
    }

    /// As before, of a text that was taken apart already.
    public static SunOutcome open(
            SunReading reading,
            @Nullable TagKey piccKey,
            Function<? super TagUid, Optional<TagKey>> fileKeys) {
        return switch (reading) {
            case SunReading.Malformed(SunFault fault) -> new SunOutcome.Refused(fault);
            case SunReading.Plain plain -> verify(plain, fileKeys);
            case SunReading.Encrypted encrypted ->
                    piccKey == null
                            ? new SunOutcome.Refused(SunFault.NO_PICC_KEY)
                            : open(encrypted.open(piccKey), piccKey, fileKeys);
        };
    }

    /// What a tag in the plain form writes at one tap.
    ///
    /// @param address the link up to the question mark, without it
    public static String plain(String address, SunMessage message, TagKey fileKey) {
        return String.format(
                Locale.ROOT,
                "%s?%s=%s&%s=%06X&%s=%s",
                address,
                SunReader.UID,
                message.uid().value(),
                SunReader.COUNTER,
                message.counter(),
                SunReader.MAC,
                TagMac.of(message, fileKey).value());
    }

    /// What a tag in the encrypted form writes at one tap.
    ///
    /// @param address the link up to the question mark, without it
    /// @param padding {@link PiccData#PADDING_BYTES} bytes of chance
    public static String encrypted(
            String address, SunMessage message, TagKey piccKey, TagKey fileKey, byte[] padding) {
        return String.format(
                Locale.ROOT,
                "%s?%s=%s&%s=%s",
                address,
                SunReader.PICC_DATA,
                PiccData.of(message, piccKey, padding).value(),
                SunReader.MAC,
                TagMac.of(message, fileKey).value());
    }

    private static SunOutcome verify(
            SunReading.Plain plain, Function<? super TagUid, Optional<TagKey>> fileKeys) {
        Optional<TagKey> fileKey = fileKeys.apply(plain.claimed().uid());
        if (fileKey.isEmpty()) {
            return new SunOutcome.Refused(SunFault.UNKNOWN_TAG);
        }
        return plain.verify(fileKey.get())
                ? new SunOutcome.Genuine(plain.claimed())
                : new SunOutcome.Refused(SunFault.MAC_WRONG);
    }
}
