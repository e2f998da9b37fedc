package org.menfang.gate.pi4j;

import com.pi4j.exception.Pi4JException;
import java.io.IOException;
import java.util.List;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.GpioChips;
import org.menfang.gate.port.Inbox;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;

/// All electrical points of a gate, open. Closing it gives the lines back as they are: it drives
/// none of them.
public final class Pi4jPoints implements AutoCloseable {
    private final ChipContexts contexts;
    private final Pi4jOutputs outputs;
    private final Pi4jInputs inputs;
    private final Pulse pulse;

    private Pi4jPoints(ChipContexts contexts, Pi4jOutputs outputs, Pi4jInputs inputs) {
        this.contexts = contexts;
        this.outputs = outputs;
        this.inputs = inputs;
        pulse = new Pulse(outputs::beat, System::nanoTime);
        if (outputs.hasPulsed()) {
            pulse.start();
        }
    }

    /// Takes the lines that the site's pins name: outputs first, each without energy from the first
    /// moment on. Changes of inputs go to the inbox from now on; call {@link #reportInputs()} next.
    ///
    /// @throws IOException if a line cannot be taken; no line is then held
    public static Pi4jPoints open(GpioChips chips, Site site, Inbox inbox) throws IOException {
        requireChips(chips, site);
        ChipContexts contexts = new ChipContexts(chips);
        try {
            return new Pi4jPoints(
                    contexts,
                    new Pi4jOutputs(contexts, pins(site, true), inbox),
                    new Pi4jInputs(contexts, pins(site, false), inbox));
        } catch (Pi4JException | IllegalStateException e) {
            contexts.shutdown();
            throw new IOException("a GPIO line cannot be taken: " + rootMessage(e), e);
        } catch (IOException e) {
            contexts.shutdown();
            throw e;
        }
    }

    /// The same for a board without further chips.
    public static Pi4jPoints open(GpioChip board, Site site, Inbox inbox) throws IOException {
        return open(
                name -> {
                    if (!name.equals(PinPlan.BOARD)) {
                        throw new IOException("this hardware does not have the chip " + name);
                    }
                    return board;
                },
                site,
                inbox);
    }

    /// Tells the inbox how every input stands now, as if it had changed to that.
    public void reportInputs() {
        inputs.reportAll();
    }

    /// Looks how every input stands, and tells the inbox what no edge has told: an edge that was
    /// lost must not leave an arm on its way down over a vehicle. To be called every second.
    public void lookAgain() {
        inputs.lookAgain();
    }

    public Pi4jOutputs outputs() {
        return outputs;
    }

    /// The gate turned its loop: outputs that are pulsed go on for a while.
    public void turned() {
        pulse.turned();
    }

    @Override
    public void close() {
        pulse.close();
        contexts.shutdown();
    }

    private static List<PinPlan> pins(Site site, boolean output) {
        return site.pins().stream()
                .filter(pin -> !pin.point().role().isOfReader())
                .filter(pin -> pin.point().role().isOutput() == output)
                .toList();
    }

    /// Every chip is there before the first line is taken.
    private static void requireChips(GpioChips chips, Site site) throws IOException {
        for (PinPlan pin : site.pins()) {
            try {
                chips.chip(pin.chip());
            } catch (IOException e) {
                throw new IOException(
                        "the point %s hangs on the chip %s: %s"
                                .formatted(pin.point(), pin.chip(), e.getMessage()),
                        e);
            }
        }
    }

    private static String rootMessage(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
