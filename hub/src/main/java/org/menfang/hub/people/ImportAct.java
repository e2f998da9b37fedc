package org.menfang.hub.people;

import org.menfang.hub.rights.GraveAct;
import org.menfang.hub.rights.GraveKind;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// Taking over a table of people.
///
/// @param table what the table hashes to
/// @param profile what those who are new may open
public record ImportAct(
        CompoundId compound, Sha256 table, AccessProfileId profile, int people, int added)
        implements GraveAct {
    private static final int DIGITS_SHOWN = 8;

    @Override
    public GraveKind kind() {
        return GraveKind.MASS_CHANGE;
    }

    @Override
    public String subject() {
        return "%s: 导入名单 %d 人，其中新增 %d 人 / import %d people, %d of them new (%s)"
                .formatted(
                        compound,
                        people,
                        added,
                        people,
                        added,
                        table.value().substring(0, DIGITS_SHOWN));
    }
}
