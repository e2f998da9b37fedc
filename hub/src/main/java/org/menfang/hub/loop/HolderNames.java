package org.menfang.hub.loop;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Name;

/// What a gate tells about an alarm, with the names of people in place of their numbers: the gate
/// knows no names.
final class HolderNames {
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]+");

    private HolderNames() {}

    static String in(String detail, CompoundId compound, People people) {
        return WORD.matcher(detail)
                .replaceAll(word -> Matcher.quoteReplacement(name(word, compound, people)));
    }

    private static String name(MatchResult word, CompoundId compound, People people) {
        String text = word.group();
        return Name.isValid(text)
                ? people.find(compound, new HolderId(text)).map(Person::name).orElse(text)
                : text;
    }
}
