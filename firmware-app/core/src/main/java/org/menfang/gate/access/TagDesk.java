package org.menfang.gate.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Turn;
import org.menfang.gate.ledger.Entry.TagCounter;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.Credential;
import org.menfang.tag.SunReading;
import org.menfang.tag.TagKey;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.wire.Grounds.TagProof;

/// Reads what signed tags say. The counter of a genuine message is kept when it is read, whatever
/// is decided afterwards: a message that was shown once is never good again.
final class TagDesk {
    private final Ledger ledger;

    TagDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    Proof read(Turn turn, AccessTable table, SunReading reading) {
        return switch (reading) {
            case SunReading.Malformed _ -> Proof.UNREADABLE;
            case SunReading.Encrypted encrypted -> {
                TagKey key = table.recognition().tagKey();
                yield key == null ? Proof.UNREADABLE : read(turn, table, encrypted.open(key));
            }
            case SunReading.Plain plain -> read(turn, table, plain);
        };
    }

    private Proof read(Turn turn, AccessTable table, SunReading.Plain plain) {
        CredentialIdentifier tag = plain.claimed().uid().identifier();
        return Proof.of(
                table,
                tag,
                keyOf(table.credential(tag)).map(key -> prove(turn, tag, plain, key)).orElse(null));
    }

    private TagProof prove(
            Turn turn, CredentialIdentifier tag, SunReading.Plain plain, TagKey key) {
        TagCounter last = ledger.find(TagCounter.class, tag.value());
        long counter = plain.claimed().counter();
        boolean genuine = plain.verify(key);
        if (genuine && (last == null || counter > last.counter())) {
            ledger.keep(turn, new TagCounter(tag, counter));
        }
        return new TagProof(genuine, counter, last == null ? null : last.counter());
    }

    private static Optional<TagKey> keyOf(@Nullable Credential credential) {
        return credential == null || credential.tagKey() == null
                ? Optional.empty()
                : TagKey.read(credential.tagKey().value());
    }
}
