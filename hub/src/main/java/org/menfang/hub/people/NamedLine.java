package org.menfang.hub.people;

/// A line about somebody, with a way to the person.
public record NamedLine(String path, String name, String text) {}
