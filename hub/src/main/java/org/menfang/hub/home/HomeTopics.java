package org.menfang.hub.home;

import org.menfang.vocabulary.CompoundId;
import org.menfang.wire.GateIdentity;

/// Where Home Assistant listens. Only the hub writes there.
public final class HomeTopics {
    /// Home Assistant looks for descriptions of devices below it, by default.
    public static final String DISCOVERY = "homeassistant/";

    /// States stand below it.
    public static final String STATES = "menfang-home/";

    /// Every description that we may have left with the broker.
    static final String EVERY_DOCUMENT = DISCOVERY + "device/+/config";

    static final String ROOT = STATES + "1/";

    /// Whether the hub is there and hears its gates: `online` or `offline`.
    static final String HUB = ROOT + "hub";

    static final String STATE = "/state";

    /// Our longest topic describes a door: four names of 32 characters and what stands around them.
    static final int FILTER_CHARS_MAX = 200;

    private HomeTopics() {}

    /// Whether any gate of a compound is there.
    static String online(CompoundId compound) {
        return ROOT + compound + "/online";
    }

    static String online(GateIdentity gate) {
        return ROOT + gate + "/online";
    }

    static String state(CompoundId compound) {
        return ROOT + compound + STATE;
    }

    static String state(GateIdentity gate) {
        return ROOT + gate + STATE;
    }

    static String state(GateIdentity gate, String kind, String name) {
        return ROOT + gate + "/" + kind + "/" + name;
    }

    /// Whether everything that a filter lets through is for viewers. The broker keeps each filter
    /// that anybody listens with, so that none may be longer than any topic.
    public static boolean isForViewers(String filter) {
        return filter.length() <= FILTER_CHARS_MAX && isBelow(filter);
    }

    private static boolean isBelow(String filter) {
        return filter.startsWith(DISCOVERY) || filter.startsWith(STATES);
    }
}
