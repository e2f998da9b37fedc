package org.menfang.gate.os;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;

/// Tells the controller when the supply of a Raspberry Pi gives too little voltage, and when it is
/// enough again: once each. Its owner runs it now and then.
///
/// The board's firmware measures, and the kernel's driver `rpi_volt` asks it every two seconds. It
/// says what it heard in the folder of hardware monitors. A machine without that driver says
/// nothing.
public final class SupplyWatch implements Runnable {
    private static final Path MONITORS = Path.of("/sys/class/hwmon");
    private static final String DRIVER = "rpi_volt";
    private static final String ALARM = "in0_lcrit_alarm";
    private static final Logger LOG = System.getLogger(SupplyWatch.class.getName());

    private final Path alarm;
    private final Inbox inbox;
    private boolean weak;
    private boolean unreadable;

    private SupplyWatch(Path alarm, Inbox inbox) {
        this.alarm = alarm;
        this.inbox = inbox;
    }

    /// Watches the supply of this machine; empty where nothing tells of it.
    public static Optional<SupplyWatch> ofThisMachine(Inbox inbox) {
        return of(MONITORS, inbox);
    }

    /// @param monitors the folder of hardware monitors
    static Optional<SupplyWatch> of(Path monitors, Inbox inbox) {
        if (!Files.isDirectory(monitors)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(monitors)) {
            for (Path folder : folders) {
                if (isOfSupply(folder)) {
                    return Optional.of(new SupplyWatch(folder.resolve(ALARM), inbox));
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "it cannot be seen whether the supply is weak", e);
        }
        return Optional.empty();
    }

    @Override
    public void run() {
        try {
            boolean now = Files.readString(alarm).strip().equals("1");
            unreadable = false;
            if (now != weak) {
                weak = now;
                inbox.offer(new Input.SupplyChanged(now));
            }
        } catch (IOException e) {
            if (!unreadable) {
                LOG.log(Level.WARNING, "it cannot be seen whether the supply is weak", e);
            }
            unreadable = true;
        }
    }

    private static boolean isOfSupply(Path folder) throws IOException {
        Path name = folder.resolve("name");
        return Files.isReadable(name)
                && Files.readString(name).strip().equals(DRIVER)
                && Files.exists(folder.resolve(ALARM));
    }
}
