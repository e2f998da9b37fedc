package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReaderReplyTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    40, '',                       'Fine[]'
                    41, 06,                       'Refused[reason=6]'
                    46, 040105 050101,            'Capable[capabilities=[Capability[function=4, compliance=1, count=5], Capability[function=5, compliance=1, count=1]]]'
                    48, 0100,                     'LocalStatus[tamper=true, powerFailed=false]'
                    49, 000100,                   'Inputs[active=[false, true, false]]'
                    4A, 01,                       'Outputs[active=[true]]'
                    50, 00011A00 8181F800,        'Card[bits=CardBits[bits=10000001100000011111100000]]'
                    51, 000003 414243,            'Text[text=ABC]'
                    51, 000103 434241,            'Text[text=ABC]'
                    53, 0005 31307F0D41,          'Keys[keys=[DIGIT_1, DIGIT_0, CLEAR, ENTER]]'
                    53, 0002 2A23,                'Keys[keys=[CLEAR, ENTER]]'
                    54, 0500C20100,               'Address[address=5, baud=115200]'
                    45, AABBCC 0102 04030201 010203, 'Identified[identity=vendor AABBCC, model 1.2, serial 16909060, firmware 1.2.3]'
                    79, '',                       'Busy[]'
                    57, 0000,                     'Unasked[code=87]'
                    """)
    void a_reply_is_what_its_code_says(String code, String data, String expected) {
        assertEquals(
                Optional.of(expected),
                ReaderReply.read(Integer.parseInt(code, 16), bytes(data)).map(Object::toString));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    41, ''
                    45, AABBCC
                    46, 0401
                    48, 01
                    50, 0001
                    50, 00010000
                    50, 00011A00 8181F8
                    50, 00011A00 8181F80000
                    50, 00010101 00
                    51, 000003 4142
                    51, 000000
                    53, 0003 3132
                    54, 05
                    76, 00
                    78, 00
                    """)
    void a_reply_whose_data_does_not_fit_is_none(String code, String data) {
        assertEquals(Optional.empty(), ReaderReply.read(Integer.parseInt(code, 16), bytes(data)));
    }

    @Test
    void a_card_may_have_as_many_bits_as_the_gate_takes() {
        String data = "00010001" + "FF".repeat(32);
        assertEquals(
                "Card[bits=CardBits[bits=" + "1".repeat(256) + "]]",
                ReaderReply.read(0x50, bytes(data)).orElseThrow().toString());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
