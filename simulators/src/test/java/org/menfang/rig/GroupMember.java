package org.menfang.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rig.OutsideWires;

/// A program that takes a line without the rights of root.
final class GroupMember {
    /// The group of the device.
    private static final int GROUP = 4711;

    private static final int OTHER_OWNER = 1;
    private static final int OTHER_GROUP = 65534;
    private static final int MODE = 0660;
    private static final int LINE = 23;
    private static final int HEAP_MEGABYTES = 64;

    private GroupMember() {}

    /// Makes a device one that somebody else owns, and that the group may use.
    static void mayUse(Path device) throws IOException {
        Files.setAttribute(device, "unix:uid", OTHER_OWNER);
        Files.setAttribute(device, "unix:gid", GROUP);
        Files.setAttribute(device, "unix:mode", MODE);
    }

    /// Starts it as whoever owns the source tree, since nobody else may be able to read it, and
    /// without the capabilities of root; what it says.
    ///
    /// @param member whether that user is in the group
    static String start(boolean member) throws IOException, InterruptedException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Program java =
                new Program(
                        "member",
                        GroupMember.class.getName(),
                        HEAP_MEGABYTES,
                        temporary,
                        temporary.resolve("member.log"));
        Object owner = Files.getAttribute(Path.of("").toAbsolutePath(), "unix:uid");
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=" + owner));
        command.add("--regid=" + OTHER_GROUP);
        command.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        command.add(member ? "--groups=" + GROUP : "--clear-groups");
        command.addAll(java.command(List.of(), List.of()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        process.waitFor();
        return said;
    }

    public static void main(String[] arguments) {
        try (LinuxGpioChip chip =
                LinuxGpioChip.open(Set.of(OutsideWires.LABEL), line -> "line " + line)) {
            chip.output(LINE, false);
            System.out.println("took a line");
        } catch (IOException | UncheckedIOException e) {
            System.out.println(e.getMessage());
        }
    }
}
