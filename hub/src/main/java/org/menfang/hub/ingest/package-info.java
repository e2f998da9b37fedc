/// Decides what becomes of each event that a gate sends: stored, known already, waited for, or
/// refused. Nothing here reads a clock or a file.
///
/// | what comes | what the hub does |
/// |---|---|
/// | the next event, and it follows the one before it | stores it, acknowledges after the commit |
/// | an event that the hub holds, with the same hash | acknowledges again |
/// | an event that the hub holds, with another hash (a gate restored from an older card, a forged event) | quarantines it, raises CHAIN_BROKEN, says again what it holds; the gate compares and raises CHAIN_DIVERGED |
/// | a state in which the gate says that its chain diverged | raises CHAIN_BROKEN, since the gate's own alarm cannot come where its alarms diverged |
/// | an event of a stretch that counts as missing | acknowledges again; the stretch stays missing |
/// | an event after the next one | says again what it holds, so that the gate sends from there |
/// | the same, and the gate said that it dropped those between, or goes on beginning there though it was asked often and long | raises EVENTS_MISSING, records the stretch, goes on |
/// | the next event, but it names another hash before it (a forged or changed event) | quarantines it, raises CHAIN_BROKEN, says again what it holds; the right event is still taken when it comes |
/// | the same, after a person has acknowledged CHAIN_BROKEN | records the break, goes on from this event |
/// | an event on the topic of another gate or stream | quarantines the message, reports it |
/// | something that cannot be read | quarantines the message, reports it |
///
/// Nothing is ever acknowledged that is not stored, and what is acknowledged is named with its
/// hash. What is refused stays in the gate's journal.
@NullMarked
package org.menfang.hub.ingest;

import org.jspecify.annotations.NullMarked;
