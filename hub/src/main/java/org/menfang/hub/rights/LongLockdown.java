package org.menfang.hub.rights;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;

/// A lockdown that lasts longer than one person may want alone.
///
/// @param minutes how long, from the moment of its confirmation; none: as long as the rules allow
public record LongLockdown(CompoundId compound, @Nullable Integer minutes) implements GraveAct {
    @Override
    public GraveKind kind() {
        return GraveKind.LONG_LOCKDOWN;
    }

    @Override
    public String subject() {
        return "封锁小区 " + compound + "：" + (minutes == null ? "规则允许多久就多久" : minutes + " 分钟");
    }

    @Override
    public String subjectInEnglish() {
        return "Lock the compound "
                + compound
                + " down: "
                + (minutes == null ? "as long as the rules allow" : minutes + " minutes");
    }
}
