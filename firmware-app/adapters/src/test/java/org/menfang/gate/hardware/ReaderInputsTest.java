package org.menfang.gate.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.gate.Key;
import org.menfang.vocabulary.ReaderId;

final class ReaderInputsTest {
    private static final ReaderId READER = new ReaderId("north-reader");

    private final List<Input> inbox = new ArrayList<>();
    private final ReaderInputs inputs = new ReaderInputs(inbox::add);

    @Test
    void what_a_reader_delivers_is_an_input_of_its_kind() {
        inputs.onCard(READER, new CardBits("0101"));
        inputs.onKey(READER, Key.ENTER);
        inputs.onText(READER, "https://menfang.example/t?uid=");
        assertEquals(
                List.of(
                        new Input.CardRead(READER, new CardBits("0101")),
                        new Input.KeyPressed(READER, Key.ENTER),
                        new Input.CodeRead(READER, "https://menfang.example/t?uid=")),
                inbox);
    }

    @Test
    void a_reader_that_fails_is_told_until_it_is_well_again() {
        inputs.onFailed(READER, "unplugged");
        inputs.onRecovered(READER);
        inputs.onTamper(READER, true);
        assertEquals(
                List.of(
                        new Input.ReaderFailed(READER, "unplugged"),
                        new Input.ReaderRecovered(READER),
                        new Input.ReaderTampered(READER, true)),
                inbox);
    }

    @Test
    void a_text_that_is_too_long_comes_cut() {
        inputs.onText(READER, "A".repeat(Input.CodeRead.TEXT_CHARS_MAX + 1));
        assertEquals(
                List.of(new Input.CodeRead(READER, "A".repeat(Input.CodeRead.TEXT_CHARS_MAX))),
                inbox);
    }
}
