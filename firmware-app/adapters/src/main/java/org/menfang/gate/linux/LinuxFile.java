package org.menfang.gate.linux;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One open file of the kernel, mostly a device.
///
/// Buffers are direct; a call takes them from their position to their limit, and reading and
/// writing move the position on, as channels do. Any thread may call, but whoever closes it has to
/// know that no other thread is still inside: let a thread that waits for it be woken by a {@link
/// LinuxWake} first.
public final class LinuxFile implements Closeable {
    private static final int CLOSED = -1;
    private static final int O_CLOEXEC = 0x80000;

    private static final int POLLFD_BYTES = 8;
    private static final int EVENTS_AT = 4;
    private static final int RETURNED_AT = 6;
    private static final short POLLIN = 1;
    private static final int FOREVER = -1;

    private final String name;
    private final AtomicInteger descriptor;

    private LinuxFile(String name, int descriptor) {
        this.name = name;
        this.descriptor = new AtomicInteger(descriptor);
    }

    /// What a file is opened for.
    public enum Access {
        READ(0),
        WRITE(1),
        READ_WRITE(2);

        private final int flag;

        Access(int flag) {
            this.flag = flag;
        }
    }

    /// Opens a file that is there.
    public static LinuxFile open(Path path, Access access) throws LinuxException {
        String what = "open " + path;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(path.toString());
            int flags = access.flag | O_CLOEXEC;
            long descriptor =
                    LinuxCalls.checked(
                            what,
                            captured -> (int) LinuxCalls.OPEN.invokeExact(captured, text, flags));
            return new LinuxFile(path.toString(), (int) descriptor);
        } catch (LinuxException e) {
            throw e.is(Errno.EACCES) ? e.advising(howToBeAllowed(path)) : e;
        }
    }

    /// A file that the kernel handed out as a number, in the answer to a request. It is closed with
    /// the one that is returned.
    ///
    /// @param name what to call it in messages
    public static LinuxFile of(int descriptor, String name) {
        return new LinuxFile(name, descriptor);
    }

    /// Where a direct buffer begins, for structures that point to another one. The buffer has to be
    /// kept until the kernel has answered.
    public static long addressOf(ByteBuffer direct) {
        return segment(direct).address();
    }

    /// Makes a request of the device with a structure, which it may fill in.
    ///
    /// @param argument the structure, from the position on; the position stays
    /// @return what the device answers, 0 or above
    public int ioctl(String what, long request, ByteBuffer argument) throws LinuxException {
        MemorySegment structure = segment(argument);
        int file = opened(what);
        return (int)
                LinuxCalls.checked(
                        what + " (" + name + ")",
                        captured ->
                                (int)
                                        LinuxCalls.IOCTL_POINTER.invokeExact(
                                                captured, file, request, structure));
    }

    /// Makes a request of the device with a plain number.
    public int ioctl(String what, long request, long argument) throws LinuxException {
        int file = opened(what);
        return (int)
                LinuxCalls.checked(
                        what + " (" + name + ")",
                        captured ->
                                (int)
                                        LinuxCalls.IOCTL_VALUE.invokeExact(
                                                captured, file, request, argument));
    }

    /// Reads what is there, and waits until something is.
    ///
    /// @return how many bytes came; 0 at the end of the file
    public int read(ByteBuffer into) throws LinuxException {
        String what = "read " + name;
        MemorySegment room = segment(into);
        int file = opened(what);
        long count =
                LinuxCalls.checked(
                        what,
                        captured ->
                                (long)
                                        LinuxCalls.READ.invokeExact(
                                                captured, file, room, room.byteSize()));
        into.position(into.position() + (int) count);
        return (int) count;
    }

    /// Writes as much as the device takes at once.
    ///
    /// @return how many bytes it took
    public int write(ByteBuffer from) throws LinuxException {
        String what = "write " + name;
        MemorySegment bytes = segment(from);
        int file = opened(what);
        long count =
                LinuxCalls.checked(
                        what,
                        captured ->
                                (long)
                                        LinuxCalls.WRITE.invokeExact(
                                                captured, file, bytes, bytes.byteSize()));
        from.position(from.position() + (int) count);
        return (int) count;
    }

    /// Waits until there is something to read, or reading would say why there never will be.
    ///
    /// @return whether that is so; not if the time is over
    public boolean awaitReadable(Duration timeout) throws LinuxException {
        long millis = timeout.plusNanos(999_999).toMillis();
        return poll(null, (int) Math.min(millis, Integer.MAX_VALUE));
    }

    /// Waits until there is something to read, or until somebody wakes the waiting thread.
    ///
    /// @return whether there is something to read; not if it was woken
    public boolean awaitReadable(LinuxWake wake) throws LinuxException {
        return poll(wake.file(), FOREVER);
    }

    private boolean poll(@Nullable LinuxFile wake, int timeoutMillis) throws LinuxException {
        String what = "wait for " + name;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment files = arena.allocate(2L * POLLFD_BYTES, Integer.BYTES);
            watch(files, 0, opened(what));
            if (wake != null) {
                watch(files, POLLFD_BYTES, wake.opened(what));
            }
            long count = wake == null ? 1 : 2;
            LinuxCalls.checked(
                    what,
                    captured ->
                            (int)
                                    LinuxCalls.POLL.invokeExact(
                                            captured, files, count, timeoutMillis));
            boolean woken = files.get(ValueLayout.JAVA_SHORT, POLLFD_BYTES + RETURNED_AT) != 0;
            return !woken && files.get(ValueLayout.JAVA_SHORT, RETURNED_AT) != 0;
        }
    }

    private static void watch(MemorySegment files, long at, int descriptor) {
        files.set(ValueLayout.JAVA_INT, at, descriptor);
        files.set(ValueLayout.JAVA_SHORT, at + EVENTS_AT, POLLIN);
    }

    /// The number by which the kernel knows it.
    int opened(String what) throws LinuxException {
        int file = descriptor.get();
        if (file == CLOSED) {
            throw new LinuxException(what, Errno.EBADF.number());
        }
        return file;
    }

    private static MemorySegment segment(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("the kernel takes direct buffers only");
        }
        return MemorySegment.ofBuffer(buffer);
    }

    private static String howToBeAllowed(Path path) {
        try {
            String group = Files.readAttributes(path, PosixFileAttributes.class).group().getName();
            return group.equals("root")
                    ? "only root may use it: add a udev rule that gives it to a group"
                    : "add the user to the group " + group;
        } catch (IOException e) {
            return "this user may not use it, nor see whose it is";
        }
    }

    @Override
    public void close() throws LinuxException {
        int file = descriptor.getAndSet(CLOSED);
        if (file != CLOSED) {
            // Linux has closed it even if it says that a signal came in between.
            long result = LinuxCalls.once(c -> (int) LinuxCalls.CLOSE.invokeExact(c, file));
            if (result < 0 && -result != Errno.EINTR.number()) {
                throw new LinuxException("close " + name, (int) -result);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
