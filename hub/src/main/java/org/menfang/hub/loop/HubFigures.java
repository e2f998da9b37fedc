package org.menfang.hub.loop;

/// What the hub has done since it started, and how it stands. Figures only; who renders them names
/// them.
///
/// @param events events stored
/// @param repeatedEvents events that came again
/// @param missingEvents events that count as missing
/// @param gapsSeen batches that began too late
/// @param refusedEvents events that broke their chain
/// @param headsGenuine signed heads that were checked and are right
/// @param headsBad signed heads that were checked and are wrong
/// @param quarantined messages and events put into quarantine
/// @param messages messages taken from the broker
/// @param messagesDropped messages dropped because the inbox was full; gates send again
/// @param commits groups made durable
/// @param commitsFailed groups that could not be stored at the first try
/// @param commitNanos time spent in commits
/// @param inputsFailed inputs on which a handler threw; each is put aside
/// @param commandsSent commands to gates
/// @param commandsUnanswered commands that no gate answered in time
/// @param inboxInputs inputs that wait now
/// @param gates gates ever heard
/// @param gatesOnline gates whose link stands
/// @param openAlarms alarms that nobody has reset
/// @param linkUp whether the hub's own link to the broker stands
/// @param storageWorks whether the last commit went well
public record HubFigures(
        long events,
        long repeatedEvents,
        long missingEvents,
        long gapsSeen,
        long refusedEvents,
        long headsGenuine,
        long headsBad,
        long quarantined,
        long messages,
        long messagesDropped,
        long commits,
        long commitsFailed,
        long commitNanos,
        long inputsFailed,
        long commandsSent,
        long commandsUnanswered,
        long inboxInputs,
        long gates,
        long gatesOnline,
        long openAlarms,
        boolean linkUp,
        boolean storageWorks) {}
