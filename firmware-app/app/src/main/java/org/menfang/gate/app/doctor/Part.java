package org.menfang.gate.app.doctor;

/// The parts of a gate, in the order in which they are told.
public enum Part {
    GATE("大门", "gate"),
    PINS("接线", "pins"),
    READERS("读头", "readers"),
    CLOCK("时钟", "clock"),
    STORAGE("存储", "storage"),
    BOARD("主板", "board"),
    HUB("值班中心", "hub"),
    RIGHTS("权限", "rights");

    private final String zh;
    private final String en;

    Part(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    Words words() {
        return new Words(zh, en);
    }
}
