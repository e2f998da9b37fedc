package org.menfang.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.PinCheck;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.SiteLevel;

/// What a gate knew when it decided: everything, besides the rule set, that the decision hangs on.
/// It is written with the decision, so that whoever asks later can decide again and see why.
///
/// What is `null` was not there, or did not matter.
///
/// @param rulesVersion the rule set that decided; 0 for none
/// @param local what the wall clock showed in the compound's time zone
/// @param passed a time that had passed for certain, however little the clock was trusted
/// @param type the class of what was shown
/// @param pin what became of a PIN, for a card
/// @param lockedOut whether the credential was locked out after wrong tries
/// @param tag what a signed tag proved
/// @param pass what a pass says, where it could be read
/// @param doorMode the mode of the door
/// @param level the level of the compound
/// @param leadsTo where the access point leads, for the other gates of the compound: they do not
///   know the plan of this site
/// @param place where the holder was, as far as the gate knew
/// @param lastPassage the holder's last passage at this access point
/// @param occupants how many others were in the area where the access point leads, or let in and
///   about to pass; where it has a limit
/// @param quotaUses what the household had used of each quota that counts here
/// @param interlocked the interlocked doors that were open or released
/// @param companion who came just before: the other of two persons, or an escort
/// @param assistedBy the volunteer who let a holder in who had neither card nor phone
public record Grounds(
        long rulesVersion,
        LocalDateTime local,
        Instant passed,
        @Nullable CredentialClass type,
        @Nullable PinCheck pin,
        @Nullable Boolean lockedOut,
        @Nullable TagProof tag,
        @Nullable PassFacts pass,
        DoorMode doorMode,
        SiteLevel level,
        @Nullable AreaId leadsTo,
        @Nullable Place place,
        @Nullable Instant lastPassage,
        @Nullable Integer occupants,
        @Nullable List<QuotaUse> quotaUses,
        @Nullable List<DoorId> interlocked,
        @Nullable HolderId companion,
        @Nullable OperatorName assistedBy) {
    public Grounds {
        quotaUses = quotaUses == null ? null : List.copyOf(quotaUses);
        interlocked = interlocked == null ? null : List.copyOf(interlocked);
    }

    /// What a signed tag proved.
    ///
    /// @param genuine whether its message is signed with its key
    /// @param counter the counter in its message
    /// @param lastCounter the highest counter seen before; none for the first time
    public record TagProof(boolean genuine, long counter, @Nullable Long lastCounter) {}

    /// What a pass says and what became of it before.
    ///
    /// @param fault why it could not be read or believed: the name of a fault; none if it was
    /// @param pass its number; none where it could not be read
    /// @param kind who holds it
    /// @param accessPoints where it opens
    /// @param notBefore from when
    /// @param expires until when
    /// @param usesMax how often; none: as often as wanted
    /// @param uses how often it was used before
    /// @param code what became of the code of a rotating pass; none for other passes
    /// @param byPin whether it came as digits
    public record PassFacts(
            @Nullable String fault,
            @Nullable PassId pass,
            @Nullable HolderKind kind,
            @Nullable List<AccessPointId> accessPoints,
            @Nullable Instant notBefore,
            @Nullable Instant expires,
            @Nullable Integer usesMax,
            @Nullable Integer uses,
            @Nullable CodeCheck code,
            boolean byPin) {
        public PassFacts {
            accessPoints = accessPoints == null ? null : List.copyOf(accessPoints);
        }
    }

    /// What became of the code of a rotating pass.
    public enum CodeCheck {
        FRESH,
        STALE,
        REPEATED
    }

    /// Where a holder is, as far as the gates know.
    ///
    /// @param since when the holder came there
    /// @param doubtful whether something happened since (a power cut) that makes it doubtful
    public record Place(AreaId area, Instant since, boolean doubtful) {}

    /// How much of a quota a household had used.
    ///
    /// @param known by all gates, as far as this one had heard
    /// @param own by this gate alone
    /// @param apart whether this gate could not hear the others
    public record QuotaUse(QuotaId quota, int known, int own, boolean apart) {}

    /// One use of something that counts, named so that it can be found in the log.
    public record UseRef(GateId gate, long seq, Instant at) {}
}
