package org.menfang.hub.notify;

import java.util.List;

/// Which ways a notice takes.
final class Recipients {
    private Recipients() {}

    /// The group's ways, or those of the named persons. Where none of these has a way that is in
    /// use, the whole group is told: heard by too many is better than by nobody.
    static List<Way> of(Notice notice, List<Way> ways) {
        List<Way> used = ways.stream().filter(way -> !way.paused()).toList();
        List<Way> theirs =
                used.stream()
                        .filter(way -> way.owner() != null && notice.to().contains(way.owner()))
                        .toList();
        return theirs.isEmpty() ? used.stream().filter(Way::isGroups).toList() : theirs;
    }
}
