package org.menfang.gate.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.evdev.KeyboardReaders;
import org.menfang.gate.hardware.ConnectedReaders;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.GpioChips;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.osdp.KeyFolder;
import org.menfang.gate.osdp.OsdpReaders;
import org.menfang.gate.serial.SerialReaders;
import org.menfang.gate.wiegand.WiegandReaders;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;

/// All readers of the gate, each connected in its own way.
final class LinuxReaders implements ConnectedReaders {
    private final List<ConnectedReaders> groups = new ArrayList<>();
    private final Map<ReaderId, ConnectedReaders> groupOf = new TreeMap<>();

    private final List<Supplier<List<ReaderState>>> states = new ArrayList<>();

    private ReaderInstalls installs = ReaderInstalls.NONE;

    private LinuxReaders() {}

    /// @param chips the chips that lights and buzzers of readers may hang on
    /// @param keys where the keys of OSDP readers are kept
    /// @throws UncheckedIOException if one of them cannot be connected; none is then
    static LinuxReaders connect(
            Site site, GpioChip board, GpioChips chips, Path keys, ReaderListener listener) {
        site.readers().forEach(LinuxReaders::requireWay);
        LinuxReaders readers = new LinuxReaders();
        List<ReaderPlan> onWires = having(site, ReaderConnection.Wiegand.class);
        if (!onWires.isEmpty()) {
            WiegandReaders wires =
                    WiegandReaders.connect(
                            site, onWires, board, name -> chip(chips, name), listener);
            readers.add(onWires, wires);
            readers.states.add(wires::states);
        }
        List<ReaderPlan> onLines = having(site, ReaderConnection.Osdp.class);
        if (!onLines.isEmpty()) {
            OsdpReaders osdp = OsdpLines.connect(site, new KeyFolder(keys), listener);
            readers.add(onLines, osdp);
            readers.installs = osdp;
            readers.states.add(osdp::states);
        }
        List<ReaderPlan> keyboards = having(site, ReaderConnection.Keyboard.class);
        readers.add(keyboards, KeyboardReaders.connect(keyboards, listener));
        List<ReaderPlan> serial = having(site, ReaderConnection.Serial.class);
        readers.add(serial, SerialReaders.connect(serial, listener));
        return readers;
    }

    /// Where OSDP readers are given their keys.
    ReaderInstalls installs() {
        return installs;
    }

    /// How each reader is of which anything is known.
    List<ReaderState> states() {
        return states.stream().flatMap(group -> group.get().stream()).toList();
    }

    private static GpioChip chip(GpioChips chips, String name) {
        try {
            return chips.chip(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireWay(ReaderPlan reader) {
        switch (reader.connection()) {
            case ReaderConnection.Wiegand _,
                    ReaderConnection.Osdp _,
                    ReaderConnection.Keyboard _,
                    ReaderConnection.Serial _ -> {}
            case ReaderConnection.Unsaid _ ->
                    throw refused(
                            reader,
                            "the site file does not say how: give it a connection (wiegand, osdp,"
                                    + " keyboard or serial)");
        }
    }

    private static List<ReaderPlan> having(
            Site site, Class<? extends ReaderConnection> connection) {
        return site.readers().stream()
                .filter(reader -> connection.isInstance(reader.connection()))
                .toList();
    }

    private static UncheckedIOException refused(ReaderPlan reader, String why) {
        return new UncheckedIOException(new IOException("reader " + reader.id() + ": " + why));
    }

    private void add(List<ReaderPlan> plans, ConnectedReaders group) {
        groups.add(group);
        plans.forEach(plan -> groupOf.put(plan.id(), group));
    }

    @Override
    public void show(ReaderId reader, ReaderFeedback feedback) {
        ConnectedReaders group = groupOf.get(reader);
        if (group == null) {
            throw new IllegalArgumentException("no reader " + reader);
        }
        group.show(reader, feedback);
    }

    @Override
    public boolean areLive() {
        return groups.stream().allMatch(ConnectedReaders::areLive);
    }

    @Override
    public void close() {
        groups.reversed().forEach(ConnectedReaders::close);
        groups.clear();
    }
}
