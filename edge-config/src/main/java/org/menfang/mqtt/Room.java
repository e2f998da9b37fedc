package org.menfang.mqtt;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How much may be on its way to the broker without an answer: so many messages, and so many bytes.
final class Room {
    /// More than the answers to our calls: the broker is in the middle of something large.
    static final long BUSY_BYTES_MIN = 1_024;

    private final LinkSocket socket;
    private final long waitMillis;
    private final int bytesMax;
    private final Semaphore messages;
    private final Semaphore bytes;

    /// @param messagesMax as many as the broker takes, within our own limit
    Room(LinkLimits limits, LinkSocket socket, int messagesMax) {
        this.socket = socket;
        this.waitMillis = limits.answerWait().toMillis();
        this.bytesMax = limits.inFlightBytesMax();
        this.messages = new Semaphore(messagesMax);
        this.bytes = new Semaphore(bytesMax);
    }

    /// The place of one message on its way.
    final class Place {
        private final int bytesTaken;

        private Place(int bytesTaken) {
            this.bytesTaken = bytesTaken;
        }

        /// The message is answered, or lost.
        void leave() {
            messages.release();
            bytes.release(bytesTaken);
        }
    }

    /// Waits for a place.
    ///
    /// @return none if the broker does not answer in time
    @Nullable Place take(long messageBytes) throws InterruptedException {
        if (!acquire(messages, 1)) {
            return null;
        }
        int share = (int) Math.min(messageBytes, bytesMax);
        if (acquire(bytes, share)) {
            return new Place(share);
        }
        messages.release();
        return null;
    }

    /// While the broker sends something large, its answers stand behind that.
    private boolean acquire(Semaphore from, int permits) throws InterruptedException {
        long heardBefore;
        do {
            heardBefore = socket.heardBytes();
            if (from.tryAcquire(permits, waitMillis, TimeUnit.MILLISECONDS)) {
                return true;
            }
        } while (socket.heardBytes() - heardBefore >= BUSY_BYTES_MIN);
        return false;
    }
}
