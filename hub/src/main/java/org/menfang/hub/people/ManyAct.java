package org.menfang.hub.people;

import java.util.List;
import java.util.stream.Collectors;
import org.menfang.hub.rights.GraveAct;
import org.menfang.hub.rights.GraveKind;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;

/// Putting all cards of many people out of use, or in use again.
///
/// @param reason why, without names
public record ManyAct(CompoundId compound, List<HolderId> holders, boolean blocked, String reason)
        implements GraveAct {
    public static final int REASON_CHARS_MAX = 80;

    /// Most people of one act: as many as its text holds.
    public static final int HOLDERS_MAX = 800;

    /// Most numbers that its subject names; the log holds all.
    private static final int NUMBERS_SHOWN = 5;

    public ManyAct {
        holders = List.copyOf(holders);
    }

    @Override
    public GraveKind kind() {
        return GraveKind.MASS_CHANGE;
    }

    @Override
    public String subject() {
        return "%s：%s %d 人的全部卡（%s）：%s"
                .formatted(compound, blocked ? "停用" : "恢复", holders.size(), reason, numbers());
    }

    @Override
    public String subjectInEnglish() {
        return "%s: %s all cards of %d people (%s): %s"
                .formatted(
                        compound, blocked ? "block" : "unblock", holders.size(), reason, numbers());
    }

    private String numbers() {
        String some =
                holders.stream()
                        .limit(NUMBERS_SHOWN)
                        .map(HolderId::value)
                        .collect(Collectors.joining(", "));
        return holders.size() > NUMBERS_SHOWN ? some + " …" : some;
    }
}
