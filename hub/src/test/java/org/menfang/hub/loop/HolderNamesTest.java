package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;

final class HolderNamesTest {
    private static final CompoundId HERE = new CompoundId("xingfu-li");
    private static final People PEOPLE =
            People.of(1, List.of(new Person(HERE, new HolderId("p-007"), "吴$1", "h-03", "3号楼")));

    @Test
    void whoever_is_known_is_told_by_name_and_everything_else_stays() {
        assertEquals(
                "吴$1: north-in, south-in",
                HolderNames.in("p-007: north-in, south-in", HERE, PEOPLE));
        assertEquals("clinic: p-008", HolderNames.in("clinic: p-008", HERE, PEOPLE));
        assertEquals("p-007", HolderNames.in("p-007", new CompoundId("elsewhere"), PEOPLE));
        assertEquals("- --", HolderNames.in("- --", HERE, PEOPLE));
    }
}
