package org.menfang.site.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.menfang.json.Located;
import org.menfang.json.SchemaFault;
import org.menfang.json.TextPlace;
import org.menfang.text.Spelling;

/// Says what the schema found in the words of the site file.
final class SchemaFaults {
    private final Located root;
    private final FaultList faults;

    SchemaFaults(Located root, FaultList faults) {
        this.root = root;
        this.faults = faults;
    }

    void add(List<SchemaFault> found) {
        found.forEach(this::add);
    }

    private void add(SchemaFault fault) {
        Spot spot = follow(fault.path());
        switch (fault.keyword()) {
            case "required" -> addMissing(fault, spot);
            case "additionalProperties" -> addUnknownKey(fault, spot);
            case "type" -> addWrongType(fault, spot);
            case "enum", "const" -> addNotAllowed(fault, spot);
            case "propertyNames" -> addBadId(fault, spot);
            case "pattern" -> addBadForm(fault, spot);
            default -> addBound(fault, spot);
        }
    }

    private void addMissing(SchemaFault fault, Spot spot) {
        String key = fault.property().orElse("");
        if (fault.rule().equals("door") && key.equals("fail-mode")) {
            faults.add(spot.place(), FaultCode.LOCK_WITHOUT_FAIL_MODE, spot.name());
        } else {
            faults.add(spot.place(), FaultCode.MISSING_KEY, key);
        }
    }

    private void addUnknownKey(SchemaFault fault, Spot spot) {
        String key = fault.property().orElse("");
        TextPlace place = Section.of(spot.value()).placeOfKey(key);
        faults.addMisspelt(place, FaultCode.UNKNOWN_KEY, fault.allowed(), key);
    }

    private void addWrongType(SchemaFault fault, Spot spot) {
        if (spot.value() instanceof Located.Nothing) {
            faults.add(spot.place(), FaultCode.MISSING_VALUE, spot.name());
            return;
        }
        String written = textOf(spot.value());
        String expected = fault.allowed().isEmpty() ? "" : fault.allowed().getFirst();
        FaultCode code =
                switch (expected) {
                    case "integer" -> FaultCode.EXPECTED_WHOLE_NUMBER;
                    case "number" -> FaultCode.EXPECTED_NUMBER;
                    case "boolean" -> FaultCode.EXPECTED_TRUTH;
                    case "object" -> FaultCode.EXPECTED_SECTION;
                    case "array" -> FaultCode.EXPECTED_LIST;
                    default -> FaultCode.EXPECTED_TEXT;
                };
        Optional<String> guess =
                code == FaultCode.EXPECTED_TRUTH ? truthMeant(written) : Optional.empty();
        faults.add(spot.value().place(), code, guess, spot.name(), written);
    }

    private void addNotAllowed(SchemaFault fault, Spot spot) {
        String written = textOf(spot.value());
        faults.add(
                spot.value().place(),
                FaultCode.NOT_ALLOWED,
                Spelling.nearest(written, fault.allowed()),
                spot.name(),
                written,
                String.join(", ", fault.allowed()));
    }

    private void addBadForm(SchemaFault fault, Spot spot) {
        FaultCode code =
                switch (fault.rule()) {
                    case "name" -> FaultCode.BAD_NAME;
                    case "duration", "signed-duration" -> FaultCode.BAD_DURATION;
                    case "camera-source" -> FaultCode.BAD_CAMERA_SOURCE;
                    case "device" -> FaultCode.BAD_DEVICE;
                    case "mask" -> FaultCode.BAD_MASK;
                    case "chip-label" -> FaultCode.BAD_CHIP_LABEL;
                    default -> FaultCode.BAD_HOST;
                };
        faults.add(spot.value().place(), code, textOf(spot.value()));
    }

    private void addBadId(SchemaFault fault, Spot spot) {
        String id = fault.property().orElse("");
        faults.add(Section.of(spot.value()).placeOfKey(id), FaultCode.BAD_NAME, id);
    }

    private void addBound(SchemaFault fault, Spot spot) {
        FaultCode code =
                switch (fault.keyword()) {
                    case "minimum" -> FaultCode.NUMBER_TOO_SMALL;
                    case "maximum" -> FaultCode.NUMBER_TOO_LARGE;
                    case "minLength" -> FaultCode.TEXT_EMPTY;
                    case "maxLength" -> FaultCode.TEXT_TOO_LONG;
                    case "minProperties", "minItems" -> FaultCode.TOO_FEW;
                    case "maxProperties", "maxItems" -> FaultCode.TOO_MANY;
                    case "uniqueItems" -> FaultCode.REPEATED_ELEMENT;
                    default ->
                            throw new IllegalStateException(
                                    "the schema uses a keyword without a message: " + fault);
                };
        String bound = fault.allowed().isEmpty() ? "" : fault.allowed().getFirst();
        TextPlace place =
                spot.value() instanceof Located.Mapping ? spot.place() : spot.value().place();
        faults.add(place, code, spot.name(), bound, textOf(spot.value()));
    }

    private Spot follow(List<String> path) {
        Spot spot = new Spot("", TextPlace.START, root);
        for (String step : path) {
            spot = spot.child(step);
        }
        return spot;
    }

    private static Optional<String> truthMeant(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "on", "1" -> Optional.of("true");
            case "no", "n", "off", "0" -> Optional.of("false");
            default -> Spelling.nearest(written, List.of("true", "false"));
        };
    }

    private static String textOf(Located value) {
        return switch (value) {
            case Located.Text text -> text.value();
            case Located.WholeNumber number -> Long.toString(number.value());
            case Located.Fraction fraction -> Double.toString(fraction.value());
            case Located.Truth truth -> Boolean.toString(truth.value());
            case Located.Nothing _ -> "";
            case Located.Mapping _ -> "{…}";
            case Located.Sequence _ -> "[…]";
        };
    }

    /// A value, the key it stands under, and where that key stands.
    private record Spot(String name, TextPlace place, Located value) {
        Spot child(String step) {
            return switch (value) {
                case Located.Mapping mapping ->
                        mapping.find(step)
                                .map(entry -> new Spot(step, entry.key().place(), entry.value()))
                                .orElse(this);
                case Located.Sequence sequence -> {
                    Located element = sequence.elements().get(Integer.parseInt(step));
                    yield new Spot(name, element.place(), element);
                }
                case Located.Text _,
                        Located.WholeNumber _,
                        Located.Fraction _,
                        Located.Truth _,
                        Located.Nothing _ ->
                        this;
            };
        }
    }
}
