package org.menfang.hub.pass;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassScope;
import org.menfang.text.Catalogue;

/// What a pass says, in words for people.
public final class PassSheet {
    private static final Catalogue WORDS = Catalogue.beside(PassSheet.class, "words");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Locale language;
    private final ZoneId zone;

    /// @param zone in which times are told
    public PassSheet(Locale language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /// One line for each thing that the pass says.
    public List<String> lines(Pass pass) {
        List<String> lines = new ArrayList<>();
        lines.add(line("number", pass.id().value()));
        lines.add(line("compound", pass.compound().value()));
        lines.add(line("places", places(pass.scope())));
        lines.add(line("holder", word(pass.holder().name())));
        lines.add(line("from", time(pass.notBefore())));
        lines.add(line("until", time(pass.expires())));
        lines.add(line("uses", uses(pass)));
        return lines;
    }

    /// In which signed forms it is handed out.
    public String forms(List<PassClass> forms) {
        String names = forms.stream().map(form -> word(form.name())).collect(joined());
        return line("forms", names);
    }

    /// Its digits, or why there are none.
    public String pin(PassPin.Form form) {
        return switch (form) {
            case PassPin.Form.Digits(String digits) -> line("pin", grouped(digits));
            case PassPin.Form.None(PassPin.Why why) -> line("pin", noPin(why));
        };
    }

    /// Why there are no digits.
    public String noPin(PassPin.Why why) {
        return word(why.name());
    }

    /// Another word or sentence of the catalogue.
    public String word(String key, String... arguments) {
        return WORDS.text(language, key, List.of(arguments));
    }

    public String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    /// Ten digits as people read them out: `012 345 6789`.
    public static String grouped(String digits) {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /// How often it may be used.
    public String uses(Pass pass) {
        return pass.usesMax() == null ? word("unlimited") : word("times", "" + pass.usesMax());
    }

    /// Where it opens.
    public String places(PassScope scope) {
        return Stream.of(
                        scope.accessPoints().stream().map(Object::toString),
                        scope.areas().stream().map(area -> word("area", area.value())),
                        scope.gates().stream().map(gate -> word("gate", gate.value())))
                .flatMap(names -> names)
                .collect(joined());
    }

    private Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(word("comma"));
    }

    private String line(String label, String value) {
        return word(label) + word("colon") + value;
    }
}
