package org.menfang.gate.linux;

import java.util.Arrays;
import java.util.Optional;

/// Why the kernel refuses. The numbers are those of every machine that a gate runs on (x86, ARM).
public enum Errno {
    EPERM(1, "this user may not do that"),
    ENOENT(2, "there is no such file"),
    EINTR(4, "a signal came in between"),
    EIO(5, "the device does not work"),
    ENXIO(6, "there is no such device or address"),
    EBADF(9, "it is closed"),
    EAGAIN(11, "there is nothing now"),
    ENOMEM(12, "there is no memory left"),
    EACCES(13, "this user may not use it"),
    EFAULT(14, "the address is wrong"),
    EBUSY(16, "somebody else holds it"),
    EEXIST(17, "it is there already"),
    ENODEV(19, "the device is gone"),
    EISDIR(21, "it is a folder"),
    EINVAL(22, "the kernel does not take this"),
    EMFILE(24, "this program has too many open files"),
    ENOTTY(25, "the device does not know this request"),
    ENOSPC(28, "there is no room left"),
    EROFS(30, "it can only be read"),
    EPIPE(32, "the other end is closed"),
    ERANGE(34, "the value is out of range"),
    ENAMETOOLONG(36, "the name is too long"),
    EMSGSIZE(90, "the message is too long"),
    EOPNOTSUPP(95, "the device cannot do this"),
    EADDRINUSE(98, "the address is taken"),
    ETIMEDOUT(110, "the device did not answer in time"),
    ECONNREFUSED(111, "nobody listens there"),
    EREMOTEIO(121, "the device did not answer");

    private final int number;
    private final String meaning;

    Errno(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /// What it means, in words that stand behind a colon.
    public String meaning() {
        return meaning;
    }

    static Optional<Errno> of(int number) {
        return Arrays.stream(values()).filter(errno -> errno.number == number).findFirst();
    }
}
