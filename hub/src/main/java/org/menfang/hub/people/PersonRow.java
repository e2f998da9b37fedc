package org.menfang.hub.people;

/// One line of the list of people.
///
/// @param cards how many cards are in use
/// @param until when a tenancy ends; empty for none
/// @param out whether all cards are out of use
public record PersonRow(
        String path,
        String number,
        String name,
        String household,
        String kind,
        int cards,
        String until,
        boolean out) {}
