package org.menfang.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.text.Spelling;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Name;

/// Gathers the people of one text, and all its faults.
final class PeopleText {
    private static final String HOLDER = "holder";
    private static final String NAME = "name";
    private static final String HOUSEHOLD = "household";
    private static final String ADDRESS = "address";
    private static final List<String> COLUMNS = List.of(HOLDER, NAME, HOUSEHOLD, ADDRESS);

    /// Longest line; a quote that is never closed ends here.
    private static final int LINE_CHARS_MAX = 16 * 1024;

    private final List<Person> people = new ArrayList<>();
    private final List<PeopleFault> faults = new ArrayList<>();
    private final Map<String, Long> lineOfHolder = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private boolean headerKnown;
    private long lastLine;

    PeopleCheck read(String text) {
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder()
                        .maxBufferSize(LINE_CHARS_MAX)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text)) {
            readLines(lines.iterator());
        } catch (CsvParseException e) {
            add(lastLine + 1, PeopleFaultCode.SYNTAX, causeOf(e));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory has no faulty disk", e);
        }
        return faults.isEmpty() ? new PeopleCheck.Good(people) : new PeopleCheck.Bad(told());
    }

    private void readLines(Iterator<CsvRecord> lines) {
        if (!lines.hasNext()) {
            add(1, PeopleFaultCode.EMPTY);
            return;
        }
        readHeader(lines.next());
        lastLine = 1;
        while (lines.hasNext() && headerKnown && mayGoOn()) {
            CsvRecord line = lines.next();
            lastLine = line.getStartingLineNumber();
            if (people.size() == PeopleFiles.PEOPLE_MAX) {
                add(
                        line.getStartingLineNumber(),
                        PeopleFaultCode.TOO_MANY_LINES,
                        Integer.toString(PeopleFiles.PEOPLE_MAX));
                return;
            }
            readPerson(line);
        }
    }

    /// The header is known if it has each column once and no other: a line of four fields says
    /// nothing where the header has five.
    private void readHeader(CsvRecord header) {
        for (int i = 0; i < header.getFieldCount(); i++) {
            String column = header.getField(i).strip();
            if (!COLUMNS.contains(column)) {
                addMisspelt(header.getStartingLineNumber(), i + 1, column);
            } else if (columns.putIfAbsent(column, i) != null) {
                add(header.getStartingLineNumber(), i + 1, PeopleFaultCode.REPEATED_COLUMN, column);
            }
        }
        for (String column : COLUMNS) {
            if (!columns.containsKey(column)) {
                add(header.getStartingLineNumber(), PeopleFaultCode.MISSING_COLUMN, column);
            }
        }
        headerKnown = columns.size() == COLUMNS.size() && header.getFieldCount() == COLUMNS.size();
    }

    private void readPerson(CsvRecord line) {
        long at = line.getStartingLineNumber();
        int faultsBefore = faults.size();
        if (line.getFieldCount() != COLUMNS.size()) {
            add(
                    at,
                    PeopleFaultCode.WRONG_NUMBER_OF_FIELDS,
                    Integer.toString(line.getFieldCount()),
                    Integer.toString(COLUMNS.size()));
            return;
        }
        String holder = field(line, HOLDER);
        checkHolder(at, holder);
        String name = field(line, NAME);
        checkName(at, name);
        String household = field(line, HOUSEHOLD);
        if (!household.isEmpty() && !Name.isValid(household)) {
            add(at, placeOf(HOUSEHOLD), PeopleFaultCode.BAD_HOUSEHOLD, household);
        }
        String address = field(line, ADDRESS);
        if (address.length() > Person.ADDRESS_CHARS_MAX) {
            add(
                    at,
                    placeOf(ADDRESS),
                    PeopleFaultCode.ADDRESS_TOO_LONG,
                    Integer.toString(Person.ADDRESS_CHARS_MAX));
        }
        checkPrintable(at, ADDRESS, address);
        if (faults.size() == faultsBefore) {
            people.add(new Person(new HolderId(holder), name, householdOf(household), address));
        }
    }

    private void checkHolder(long at, String holder) {
        if (!Name.isValid(holder)) {
            add(at, placeOf(HOLDER), PeopleFaultCode.BAD_HOLDER, holder);
            return;
        }
        Long first = lineOfHolder.putIfAbsent(holder, at);
        if (first != null) {
            add(at, placeOf(HOLDER), PeopleFaultCode.REPEATED_HOLDER, holder, Long.toString(first));
        }
    }

    private void checkName(long at, String name) {
        if (name.isEmpty()) {
            add(at, placeOf(NAME), PeopleFaultCode.NAME_EMPTY);
        } else if (name.length() > Person.NAME_CHARS_MAX) {
            add(
                    at,
                    placeOf(NAME),
                    PeopleFaultCode.NAME_TOO_LONG,
                    Integer.toString(Person.NAME_CHARS_MAX));
        }
        checkPrintable(at, NAME, name);
    }

    private void checkPrintable(long at, String column, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            add(at, placeOf(column), PeopleFaultCode.CONTROL_CHARACTER);
        }
    }

    private String field(CsvRecord line, String column) {
        return line.getField(placeOf(column) - 1).strip();
    }

    /// Which field of a line a column is, 1 and up.
    private int placeOf(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalStateException("no line is read before all columns are known");
        }
        return index + 1;
    }

    private static @Nullable HouseholdId householdOf(String text) {
        return text.isEmpty() ? null : new HouseholdId(text);
    }

    private void addMisspelt(long line, int place, String column) {
        faults.add(
                new PeopleFault(
                        line,
                        place,
                        PeopleFaultCode.UNKNOWN_COLUMN,
                        List.of(column),
                        Spelling.nearest(column, COLUMNS)));
    }

    /// Counts one fault past the limit, so that the list can say that there are more.
    private void add(long line, PeopleFaultCode code, String... arguments) {
        add(line, 0, code, arguments);
    }

    private void add(long line, int column, PeopleFaultCode code, String... arguments) {
        if (mayGoOn()) {
            faults.add(new PeopleFault(line, column, code, List.of(arguments), Optional.empty()));
        }
    }

    private boolean mayGoOn() {
        return faults.size() <= PeopleFiles.FAULTS_MAX;
    }

    private static String causeOf(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private List<PeopleFault> told() {
        if (faults.size() <= PeopleFiles.FAULTS_MAX) {
            return faults;
        }
        List<PeopleFault> told = new ArrayList<>(faults.subList(0, PeopleFiles.FAULTS_MAX));
        told.add(
                new PeopleFault(
                        told.getLast().line(),
                        0,
                        PeopleFaultCode.AND_MORE,
                        List.of(),
                        Optional.empty()));
        return told;
    }
}
