package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.vocabulary.DenyReason;

class ReaderFeedbackTest {
    @ParameterizedTest
    @EnumSource(DenyReason.class)
    void every_reason_is_shown_as_a_denial(DenyReason reason) {
        assertTrue(ReaderFeedback.of(reason).isDenial());
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CREDENTIAL, DENIED_UNKNOWN",
        "PIN_WRONG, DENIED_UNKNOWN",
        "NOT_PERMITTED_NOW, DENIED_NOT_NOW",
        "LOST, DENIED_BLOCKED",
        "PASSBACK, DENIED_BLOCKED",
        "INTERLOCKED, DENIED_WAIT",
        "SECOND_PERSON_MISSING, DENIED_WAIT"
    })
    void people_see_whether_to_ask_to_come_later_or_to_wait(
            DenyReason reason, ReaderFeedback shown) {
        assertEquals(shown, ReaderFeedback.of(reason));
    }

    /// Who guesses must not see whether the card or only its PIN is wrong.
    @Test
    void what_a_guess_may_hit_looks_all_the_same() {
        Set<ReaderFeedback> shown = EnumSet.noneOf(ReaderFeedback.class);
        for (DenyReason guess :
                Set.of(
                        DenyReason.UNKNOWN_CREDENTIAL,
                        DenyReason.UNREADABLE_CREDENTIAL,
                        DenyReason.PIN_WRONG,
                        DenyReason.TAG_FORGED,
                        DenyReason.PASS_FORGED,
                        DenyReason.PASS_ISSUER_UNKNOWN)) {
            shown.add(ReaderFeedback.of(guess));
        }
        assertEquals(Set.of(ReaderFeedback.DENIED_UNKNOWN), shown);
    }
}
