package org.menfang.sim.compound;

/// Whether a topic is meant by a subscription (MQTT 5.0 section 4.7).
final class TopicFilter {
    private static final String ANY_LEVEL = "+";

    private final String[] levels;

    TopicFilter(String filter) {
        levels = filter.split("/", -1);
    }

    boolean matches(String topic) {
        String[] named = topic.split("/", -1);
        if (named.length != levels.length) {
            return false;
        }
        for (int level = 0; level < levels.length; level++) {
            if (!levels[level].equals(ANY_LEVEL) && !levels[level].equals(named[level])) {
                return false;
            }
        }
        return true;
    }
}
