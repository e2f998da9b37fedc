package org.menfang.hub.money;

import org.menfang.hub.rights.GraveAct;
import org.menfang.hub.rights.GraveKind;
import org.menfang.vocabulary.CompoundId;

/// Another sum from which on an expense takes two keys.
///
/// @param fromFen what it was when the change was proposed
/// @param overFen what it is to be
public record TwoKeysChange(CompoundId compound, long fromFen, long overFen) implements GraveAct {
    @Override
    public GraveKind kind() {
        return GraveKind.MONEY_LIMIT;
    }

    @Override
    public String subject() {
        return "小区 "
                + compound
                + "：支出要两把钥匙的金额，从 "
                + Fen.write(fromFen)
                + " 元改为 "
                + Fen.write(overFen)
                + " 元";
    }

    @Override
    public String subjectInEnglish() {
        return "Compound "
                + compound
                + ": an expense takes two keys over "
                + Fen.write(overFen)
                + " yuan in place of "
                + Fen.write(fromFen);
    }
}
