package org.menfang.hub.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.qr.QrPicture;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassReader;
import org.menfang.pass.PassReading;
import org.menfang.pass.PassScope;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

class PassDeskTest {
    private static final CompoundId ELM_LANE = new CompoundId("elm-lane");
    private static final List<AccessPointId> NORTH = List.of(new AccessPointId("north-in"));
    private static final SecretKey KEY = new SecretKey("24".repeat(32));
    private static final PassPin PINS = new PassPin(ELM_LANE, new PinPassRule(KEY, NORTH, 4, 2));
    private static final Instant FROM = Instant.parse("2026-11-22T08:00:00Z");
    private static final PassId ID = new PassId("0123456789ABCDEF");

    @TempDir Path folder;
    private Instant now = FROM;
    private PassDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = PassDesk.open(folder.resolve("passes"), folder.resolve("trust"), () -> now);
    }

    @Test
    void a_pass_is_signed_with_the_hub_s_key_and_found_again() throws IOException {
        IssuedPass pass = issued(desk.issue(wish(2)));
        assertNotEquals(pass.id(), issued(desk.issue(wish(2))).id());
        open();
        assertEquals(Optional.of(pass), desk.find(pass.id()));
        assertEquals(Optional.empty(), desk.find(ID));
        String key = HexFormat.of().withUpperCase().formatHex(desk.publicKey().raw());
        PassIssuer hub = new PassIssuer("hub", key, NORTH, false);
        PassReader gate = new PassReader(ELM_LANE, List.of(hub));
        assertEquals(
                new PassReading.Read(pass.pass(), hub, null),
                gate.read(pass.form(PassClass.PAPER).orElseThrow().text()));
        assertEquals(PassClass.ROTATING, pass.forms().get(1).pass().type());
    }

    @Test
    void a_pass_with_digits_is_the_same_pass_as_its_digits() throws IOException {
        for (int i = 0; i < 3; i++) {
            Pass pass = issued(desk.issue(wish(2), PINS)).pass();
            String digits = ((PassPin.Form.Digits) PINS.form(pass)).digits();
            assertEquals(new PassPin.Reading.Read(pass), PINS.read(digits, FROM));
            assertEquals("00" + i, digits.substring(3, 6));
        }
        assertEquals(
                new PassDesk.Issuing.NoPinForm(PassPin.Why.OTHER_USES), desk.issue(wish(3), PINS));
    }

    @Test
    void a_usual_pass_is_a_code_of_version_8_and_one_more_beside_the_code_of_the_moment()
            throws IOException {
        IssuedPass pass = issued(desk.issue(wish(2)));
        String paper = pass.form(PassClass.PAPER).orElseThrow().text();
        assertEquals(216, paper.length());
        assertEquals(8, QrPicture.of(paper).orElseThrow().version());
        String phone = pass.form(PassClass.ROTATING).orElseThrow().text(KEY, FROM);
        assertEquals(222, phone.length());
        assertEquals(9, QrPicture.of(phone).orElseThrow().version());
    }

    @Test
    void no_two_desks_give_out_the_same_digits() throws Exception {
        Callable<Set<PassId>> clerk =
                () -> {
                    PassDesk own =
                            PassDesk.open(
                                    folder.resolve("passes"), folder.resolve("trust"), () -> now);
                    Set<PassId> ids = new HashSet<>();
                    for (int i = 0; i < 10; i++) {
                        ids.add(issued(own.issue(wish(2), PINS)).id());
                    }
                    return ids;
                };
        Set<PassId> all = new HashSet<>();
        try (ExecutorService clerks = Executors.newFixedThreadPool(4)) {
            for (Future<Set<PassId>> ids : clerks.invokeAll(Collections.nCopies(4, clerk))) {
                all.addAll(ids.get());
            }
        }
        assertEquals(40, all.size());
    }

    @Test
    void no_more_passes_than_digits_begin_in_an_hour() throws IOException {
        Path issued = folder.resolve("passes").resolve("issued");
        for (int serial = 0; serial < PassPin.SERIALS; serial++) {
            String id = PINS.pass(FROM, serial, PassClass.PAPER).id().value();
            Files.createFile(issued.resolve(id + ".json"));
        }
        assertEquals(new PassDesk.Issuing.NoDigitsLeft(), desk.issue(wish(2), PINS));
    }

    @Test
    void what_is_taken_back_stays_so_until_it_has_expired_for_certain() throws IOException {
        assertEquals(List.of(), desk.revoked());
        RevokedPass first = new RevokedPass(ID, FROM.plusSeconds(60));
        assertTrue(desk.revoke(first.pass(), first.expires()));
        assertTrue(desk.revoke(first.pass(), first.expires()));
        open();
        assertEquals(List.of(first), desk.revoked());
        now = FROM.plus(Duration.ofDays(3));
        RevokedPass second = new RevokedPass(new PassId("F".repeat(16)), now.plusSeconds(60));
        assertTrue(desk.revoke(second.pass(), second.expires()));
        assertEquals(List.of(second), desk.revoked());
    }

    @Test
    void a_list_that_nobody_can_read_is_not_an_empty_list() throws IOException {
        desk.revoke(ID, FROM);
        Path list = folder.resolve("passes").resolve("revoked.json");
        Files.writeString(list, "{}");
        assertThrows(IOException.class, () -> desk.revoked());
        assertThrows(IOException.class, () -> desk.revoke(new PassId("F".repeat(16)), FROM));
        assertEquals("{}", Files.readString(list));
    }

    @Test
    void passes_that_have_expired_make_room() throws IOException {
        IssuedPasses passes = new IssuedPasses(folder);
        IssuedPass one = issued(desk.issue(wish(1)));
        passes.keep(one);
        assertTrue(passes.hasRoom(2, FROM));
        passes.keep(issued(desk.issue(wish(1))));
        assertFalse(passes.hasRoom(2, FROM));
        assertTrue(passes.hasRoom(2, one.pass().expires()));
        assertEquals(Optional.empty(), passes.find(one.id()));
    }

    private static PassWish wish(int uses) {
        return new PassWish(
                ELM_LANE,
                PassScope.of(NORTH),
                HolderKind.VISITOR,
                FROM,
                FROM.plus(Duration.ofHours(4)),
                uses,
                List.of(PassClass.PAPER, PassClass.ROTATING));
    }

    private static IssuedPass issued(PassDesk.Issuing issuing) {
        return ((PassDesk.Issuing.Issued) issuing).pass();
    }
}
