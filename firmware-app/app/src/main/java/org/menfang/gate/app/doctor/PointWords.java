package org.menfang.gate.app.doctor;

import org.menfang.site.PointRole;

/// What the state of a point means to a person.
final class PointWords {
    private PointWords() {}

    static Words of(PointRole role, boolean active) {
        return switch (role) {
            case LOCK -> active ? words("锁通电", "energised") : words("锁没通电", "not energised");
            case MONITOR -> active ? words("门开着", "open") : words("门关着", "closed");
            case LOOP ->
                    active ? words("杆下有东西", "something under the arm") : words("杆下没有东西", "clear");
            case REX -> active ? words("有人按出门", "pressed") : words("没人按", "not pressed");
            case FIRE -> active ? words("火警", "fire") : words("没有火警", "no fire");
            case DARK -> active ? words("天黑", "dark") : words("天亮", "light");
            case SIREN -> active ? words("警号响", "sounds") : words("警号不响", "silent");
            case STROBE -> active ? words("警灯亮", "lit") : words("警灯灭", "dark");
            case LAMP -> active ? words("灯开", "on") : words("灯关", "off");
            case CURRENT -> active ? words("灯有电流", "draws current") : words("灯没电流", "no current");
            case LINE -> active ? words("线完好", "whole") : words("线断", "cut");
            case ALARM -> active ? words("在报警", "reports") : words("安静", "quiet");
            case D0, D1 -> active ? words("在拉低", "pulled") : words("空闲", "at rest");
            case GREEN, RED -> active ? words("亮", "lit") : words("灭", "dark");
            case BUZZER -> active ? words("响", "sounds") : words("不响", "silent");
        };
    }

    private static Words words(String zh, String en) {
        return new Words(zh, en);
    }
}
