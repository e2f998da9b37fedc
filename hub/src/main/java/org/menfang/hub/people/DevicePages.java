package org.menfang.hub.people;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.menfang.hub.board.Board;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;

/// The devices of each compound: what hangs on which gate, what it does, and what is wrong with it.
public final class DevicePages implements Section {
    private static final String DEVICES = "/people/devices";

    private final Supplier<Board> board;

    public DevicePages(Supplier<Board> board) {
        this.board = board;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(DEVICES, Right.SEE_BOARD, this::show);
    }

    private Reply show(Visit visit) {
        Telling telling = new Telling(visit);
        List<GateDevices> all =
                board.get().gates().stream().map(gate -> GateDevices.of(gate, telling)).toList();
        List<String> compounds =
                all.stream().map(GateDevices::compound).distinct().sorted().toList();
        String asked = visit.query("compound");
        String compound = compounds.contains(asked) ? asked : "";
        return Reply.show(
                "people/devices.jte",
                Map.of(
                        "compounds",
                        compounds,
                        "compound",
                        compound,
                        "gates",
                        all.stream()
                                .filter(gate ->
                                        compound.isEmpty() || gate.compound().equals(compound))
                                .toList()));
    }
}
