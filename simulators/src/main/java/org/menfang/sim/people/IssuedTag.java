package org.menfang.sim.people;

import java.util.HexFormat;
import org.menfang.sim.time.Chance;
import org.menfang.tag.TagKey;
import org.menfang.tag.TagUid;

/// An NTAG 424 DNA tag as the hub hands it out.
///
/// @param fileKey the key of this tag alone
public record IssuedTag(TagUid uid, TagKey fileKey) {
    /// Hides the numbers of all tags of the simulated compound.
    public static final TagKey PICC_KEY =
            TagKey.read("4D454E46414E4720544147204B455920").orElseThrow();

    private static final int UID_BYTES_OF_CHANCE = 6;

    static IssuedTag draw(Chance chance) {
        // Numbers of this maker begin with 04.
        String digits = HexFormat.of().withUpperCase().formatHex(chance.bytes(UID_BYTES_OF_CHANCE));
        return new IssuedTag(new TagUid("04" + digits), new TagKey(chance.bytes(TagKey.BYTES)));
    }
}
