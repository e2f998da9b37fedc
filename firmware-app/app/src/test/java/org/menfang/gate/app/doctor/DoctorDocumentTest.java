package org.menfang.gate.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The document says what the code says: every diagnosis with its verdict and its advice, in order.
class DoctorDocumentTest {
    @Test
    void every_diagnosis_stands_in_the_document_with_its_advice() throws IOException {
        List<String> written =
                Files.readAllLines(Path.of("docs/doctor.md")).stream()
                        .filter(line -> line.startsWith("| `") && !line.startsWith("| `--"))
                        .toList();
        List<String> expected =
                Arrays.stream(Diagnosis.values())
                        .filter(each -> each.verdict().asksForSomebody())
                        .map(DoctorDocumentTest::row)
                        .toList();
        assertEquals(String.join("\n", expected), String.join("\n", written));
    }

    private static String row(Diagnosis each) {
        return "| `%s` | %s | %s<br>%s |"
                .formatted(
                        each.fileName(),
                        each.verdict().words().zh() + " " + each.verdict().words().en(),
                        each.advice().zh(),
                        each.advice().en());
    }
}
