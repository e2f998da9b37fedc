package org.menfang.sim.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Runs a table of acts on devices and compares what is seen after each.
final class DeviceTable {
    private DeviceTable() {}

    static void check(String table) {
        DeviceBench bench = new DeviceBench();
        StringBuilder seen = new StringBuilder();
        for (String line : table.lines().toList()) {
            String[] parts = line.split("->", -1);
            String left = parts[0];
            String[] words = left.strip().split("\\s+", 2);
            bench.runToMillis(millis(words[0]));
            if (words.length > 1) {
                bench.act(words[1].strip());
            }
            bench.settle();
            String device = parts[1].strip().split(" ", -1)[0];
            seen.append(left).append("-> ").append(bench.look(device)).append('\n');
        }
        assertEquals(table, seen.toString());
    }

    private static long millis(String time) {
        return time.endsWith("ms")
                ? Long.parseLong(time.substring(0, time.length() - 2))
                : Long.parseLong(time.substring(0, time.length() - 1)) * 1000;
    }
}
