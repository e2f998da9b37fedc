package org.menfang.vocabulary;

/// How soon a person has to act on an alarm. Declared from the most to the least urgent.
public enum Priority {
    CRITICAL,
    HIGH,
    LOW
}
