package org.menfang.site.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.menfang.json.Json;
import org.menfang.json.JsonSchema;
import org.menfang.json.Located;
import org.menfang.json.TextPlace;
import org.menfang.json.Yaml;
import org.menfang.json.YamlText;

/// Checks the text of a site file: first against the schema, then for what a schema cannot say.
/// Both always run, so that a writer sees all faults at once.
final class SiteText {
    /// The name of the schema, beside this class.
    static final String SCHEMA = "site.schema.json";

    private static final JsonSchema SITE_SCHEMA = readSchema();

    private SiteText() {}

    static SiteCheck check(byte[] utf8) {
        return switch (Yaml.read(utf8)) {
            case YamlText.Tree tree -> check(tree);
            case YamlText.Unreadable(TextPlace place, YamlText.Problem problem, String detail) -> {
                FaultList faults = new FaultList();
                faults.add(place, codeOf(problem), detail);
                yield new SiteCheck.Bad(faults.inOrder());
            }
        };
    }

    private static SiteCheck check(YamlText.Tree tree) {
        FaultList faults = new FaultList();
        for (YamlText.Repeated repeated : tree.repeated()) {
            Located.Text key = repeated.second().key();
            faults.add(
                    key.place(),
                    FaultCode.REPEATED_KEY,
                    key.value(),
                    Integer.toString(repeated.first().line()));
        }
        new SchemaFaults(tree.root(), faults).add(SITE_SCHEMA.check(tree.root()));
        Section site = Section.of(tree.root());
        PlaceChecks.check(site, faults);
        DoorChecks.check(site, faults);
        ReferenceChecks.check(site, faults);
        ExitChecks.check(site, faults);
        FormatChecks.check(site, faults);
        ReaderChecks.check(site, faults);
        ChipChecks.check(site, faults);
        PinChecks.check(site, faults);
        return faults.isEmpty()
                ? new SiteCheck.Good(SiteAssembly.of(site))
                : new SiteCheck.Bad(faults.inOrder());
    }

    private static FaultCode codeOf(YamlText.Problem problem) {
        return switch (problem) {
            case TOO_LONG -> FaultCode.TOO_LONG;
            case NOT_UTF_8 -> FaultCode.NOT_UTF_8;
            case EMPTY -> FaultCode.EMPTY;
            case TOO_DEEP -> FaultCode.TOO_DEEP;
            case TOO_MANY_VALUES -> FaultCode.TOO_MANY_VALUES;
            case TAB_AS_INDENT -> FaultCode.TAB_AS_INDENT;
            case SYNTAX -> FaultCode.SYNTAX;
            case UNKNOWN_ALIAS -> FaultCode.UNKNOWN_ALIAS;
            case KEY_NOT_TEXT -> FaultCode.KEY_NOT_TEXT;
            case TAGGED -> FaultCode.TAGGED;
            case SEVERAL_DOCUMENTS -> FaultCode.SEVERAL_DOCUMENTS;
        };
    }

    private static JsonSchema readSchema() {
        try (InputStream in = SiteText.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the schema " + SCHEMA + " is not packaged");
            }
            return JsonSchema.of(Json.parse(in.readAllBytes()).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
