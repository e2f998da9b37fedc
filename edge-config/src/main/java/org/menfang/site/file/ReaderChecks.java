package org.menfang.site.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.menfang.site.CardFormat;

/// Checks how readers are connected and what their bits mean: lines and formats that are named are
/// there, nothing is connected twice.
final class ReaderChecks {
    private final Section site;
    private final FaultList faults;

    /// What is connected so far, and where it stands in the file.
    private final Map<String, Section.Item> connected = new HashMap<>();

    private ReaderChecks(Section site, FaultList faults) {
        this.site = site;
        this.faults = faults;
    }

    static void check(Section site, FaultList faults) {
        ReaderChecks checks = new ReaderChecks(site, faults);
        site.items("reader-lines").forEach(checks::checkLine);
        site.items("readers").forEach(checks::checkReader);
    }

    private void checkLine(Section.Item line) {
        Section body = line.body();
        body.text("device").ifPresent(device -> checkDevice(device, line));
        boolean device = body.has("device");
        boolean tcp = body.has("host") || body.has("port");
        if (tcp && (device || body.has("baud"))) {
            faults.add(line.place(), FaultCode.LINE_OF_TWO_KINDS, line.id());
        } else if (!device && !(body.has("host") && body.has("port"))) {
            faults.add(line.place(), FaultCode.LINE_OF_NO_KIND, line.id());
        }
    }

    private void checkReader(Section.Item reader) {
        reader.body().text("format").ifPresent(this::checkFormat);
        Section connection = reader.body().section("connection");
        for (String kind : List.of("keyboard", "serial")) {
            connection
                    .section(kind)
                    .text("device")
                    .ifPresent(device -> checkDevice(device, reader));
        }
        checkAddress(reader, connection.section("osdp"));
    }

    private void checkFormat(Placed<String> name) {
        List<String> known =
                Stream.concat(
                                CardFormat.USUAL.stream().map(CardFormat::name),
                                site.ids("card-formats").stream())
                        .toList();
        if (!known.contains(name.value())) {
            faults.addMisspelt(
                    name.place(),
                    FaultCode.UNKNOWN_FORMAT,
                    known,
                    name.value(),
                    String.join(", ", known));
        }
    }

    private void checkDevice(Placed<String> device, Section.Item user) {
        Section.Item first = connected.putIfAbsent(device.value(), user);
        if (first != null) {
            faults.add(
                    device.place(),
                    FaultCode.DEVICE_USED_TWICE,
                    device.value(),
                    first.id(),
                    Integer.toString(first.place().line()));
        }
    }

    private void checkAddress(Section.Item reader, Section osdp) {
        osdp.text("line")
                .ifPresent(line -> {
                    List<String> lines = site.ids("reader-lines");
                    if (!lines.contains(line.value())) {
                        faults.addMisspelt(
                                line.place(), FaultCode.UNKNOWN_READER_LINE, lines, line.value());
                    }
                    osdp.number("address")
                            .ifPresent(address -> {
                                Section.Item first =
                                        connected.putIfAbsent(
                                                line.value() + " " + address.value(), reader);
                                if (first != null) {
                                    faults.add(
                                            address.place(),
                                            FaultCode.ADDRESS_USED_TWICE,
                                            Long.toString(address.value()),
                                            first.id(),
                                            Integer.toString(first.place().line()));
                                }
                            });
                });
    }
}
