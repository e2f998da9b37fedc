package org.menfang.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.Golden;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;

class PeopleFilesTest {
    private static final String HEADER = "holder,name,household,address\n";

    @Test
    void people_are_read_as_a_spreadsheet_saves_them() {
        String text =
                """
                \uFEFFname,holder,address,household\r
                王秀英,h-001,"3 栋 2 单元, 501",3-2-501\r
                "李 ""老虎"" 强", h-002 ,,\r
                """;
        assertEquals(
                new PeopleCheck.Good(
                        List.of(
                                new Person(
                                        new HolderId("h-001"),
                                        "王秀英",
                                        new HouseholdId("3-2-501"),
                                        "3 栋 2 单元, 501"),
                                new Person(new HolderId("h-002"), "李 \"老虎\" 强", null, ""))),
                check(text));
    }

    @Test
    void every_fault_of_every_line_is_named_in_both_languages() {
        Golden.check(
                "org/menfang/people/faults.txt",
                messages(
                        HEADER
                                + "h-001,王秀英,3-2-501,3 栋\n"
                                + "H 002,李强,3 2 502,3 栋\n"
                                + "h-001,,3-2-503,3 栋\n"
                                + "h-004,张三,3-2-504\n"
                                + "h-005,"
                                + "长".repeat(41)
                                + ",3-2-505,"
                                + "址".repeat(101)
                                + "\n"
                                + "h-006,\"赵\n六\",3-2-506,3 栋\n"));
    }

    @Test
    void columns_are_checked_before_any_line() {
        Golden.check(
                "org/menfang/people/columns.txt",
                messages("holdre,name,name,address\nh-001,王秀英,3-2-501,3 栋\n"));
    }

    @Test
    void a_column_too_many_is_a_fault_of_the_header_and_no_line_is_read() {
        assertEquals(
                List.of(PeopleFaultCode.UNKNOWN_COLUMN),
                codes("holder,name,household,notes,address\nh-001,王秀英,,\n".getBytes(UTF_8)));
    }

    @Test
    void a_file_that_is_no_table_in_utf_8_is_refused() {
        assertEquals(List.of(PeopleFaultCode.EMPTY), codes("".getBytes(UTF_8)));
        assertEquals(
                List.of(PeopleFaultCode.SYNTAX),
                codes((HEADER + "h-001,\"never closed" + ",x".repeat(20_000)).getBytes(UTF_8)));
        byte[] gbk = (HEADER + "h-001,王秀英,,\n").getBytes(Charset.forName("GBK"));
        PeopleFault fault =
                assertInstanceOf(PeopleCheck.Bad.class, PeopleFiles.check(gbk)).faults().getFirst();
        assertEquals(PeopleFaultCode.NOT_UTF_8, fault.code());
        assertEquals(2, fault.line());
    }

    @Test
    void a_file_that_is_missing_is_a_fault(@TempDir Path folder) {
        PeopleCheck check = PeopleFiles.check(folder.resolve("people.csv"));
        assertEquals(
                "people.csv: The file cannot be read: NoSuchFileException.",
                assertInstanceOf(PeopleCheck.Bad.class, check)
                        .faults()
                        .getFirst()
                        .describe("people.csv", Locale.ENGLISH));
    }

    @Test
    void a_file_with_a_thousand_faults_tells_the_first_hundred() {
        List<PeopleFaultCode> codes = codes((HEADER + "?,?,,\n".repeat(1000)).getBytes(UTF_8));
        assertEquals(PeopleFiles.FAULTS_MAX + 1, codes.size());
        assertEquals(PeopleFaultCode.AND_MORE, codes.getLast());
    }

    @Test
    void as_many_people_are_read_as_are_allowed_and_no_more() {
        String most =
                IntStream.range(0, PeopleFiles.PEOPLE_MAX)
                        .mapToObj("h-%d,王秀英,,"::formatted)
                        .collect(Collectors.joining("\n", HEADER, "\n"));
        assertEquals(
                PeopleFiles.PEOPLE_MAX,
                assertInstanceOf(PeopleCheck.Good.class, check(most)).people().size());
        assertEquals(
                List.of(PeopleFaultCode.TOO_MANY_LINES),
                codes((most + "one-more,李强,,\n").getBytes(UTF_8)));
    }

    @Test
    void every_code_has_a_message_in_each_language_and_every_message_a_code() {
        TreeSet<String> keys =
                Arrays.stream(PeopleFaultCode.values())
                        .map(PeopleFaultCode::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        keys.add(PeopleFault.GUESS_KEY);
        assertEquals(keys, new TreeSet<>(PeopleFault.MESSAGES.keys(Locale.ENGLISH)));
        assertEquals(keys, new TreeSet<>(PeopleFault.MESSAGES.keys(Locale.CHINESE)));
    }

    private static String messages(String text) {
        List<PeopleFault> faults = assertInstanceOf(PeopleCheck.Bad.class, check(text)).faults();
        return Stream.of(Locale.ENGLISH, Locale.CHINESE)
                .flatMap(language ->
                        faults.stream().map(fault -> fault.describe("people.csv", language)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<PeopleFaultCode> codes(byte[] text) {
        return assertInstanceOf(PeopleCheck.Bad.class, PeopleFiles.check(text)).faults().stream()
                .map(PeopleFault::code)
                .toList();
    }

    private static PeopleCheck check(String text) {
        return PeopleFiles.check(text.getBytes(UTF_8));
    }
}
