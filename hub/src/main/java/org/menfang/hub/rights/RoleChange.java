package org.menfang.hub.rights;

import org.menfang.vocabulary.OperatorName;

/// Somebody gets a role, or loses it.
public record RoleChange(OperatorName who, Role role, Direction direction) implements GraveAct {
    public enum Direction {
        APPOINT,
        DISMISS
    }

    @Override
    public GraveKind kind() {
        return GraveKind.ROLES;
    }

    @Override
    public String subject() {
        return switch (direction) {
            case APPOINT -> "任命 " + who + "：" + roleName();
            case DISMISS -> "免去 " + who + " 的职务：" + roleName();
        };
    }

    @Override
    public String subjectInEnglish() {
        return switch (direction) {
            case APPOINT -> "Appoint " + who + ": " + role;
            case DISMISS -> "Dismiss " + who + " from: " + role;
        };
    }

    private String roleName() {
        return switch (role) {
            case RESIDENT -> "居民";
            case VOLUNTEER -> "巡逻志愿者";
            case SHIFT_LEADER -> "班长";
            case COMMITTEE -> "业委会";
            case COUNCIL -> "议事会";
            case SUPERVISOR -> "监委会";
            case TECHNICIAN -> "技术员";
        };
    }
}
