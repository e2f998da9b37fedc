package org.menfang.gate.pi4j;

import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.GpioChips;

/// One context of Pi4J for each chip that is used, since a context knows lines by their number
/// alone.
final class ChipContexts {
    private final GpioChips chips;
    private final Map<String, Context> contexts = new TreeMap<>();

    ChipContexts(GpioChips chips) {
        this.chips = chips;
    }

    /// The context of a chip, made when it is first asked for.
    ///
    /// @throws IOException if there is no such chip
    Context of(String chip) throws IOException {
        Context known = contexts.get(chip);
        if (known != null) {
            return known;
        }
        Context made = context(chips.chip(chip));
        contexts.put(chip, made);
        return made;
    }

    void shutdown() {
        contexts.values().forEach(Context::shutdown);
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
}
