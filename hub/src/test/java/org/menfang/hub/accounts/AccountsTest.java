package org.menfang.hub.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.vocabulary.OperatorName;

class AccountsTest {
    private static final String HOME = "192.168.1.9";
    private static final OperatorName WANG = new OperatorName("王建国");
    private static final String GOOD = "槐树下面有三只猫在睡觉";

    private final SteppedClock clock = new SteppedClock();
    private final Accounts accounts =
            new Accounts(new InMemoryAccounts(), clock, Passwords.cheap());

    private static final class SteppedClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_code_lets_its_person_in() {
        Session session = signInByCode();
        assertEquals(WANG, session.name());
        assertFalse(accounts.hasPassword(WANG));
    }

    @Test
    void a_password_that_was_set_lets_its_person_in_from_then_on() {
        setPassword();
        assertTrue(accounts.hasPassword(WANG));
        assertInstanceOf(SignIn.Welcome.class, accounts.signIn(" 王建国 ", GOOD, HOME));
        assertEquals(new SignIn.Wrong(), accounts.signIn("王建国", GOOD + "!", HOME));
    }

    @Test
    void a_password_is_kept_as_argon2id_at_full_cost() {
        String hash = Passwords.strong().hash(GOOD);
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(Passwords.cheap().matches(GOOD, hash));
    }

    @Test
    void the_same_letters_in_another_unicode_form_are_the_same_password() {
        accounts.setPassword(signInByCode(), "caf\u00e9 au lait");
        assertInstanceOf(SignIn.Welcome.class, accounts.signIn("王建国", "cafe\u0301 au lait", HOME));
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() {
        setPassword();
        fail(5, "王建国", HOME);
        Instant until = clock.instant().plus(Duration.ofMinutes(15));
        assertEquals(new SignIn.LockedOut(until), accounts.signIn("王建国", GOOD, HOME));
        clock.advance(Duration.ofMinutes(15));
        assertInstanceOf(SignIn.Welcome.class, accounts.signIn("王建国", GOOD, HOME));
    }

    @Test
    void a_lock_at_one_address_does_not_lock_another() {
        setPassword();
        fail(5, "王建国", "10.0.0.66");
        assertInstanceOf(SignIn.Welcome.class, accounts.signIn("王建国", GOOD, HOME));
    }

    @Test
    void an_unknown_name_is_answered_like_a_known_one() {
        fail(5, "nobody", HOME);
        assertInstanceOf(SignIn.LockedOut.class, accounts.signIn("nobody", "wrong", HOME));
    }

    @Test
    void one_address_may_not_try_many_names() {
        for (int i = 0; i < 20; i++) {
            assertEquals(new SignIn.Wrong(), accounts.signIn("name-" + i, "wrong", HOME));
        }
        assertInstanceOf(SignIn.LockedOut.class, accounts.signIn("name-20", "wrong", HOME));
    }

    @Test
    void a_known_password_does_not_buy_guesses_at_others() {
        setPassword();
        for (int i = 0; i < 20; i++) {
            accounts.signIn("name-" + i, "wrong", HOME);
            if (i % 4 == 3 && i < 19) {
                assertInstanceOf(SignIn.Welcome.class, accounts.signIn("王建国", GOOD, HOME));
            }
        }
        assertInstanceOf(SignIn.LockedOut.class, accounts.signIn("name-20", "wrong", HOME));
    }

    @Test
    void many_addresses_may_not_try_one_name() {
        for (int i = 0; i < 50; i++) {
            accounts.signIn("王建国", "wrong", "10.0.0." + i);
        }
        assertInstanceOf(SignIn.LockedOut.class, accounts.signIn("王建国", "wrong", "10.0.0.99"));
    }

    @Test
    void wrong_codes_are_counted_too() {
        for (int i = 0; i < 20; i++) {
            assertEquals(new SignIn.Wrong(), accounts.signInByCode(HOME, Optional::empty));
        }
        assertInstanceOf(
                SignIn.LockedOut.class, accounts.signInByCode(HOME, () -> Optional.of(WANG)));
    }

    @Test
    void an_idle_session_ends_and_a_used_one_goes_on_for_seven_days() {
        SignIn.Welcome welcome = welcome();
        for (int hour = 0; hour < 7 * 24 - 1; hour += 11) {
            assertTrue(accounts.find(welcome.secret()).isPresent());
            clock.advance(Duration.ofHours(11));
        }
        assertTrue(accounts.find(welcome.secret()).isEmpty());
        String idle = welcome().secret();
        clock.advance(Duration.ofHours(12));
        assertTrue(accounts.find(idle).isEmpty());
    }

    @Test
    void a_new_password_ends_the_other_sessions() {
        String other = welcome().secret();
        String own = welcome().secret();
        Session session = accounts.find(own).orElseThrow();
        assertEquals(PasswordRule.KEPT, accounts.setPassword(session, GOOD));
        assertTrue(accounts.find(other).isEmpty());
        assertTrue(accounts.find(own).isPresent());
    }

    @Test
    void signing_out_ends_the_session() {
        String secret = welcome().secret();
        accounts.signOut(accounts.find(secret).orElseThrow());
        assertTrue(accounts.find(secret).isEmpty());
    }

    @Test
    void the_longest_unused_browser_gives_way_to_one_too_many() {
        String first = welcome().secret();
        for (int i = 0; i < Accounts.SESSIONS_PER_ACCOUNT_MAX; i++) {
            clock.advance(Duration.ofSeconds(1));
            welcome();
        }
        assertTrue(accounts.find(first).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "short1, TOO_SHORT",
        "七个字的密码啊, TOO_SHORT",
        "八个字就已经够了, KEPT",
        "11111111, TOO_PLAIN",
        "12345678, TOO_PLAIN",
        "87654321, TOO_PLAIN",
        "wangjianguo1, HOLDS_THE_NAME",
        "correct horse, KEPT"
    })
    void a_password_keeps_few_rules(String password, PasswordRule expected) {
        assertEquals(expected, PasswordRule.of(new OperatorName("WangJianguo"), password));
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            assertEquals(new SignIn.Wrong(), accounts.signIn(name, "wrong", address));
        }
    }

    private void setPassword() {
        assertEquals(PasswordRule.KEPT, accounts.setPassword(signInByCode(), GOOD));
    }

    private Session signInByCode() {
        return accounts.find(welcome().secret()).orElseThrow();
    }

    private SignIn.Welcome welcome() {
        return assertInstanceOf(
                SignIn.Welcome.class, accounts.signInByCode(HOME, () -> Optional.of(WANG)));
    }
}
