package org.menfang.gate.osdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a reader is.
///
/// @param online whether it is heard, in a secure channel with its own key
/// @param fault why not, where that is known
/// @param installing whether it may be given a key
/// @param tamper whether somebody opened its case
/// @param powerFailed whether its supply is bad
/// @param inputs which of its inputs are active
/// @param outputs which of its outputs are on
/// @param identity who it says that it is, once it is online
public record ReaderStatus(
        boolean online,
        @Nullable ReaderFault fault,
        boolean installing,
        boolean tamper,
        boolean powerFailed,
        List<Boolean> inputs,
        List<Boolean> outputs,
        @Nullable ReaderIdentity identity) {
    /// Nothing is known yet.
    public static final ReaderStatus UNKNOWN =
            new ReaderStatus(false, null, false, false, false, List.of(), List.of(), null);

    public ReaderStatus {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    ReaderStatus withOnline() {
        return new ReaderStatus(
                true, null, installing, tamper, powerFailed, inputs, outputs, identity);
    }

    /// What it told before is kept: that its case is open stays true while it is away.
    ReaderStatus withFault(ReaderFault why) {
        return new ReaderStatus(
                false, why, installing, tamper, powerFailed, inputs, outputs, identity);
    }

    ReaderStatus withInstalling(boolean may) {
        return new ReaderStatus(online, fault, may, tamper, powerFailed, inputs, outputs, identity);
    }

    ReaderStatus with(ReaderReply.LocalStatus local) {
        return new ReaderStatus(
                online,
                fault,
                installing,
                local.tamper(),
                local.powerFailed(),
                inputs,
                outputs,
                identity);
    }

    ReaderStatus withInputs(List<Boolean> active) {
        return new ReaderStatus(
                online, fault, installing, tamper, powerFailed, active, outputs, identity);
    }

    ReaderStatus withOutputs(List<Boolean> active) {
        return new ReaderStatus(
                online, fault, installing, tamper, powerFailed, inputs, active, identity);
    }

    ReaderStatus withIdentity(ReaderIdentity who) {
        return new ReaderStatus(
                online, fault, installing, tamper, powerFailed, inputs, outputs, who);
    }
}
