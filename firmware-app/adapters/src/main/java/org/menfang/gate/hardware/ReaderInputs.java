package org.menfang.gate.hardware;

import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.gate.Key;
import org.menfang.gate.port.Inbox;
import org.menfang.vocabulary.ReaderId;

/// Brings what readers deliver into the inbox of the gate.
public record ReaderInputs(Inbox inbox) implements ReaderListener {
    @Override
    public void onCard(ReaderId reader, CardBits bits) {
        inbox.offer(new Input.CardRead(reader, bits));
    }

    @Override
    public void onKey(ReaderId reader, Key key) {
        inbox.offer(new Input.KeyPressed(reader, key));
    }

    @Override
    public void onText(ReaderId reader, String text) {
        inbox.offer(new Input.CodeRead(reader, cut(text)));
    }

    @Override
    public void onFailed(ReaderId reader, String why) {
        inbox.offer(new Input.ReaderFailed(reader, why));
    }

    @Override
    public void onRecovered(ReaderId reader) {
        inbox.offer(new Input.ReaderRecovered(reader));
    }

    @Override
    public void onTamper(ReaderId reader, boolean active) {
        inbox.offer(new Input.ReaderTampered(reader, active));
    }

    /// Nothing that long is a code of anybody; the gate still sees that something was shown.
    private static String cut(String text) {
        return text.length() > Input.CodeRead.TEXT_CHARS_MAX
                ? text.substring(0, Input.CodeRead.TEXT_CHARS_MAX)
                : text;
    }
}
