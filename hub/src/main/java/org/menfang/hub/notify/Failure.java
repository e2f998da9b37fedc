package org.menfang.hub.notify;

/// Why a way did not take a message. Each has a text that says what to do next.
public enum Failure {
    /// No connection: the network, or the name of the server.
    UNREACHABLE,
    /// Connected, and then no answer in time.
    NO_ANSWER,
    /// Too many messages; the other side asks to wait.
    THROTTLED,
    /// The robot, key or topic does not exist any more, or not under this address.
    UNKNOWN_ADDRESS,
    /// The signature or token is wrong, or the hub's clock is.
    WRONG_SECRET,
    /// The robot takes messages with certain words only.
    WRONG_WORDS,
    /// The robot takes messages from certain addresses only.
    WRONG_PLACE,
    /// The other side says that the message is malformed.
    MALFORMED,
    /// The server of the other side fails.
    SERVER_FAILED,
    /// The answer is not one that such a server gives.
    STRANGE_ANSWER,
    /// Some other refusal.
    REFUSED,
    /// The program that works the modem is not installed.
    NO_PROGRAM,
    /// The program that works the modem failed.
    MODEM_FAILED,
    /// The address of the way is lost: it has to be entered again.
    NO_ADDRESS
}
