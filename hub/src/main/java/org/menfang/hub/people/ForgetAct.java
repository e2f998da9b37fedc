package org.menfang.hub.people;

import java.util.List;
import java.util.stream.Collectors;
import org.menfang.hub.rights.GraveAct;
import org.menfang.hub.rights.GraveKind;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;

/// Forgetting people. It names numbers: the names are what is to go.
public record ForgetAct(CompoundId compound, List<HolderId> holders, PeopleEntry.Reason reason)
        implements GraveAct {
    /// Most people of one act, so that whoever confirms it reads each number.
    public static final int HOLDERS_MAX = 10;

    public ForgetAct {
        holders = List.copyOf(holders);
    }

    @Override
    public GraveKind kind() {
        return GraveKind.DELETION;
    }

    @Override
    public String subject() {
        return "%s：遗忘 %s 的姓名、住址和照片（%s）".formatted(compound, numbers(), reasonInChinese());
    }

    @Override
    public String subjectInEnglish() {
        return "%s: forget name, address and pictures of %s (%s)"
                .formatted(compound, numbers(), reasonInEnglish());
    }

    private String numbers() {
        return holders.stream().map(HolderId::value).collect(Collectors.joining(", "));
    }

    private String reasonInChinese() {
        return switch (reason) {
            case MOVED_OUT -> "已搬走";
            case ASKED -> "本人要求";
            case NOT_NEEDED -> "登记有误";
        };
    }

    private String reasonInEnglish() {
        return switch (reason) {
            case MOVED_OUT -> "moved out";
            case ASKED -> "asked for it";
            case NOT_NEEDED -> "written by mistake";
        };
    }
}
