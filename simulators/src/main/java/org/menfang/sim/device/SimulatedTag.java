package org.menfang.sim.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Chance;
import org.menfang.tag.PiccData;
import org.menfang.tag.SunMessage;
import org.menfang.tag.SunMessages;
import org.menfang.tag.TagKey;
import org.menfang.tag.TagUid;

/// An NTAG 424 DNA card: it counts its taps and signs each, so that no two of its links are alike.
///
/// What it said last is what somebody gets who copies it onto a plain tag.
public final class SimulatedTag {
    private static final String ADDRESS = "https://menfang.example/t";

    private final TagUid uid;
    private final TagKey fileKey;
    private final TagKey piccKey;
    private final Chance chance;
    private int counter;
    private @Nullable String lastLink;

    /// @param fileKey the key of this tag alone
    /// @param piccKey the key that hides the numbers of all tags of the compound
    /// @param counter how often it has been tapped so far
    /// @param chance what it fills its cipher up with
    public SimulatedTag(TagUid uid, TagKey fileKey, TagKey piccKey, int counter, Chance chance) {
        this.uid = uid;
        this.fileKey = fileKey;
        this.piccKey = piccKey;
        this.counter = counter;
        this.chance = chance;
    }

    public TagUid uid() {
        return uid;
    }

    /// How often it has been tapped.
    public int counter() {
        return counter;
    }

    /// The link that it writes at this tap.
    ///
    /// @throws IllegalArgumentException if it has been tapped more often than it can count
    public String tap() {
        SunMessage message = new SunMessage(uid, counter + 1);
        String link =
                SunMessages.encrypted(
                        ADDRESS, message, piccKey, fileKey, chance.bytes(PiccData.PADDING_BYTES));
        counter = message.counter();
        lastLink = link;
        return link;
    }

    /// What a copy of it says, again and again; empty if nobody has read it yet.
    public Optional<String> copy() {
        return Optional.ofNullable(lastLink);
    }
}
