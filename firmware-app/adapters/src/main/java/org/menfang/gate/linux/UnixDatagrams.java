package org.menfang.gate.linux;

import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A socket for messages between programs of one machine (`AF_UNIX`, `SOCK_DGRAM`), which the JDK
/// has not.
///
/// An address is the path of a socket file, or an abstract name with `@` at its head.
public final class UnixDatagrams implements Closeable {
    /// The longest message that is received.
    public static final int MESSAGE_BYTES_MAX = 4096;

    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    private static final int PATH_BYTES_MAX = 107;

    private final LinuxFile socket;

    private UnixDatagrams(LinuxFile socket) {
        this.socket = socket;
    }

    /// A socket that can send.
    public static UnixDatagrams open() throws LinuxException {
        int type = SOCK_DGRAM_CLOEXEC;
        int family = AF_UNIX;
        long descriptor =
                LinuxCalls.checked(
                        "open a socket",
                        captured -> (int) LinuxCalls.SOCKET.invokeExact(captured, family, type, 0));
        return new UnixDatagrams(LinuxFile.of((int) descriptor, "a socket"));
    }

    /// A socket that receives what is sent to an address.
    public static UnixDatagrams listen(String address) throws LinuxException {
        UnixDatagrams socket = open();
        try (Arena arena = Arena.ofConfined()) {
            String what = "listen at " + address;
            MemorySegment name = name(arena, what, address);
            int file = socket.socket.opened(what);
            int length = (int) name.byteSize();
            LinuxCalls.checked(
                    what,
                    captured -> (int) LinuxCalls.BIND.invokeExact(captured, file, name, length));
            return socket;
        } catch (LinuxException e) {
            socket.close();
            throw e;
        }
    }

    /// Sends a message. It never waits: where the receiver is full, it is refused.
    public void send(String address, String message) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            String what = "send to " + address;
            byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
            MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            MemorySegment name = name(arena, what, address);
            int file = socket.opened(what);
            int flags = MSG_DONTWAIT_NOSIGNAL;
            int length = (int) name.byteSize();
            LinuxCalls.checked(
                    what,
                    captured ->
                            (long)
                                    LinuxCalls.SENDTO.invokeExact(
                                            captured,
                                            file,
                                            text,
                                            text.byteSize(),
                                            flags,
                                            name,
                                            length));
        }
    }

    /// The next message; empty if none comes in time.
    public Optional<String> receive(Duration limit) throws LinuxException {
        if (!socket.awaitReadable(limit)) {
            return Optional.empty();
        }
        ByteBuffer room = ByteBuffer.allocateDirect(MESSAGE_BYTES_MAX);
        socket.read(room);
        return Optional.of(StandardCharsets.UTF_8.decode(room.flip()).toString());
    }

    /// A `struct sockaddr_un`, as long as its name. An abstract one begins with a zero in the place
    /// of the `@`, and ends without one.
    private static MemorySegment name(Arena arena, String what, String address)
            throws LinuxException {
        boolean isAbstract = address.startsWith("@");
        if (!isAbstract && !address.startsWith("/")) {
            throw new LinuxException(what, Errno.EINVAL.number());
        }
        byte[] path = address.getBytes(StandardCharsets.UTF_8);
        if (path.length > PATH_BYTES_MAX) {
            throw new LinuxException(what, Errno.ENAMETOOLONG.number());
        }
        if (isAbstract) {
            path[0] = 0;
        } else {
            path = Arrays.copyOf(path, path.length + 1);
        }
        MemorySegment name = arena.allocate(Short.BYTES + path.length, Short.BYTES);
        name.set(ValueLayout.JAVA_SHORT, 0, AF_UNIX);
        MemorySegment.copy(path, 0, name, ValueLayout.JAVA_BYTE, Short.BYTES, path.length);
        return name;
    }

    @Override
    public void close() throws LinuxException {
        socket.close();
    }
}
