package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.rights.Role;
import org.menfang.hub.web.Address;

/// Who may come to which address of a hub with all its parts.
@Timeout(300)
class EveryAddressTest {
    /// What everybody who signs in may change: what is only the own.
    private static final Set<String> OWN =
            Set.of(
                    "/sign-in",
                    "/sign-in/passkey",
                    "/sign-in/passkey/begin",
                    "/sign-out",
                    "/language",
                    "/view");

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static List<Address> addresses;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static RunningHub hub;

    @BeforeAll
    static void start() throws Refusal {
        HubConfig usual = HubConfig.DEFAULT;
        HubConfig.Listen free = new HubConfig.Listen("127.0.0.1", 0);
        HubConfig config =
                new HubConfig(
                        free,
                        free,
                        free,
                        usual.names(),
                        null,
                        usual.silentGateAfter(),
                        usual.zone(),
                        usual.telling(),
                        usual.retention(),
                        usual.backup(),
                        new BoardTls.Own(),
                        null);
        hub = RunningHub.start(config, DataFolder.open(folder), _ -> {});
        addresses = hub.addresses();
    }

    @AfterAll
    static void stop() {
        hub.stop();
    }

    @Test
    void every_address_says_once_who_may_come() {
        assertTrue(addresses.size() > 60, addresses.toString());
        assertEquals(
                List.of(), addresses.stream().filter(address -> address.needs() != 1).toList());
    }

    @Test
    void only_what_is_open_is_open_to_strangers() {
        Set<String> open =
                addresses.stream()
                        .filter(Address::open)
                        .map(Address::path)
                        .filter(path -> !path.startsWith("/open/") && !OWN.contains(path))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Set.of(
                        "/assets/{digest}/{name}",
                        "/healthz",
                        "/manifest.webmanifest",
                        "/metrics",
                        "/readyz",
                        "/sw.js"),
                open);
    }

    /// As the second person, a supervisor confirms or refuses. The times of shifts are for those
    /// who have one of two rights, for which their page looks itself.
    @Test
    void a_supervisor_changes_nothing_but_what_is_his_own() {
        assertEquals(
                new TreeSet<>(
                        Set.of(
                                "/money/{compound}/confirm",
                                "/roster/times",
                                "/two-persons/{number}/confirm",
                                "/two-persons/{number}/refuse")),
                changes(Role.SUPERVISOR));
    }

    @Test
    void a_resident_changes_nothing_of_the_team() {
        changes(Role.RESIDENT).forEach(path -> assertTrue(path.startsWith("/household"), path));
    }

    /// Role, an address that it may change by, and one that it may not.
    @ParameterizedTest
    @CsvSource({
        "VOLUNTEER, /api/v1/doors/{compound}/{gate}/{door}/release, /roles",
        "VOLUNTEER, /api/v1/rounds/acts, /api/v1/compounds/{compound}/level",
        "SHIFT_LEADER, /api/v1/compounds/{compound}/level, /roles",
        "COMMITTEE, /roles, /decisions",
        "COUNCIL, /decisions, /roles",
        "TECHNICIAN, /api/v1/gates/enrol-codes, /api/v1/doors/{compound}/{gate}/{door}/release"
    })
    void a_role_changes_what_is_its_own_and_nothing_else(Role role, String may, String mayNot) {
        assertTrue(changes(role).contains(may), may);
        assertTrue(!changes(role).contains(mayNot), mayNot);
    }

    private static Set<String> changes(Role role) {
        return addresses.stream()
                .filter(address -> address.method().equals("POST"))
                .filter(address -> address.admits(role::carries))
                .map(Address::path)
                .filter(path ->
                        !path.startsWith("/open/")
                                && !path.startsWith("/account/")
                                && !path.startsWith("/ways/mine/")
                                && !OWN.contains(path))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
