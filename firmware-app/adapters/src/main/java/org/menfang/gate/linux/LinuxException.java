package org.menfang.gate.linux;

import java.io.IOException;
import java.util.Optional;

/// The kernel refused. The message names what was tried, the kernel's name for the reason, and what
/// a person can do.
public final class LinuxException extends IOException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final int number;

    /// @param what what was tried, such as `open /dev/gpiochip0`
    /// @param number the kernel's `errno`
    public LinuxException(String what, int number) {
        this(what, number, Errno.of(number).map(Errno::meaning).orElse("the kernel refuses"));
    }

    private LinuxException(String what, int number, String advice) {
        super(what + ": " + nameOf(number) + ", " + advice);
        this.what = what;
        this.number = number;
    }

    /// The same with better advice, from somebody who knows more of the device.
    public LinuxException advising(String advice) {
        LinuxException better = new LinuxException(what, number, advice);
        better.initCause(this);
        return better;
    }

    /// The reason; empty for a rare one that has no name here.
    public Optional<Errno> errno() {
        return Errno.of(number);
    }

    public boolean is(Errno errno) {
        return errno.number() == number;
    }

    private static String nameOf(int number) {
        return Errno.of(number).map(Enum::name).orElse("error " + number);
    }
}
