package org.menfang.sim.osdp;

/// What has come to a reader since it was made.
///
/// @param commands that it carried out, polls included
/// @param repeats of its last reply
/// @param refusals of all kinds
/// @param sessions secure channels that were opened
/// @param dropped reports for which there was no room
public record PdCounts(long commands, long repeats, long refusals, long sessions, long dropped) {}
