package org.menfang.hub.page;

import java.util.List;
import org.menfang.hub.rights.Right;

/// The pages of one area.
public interface Section {
    void addTo(PageTable table);

    /// What leads to them from every page of the team.
    default List<Entrance> entrances() {
        return List.of();
    }

    /// A place in the menu.
    ///
    /// @param right who sees it
    /// @param key of its name
    record Entrance(String path, String key, Right right) {}
}
