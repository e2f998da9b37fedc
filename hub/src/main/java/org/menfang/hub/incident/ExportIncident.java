package org.menfang.hub.incident;

import org.menfang.hub.page.Language;
import org.menfang.hub.rights.GraveAct;
import org.menfang.hub.rights.GraveKind;

/// Makes a copy of an incident that can leave the hub.
///
/// @param language in which the copy speaks to people
public record ExportIncident(int number, Language language) implements GraveAct {
    @Override
    public GraveKind kind() {
        return GraveKind.EXPORT;
    }

    @Override
    public String subject() {
        return switch (language) {
            case ZH -> "导出第 " + number + " 号事件的证据包（含照片和通行记录）";
            case EN -> "Export the evidence of incident " + number + ", with pictures and passages";
        };
    }
}
