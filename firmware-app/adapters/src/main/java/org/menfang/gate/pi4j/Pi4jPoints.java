package org.menfang.gate.pi4j;

import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import com.pi4j.exception.Pi4JException;
import java.io.IOException;
import java.util.List;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.port.Inbox;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;

/// All electrical points of a gate, open. Closing it gives the lines back as they are: it drives
/// none of them.
public final class Pi4jPoints implements AutoCloseable {
    private final Context context;
    private final Pi4jOutputs outputs;
    private final Pi4jInputs inputs;
    private final Pulse pulse;

    private Pi4jPoints(Context context, Pi4jOutputs outputs, Pi4jInputs inputs) {
        this.context = context;
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
    public static Pi4jPoints open(GpioChip chip, Site site, Inbox inbox) throws IOException {
        requireOnBoard(site);
        Context context = context(chip);
        try {
            return new Pi4jPoints(
                    context,
                    new Pi4jOutputs(context, pins(site, true), inbox),
                    new Pi4jInputs(context, pins(site, false), inbox));
        } catch (Pi4JException | IllegalStateException e) {
            context.shutdown();
            throw new IOException("a GPIO line cannot be taken: " + rootMessage(e), e);
        }
    }

    /// Tells the inbox how every input stands now, as if it had changed to that.
    public void reportInputs() {
        inputs.reportAll();
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
        context.shutdown();
    }

    /// No detection, no injection and no shutdown hook: what is on the class path, in the
    /// environment or on the board must not change what a gate does, and the order of its end is
    /// the program's business.
    private static Context context(GpioChip chip) {
        return ContextBuilder.newInstance()
                .noAutoDetect()
                .noAutoInject()
                .disableShutdownHook()
                .add(new GpioChipOutputs(chip), new GpioChipInputs(chip))
                .build();
    }

    private static List<PinPlan> pins(Site site, boolean output) {
        return site.pins().stream()
                .filter(pin -> !pin.point().role().isOfReader())
                .filter(pin -> pin.point().role().isOutput() == output)
                .toList();
    }

    /// A line of another chip must not be taken for one of this.
    private static void requireOnBoard(Site site) throws IOException {
        for (PinPlan pin : site.pins()) {
            if (!pin.isOnBoard()) {
                throw new IOException(
                        "the point %s hangs on the chip %s, which this hardware does not have"
                                .formatted(pin.point(), pin.chip()));
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
