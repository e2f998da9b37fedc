package org.menfang.mqtt;

/// A name and a value that travel beside a payload.
public record UserProperty(String name, String value) {}
