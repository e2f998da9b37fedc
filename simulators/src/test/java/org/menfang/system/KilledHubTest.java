package org.menfang.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.people.Person;
import org.menfang.vocabulary.EventStream;

/// The hub's plug is pulled while people come home.
@Timeout(600)
final class KilledHubTest {
    @TempDir Path folder;

    @Test
    void residents_pass_while_the_hub_is_dead_and_it_then_holds_every_event_once_in_order()
            throws Exception {
        try (RunningCompound compound = RunningCompound.start(folder);
                DeviceHands hands = compound.hands();
                PatrolPhone phone = new PatrolPhone(compound.signInLink())) {
            Page page = phone.page();
            pass(hands, "north", Residents.worker(0));
            assertThat(granted(page, Residents.worker(0))).not().hasCount(0);

            compound.killHub();
            assertThat(page.locator(".banner.bad")).containsText("和值班中心断开了");
            pass(hands, "south", Residents.worker(1));
            pass(hands, "north", Residents.worker(2));
            hands.force("bike-shed");

            compound.startHub();
            assertThat(page.locator(".banner.bad")).hasCount(0);
            assertThat(granted(page, Residents.worker(1))).not().hasCount(0);
            assertThat(granted(page, Residents.worker(2))).not().hasCount(0);
            assertThat(page.locator("[data-alarm^='xingfu-li/main/']").getByText("门被强行打开"))
                    .isVisible();
            compound.stop();
            for (EventStream stream : EventStream.values()) {
                checkStored(compound, stream);
            }
        }
    }

    private static void pass(DeviceHands hands, String side, Person person) throws Exception {
        hands.awaitSecured(side + "-gate");
        hands.present(side + "-reader", person.card());
        hands.pushUntilOpen(side + "-gate");
    }

    private static Locator granted(Page page, Person person) {
        return page.locator(".events .event")
                .filter(new Locator.FilterOptions().setHasText(person.name() + " 准许通过"));
    }

    /// What the hub holds is what the gate wrote: text by text, in order, none left out and none
    /// twice. What the gate wrote while it ended may still be on its own disk alone.
    private static void checkStored(RunningCompound compound, EventStream stream)
            throws SQLException {
        List<String> written =
                texts(
                        compound.folder().gate().resolve("gate.db"),
                        "SELECT text FROM " + stream.wireName() + " ORDER BY seq");
        List<String> stored =
                texts(
                        compound.folder().hub().resolve("hub.db"),
                        "SELECT text FROM event WHERE stream = "
                                + (stream == EventStream.EVENTS ? 0 : 1)
                                + " ORDER BY number");
        assertTrue(stored.size() <= written.size());
        assertEquals(written.subList(0, stored.size()), stored);
        assertTrue(
                written.subList(stored.size(), written.size()).stream()
                        .noneMatch(text -> text.contains("granted") || text.contains("raised")),
                () -> "missing at the hub: " + written.subList(stored.size(), written.size()));
    }

    private static List<String> texts(Path database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
