package org.menfang.tag;

/// A text of a tag, taken apart but not yet believed.
public sealed interface SunReading {
    /// Number and counter in plain sight.
    ///
    /// @param claimed what the text says; {@link #verify} tells whether it is true
    record Plain(SunMessage claimed, TagMac mac) implements SunReading {
        /// Whether the tag with this key made it.
        public boolean verify(TagKey fileKey) {
            return mac.isOf(claimed, fileKey);
        }
    }

    /// Number and counter under a key of the compound, so that nobody follows a card by its number.
    record Encrypted(PiccData piccData, TagMac mac) implements SunReading {
        /// The same in plain sight, or why not.
        public SunReading open(TagKey piccKey) {
            return piccData.open(piccKey)
                    .<SunReading>map(claimed -> new Plain(claimed, mac))
                    .orElseGet(() -> new Malformed(SunFault.PICC_DATA_FOREIGN));
        }
    }

    record Malformed(SunFault fault) implements SunReading {}
}
