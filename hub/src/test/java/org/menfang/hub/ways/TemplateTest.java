package org.menfang.hub.ways;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.notify.Notice.Urgency;

class TemplateTest {
    private static final Outgoing MESSAGE =
            Outgoing.of("兴华", "门\"},{\"x\":\"开 {link} $1 \\", "https://h.example/", Urgency.ALARM);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"a":{"b":["{text}",1,true]}} | {"a":{"b":["门\\"},{\\"x\\":\\"开 {link} $1 \\\\",1,true]}}
                    ["{title} {urgency}"]         | ["门房·兴华 ALARM"]
                    {"{text}":"{link}"}           | {"{text}":"https://h.example/"}
                    {"open {other":"{nothing}"}   | {"open {other":"{nothing}"}
                    """)
    void a_json_template_stays_the_json_that_it_is(String template, String expected) {
        Template.Filled filled = Template.fill(template, MESSAGE);
        assertEquals("application/json; charset=utf-8", filled.contentType());
        assertEquals(expected, new String(filled.body(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {title}: {urgency} | 门房·兴华: ALARM
                    "{urgency}"        | "ALARM"
                    {not json {link}   | {not json https://h.example/
                    """)
    void everything_else_is_plain_text(String template, String expected) {
        Template.Filled filled = Template.fill(template, MESSAGE);
        assertEquals("text/plain; charset=utf-8", filled.contentType());
        assertEquals(expected, new String(filled.body(), StandardCharsets.UTF_8));
    }
}
