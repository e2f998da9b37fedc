package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.accounts.AccountStore;
import org.menfang.hub.accounts.AccountStoreContract;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.accounts.SignIn;

class SqliteAccountsTest extends AccountStoreContract {
    @TempDir Path folder;
    private final List<Database> open = new ArrayList<>();

    @Override
    protected AccountStore store() {
        return switch (Database.open(folder.resolve("hub.db"))) {
            case Database.Opening.Opened(Database database) -> {
                open.add(database);
                yield new SqliteAccounts(database);
            }
            case Database.Opening.NewerSchema newer -> throw new AssertionError(newer.toString());
            case Database.Opening.Failed(String why) -> throw new AssertionError(why);
        };
    }

    @AfterEach
    void close() {
        open.forEach(Database::close);
    }

    @Test
    void a_lock_after_wrong_passwords_outlives_a_restart() {
        Instant start = Instant.parse("2026-11-22T08:00:00Z");
        Accounts before = new Accounts(store(), Clock.fixed(start, ZoneOffset.UTC));
        for (int i = 0; i < 5; i++) {
            assertEquals(new SignIn.Wrong(), before.signIn("王建国", "wrong", "192.168.1.9"));
        }
        open.removeLast().close();
        Clock later = Clock.fixed(start.plusSeconds(60), ZoneOffset.UTC);
        Accounts after = new Accounts(store(), later);
        assertEquals(
                new SignIn.LockedOut(start.plus(Duration.ofMinutes(15))),
                after.signIn("王建国", "wrong", "192.168.1.9"));
    }
}
