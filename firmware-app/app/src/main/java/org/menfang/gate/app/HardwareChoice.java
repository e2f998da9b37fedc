package org.menfang.gate.app;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.HardwareProvider;

/// Which of the kinds of hardware that this program was packaged with a gate uses.
final class HardwareChoice {
    private HardwareChoice() {}

    /// The one that was asked for by name; without a name, the only one there is.
    static HardwareProvider choose(@Nullable String name) throws Refusal {
        List<HardwareProvider> found = new ArrayList<>();
        ServiceLoader.load(HardwareProvider.class).forEach(found::add);
        return choose(name, found);
    }

    static HardwareProvider choose(@Nullable String name, List<HardwareProvider> found)
            throws Refusal {
        if (found.isEmpty()) {
            throw unavailable("this program was packaged without any kind of hardware");
        }
        if (name == null) {
            if (found.size() == 1) {
                return found.getFirst();
            }
            throw unavailable("several kinds of hardware are there: name one of " + names(found));
        }
        return found.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        unavailable(
                                "there is no hardware \"" + name + "\"; there is " + names(found)));
    }

    private static Refusal unavailable(String why) {
        return new Refusal(ExitStatus.UNAVAILABLE, "--hardware: " + why);
    }

    private static String names(List<HardwareProvider> found) {
        return found.stream()
                .map(HardwareProvider::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
