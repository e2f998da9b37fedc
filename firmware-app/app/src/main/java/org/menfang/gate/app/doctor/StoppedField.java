package org.menfang.gate.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.gate.hardware.ReaderInputs;
import org.menfang.gate.signs.LineSigns;
import org.menfang.gate.signs.ObservedChip;
import org.menfang.gate.signs.ObservedInbox;
import org.menfang.gate.wiegand.WiegandReaders;
import org.menfang.site.PinPlan;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;

/// The lines of a board on which no gate runs: its inputs and the wires of its readers, taken for
/// as long as somebody looks. No output is ever taken.
final class StoppedField implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StoppedField.class.getName());

    private final Site site;
    private final Hardware hardware;
    private final Path temporary;
    private final ObservedInbox heard = new ObservedInbox(_ -> {}, System::nanoTime);
    private final Map<String, ObservedChip> chips = new TreeMap<>();
    private final List<LineSigns> refused = new ArrayList<>();
    private @Nullable WiegandReaders readers;

    private StoppedField(Site site, Hardware hardware, Path temporary) {
        this.site = site;
        this.hardware = hardware;
        this.temporary = temporary;
    }

    /// Takes the inputs.
    ///
    /// @throws IOException if the hardware is not there; the message says what a person can do
    static StoppedField open(HardwareProvider provider, Site site, Path keys) throws IOException {
        Path temporary = Files.createTempDirectory("menfang-doctor-");
        Hardware hardware;
        try {
            hardware = provider.open(site, temporary, keys);
        } catch (IOException e) {
            delete(temporary);
            throw e;
        }
        StoppedField field = new StoppedField(site, hardware, temporary);
        field.takeInputs();
        field.takeReaders();
        return field;
    }

    private void takeInputs() {
        for (PinPlan pin : site.pins()) {
            if (!pin.point().role().isOutput() && !pin.point().role().isOfReader()) {
                take(pin);
            }
        }
    }

    private void take(PinPlan pin) {
        try {
            GpioChip.InputLine _ =
                    chip(pin.chip()).input(pin.line(), pin.pull(), Duration.ZERO, _ -> {});
        } catch (UncheckedIOException | IOException e) {
            refuse(pin, e);
        }
    }

    private void refuse(PinPlan pin, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        refused.add(
                new LineSigns(
                        pin.chip(), pin.line(), false, null, String.valueOf(cause.getMessage())));
    }

    private GpioChip chip(String name) throws IOException {
        ObservedChip known = chips.get(name);
        if (known == null) {
            known = new ObservedChip(name, new InputsOnlyChip(hardware.chip(name)));
            chips.put(name, known);
        }
        return known;
    }

    /// Readers on two wires can be listened to; to any other one something would have to be said.
    private void takeReaders() {
        List<ReaderPlan> onWires =
                site.readers().stream()
                        .filter(reader -> reader.connection() instanceof ReaderConnection.Wiegand)
                        .toList();
        if (onWires.isEmpty()) {
            return;
        }
        try {
            readers =
                    WiegandReaders.connect(
                            withoutLights(site),
                            onWires,
                            chip(PinPlan.BOARD),
                            _ -> {
                                throw new IllegalStateException("the doctor lights nothing");
                            },
                            new ReaderInputs(heard));
        } catch (UncheckedIOException | IOException e) {
            site.pins().stream()
                    .filter(pin -> pin.point().role().isOfReader())
                    .filter(pin -> !pin.point().role().isOutput())
                    .forEach(pin -> refuse(pin, e));
        }
    }

    private static Site withoutLights(Site site) {
        return new Site(
                site.compound(),
                site.gate(),
                site.name(),
                site.zone(),
                site.place(),
                site.areas(),
                site.doors(),
                site.readers(),
                site.accessPoints(),
                site.fire(),
                site.lamps(),
                site.cameras(),
                site.alarmInputs(),
                site.hub(),
                site.pins().stream().filter(pin -> !pin.point().role().isOutput()).toList(),
                site.wiring(),
                site.sirens());
    }

    /// How the lines and the readers are now.
    GateReading.Stopped now() {
        List<LineSigns> lines = new ArrayList<>(refused);
        chips.values().forEach(chip -> lines.addAll(chip.signs()));
        WiegandReaders connected = readers;
        return new GateReading.Stopped(
                lines,
                connected == null
                        ? List.of()
                        : heard.readers(
                                site.readers().stream()
                                        .filter(plan ->
                                                plan.connection()
                                                        instanceof ReaderConnection.Wiegand)
                                        .map(ReaderPlan::id)
                                        .toList(),
                                connected.states()),
                new GateReading.Board.Opened());
    }

    @Override
    public void close() {
        WiegandReaders connected = readers;
        if (connected != null) {
            connected.close();
        }
        hardware.close();
        delete(temporary);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "a temporary folder stays behind: " + folder, e);
        }
    }
}
