package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PictureId;

/// What a gate does and leaves in safe mode.
class SafeModeTest {
    private static final PictureId PICTURE = new PictureId(7);
    private static final CameraId CAMERA = new CameraId("north");

    private final List<Input> told = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    @Test
    void the_cards_of_those_who_live_there_are_known_and_nothing_else() {
        AccessTable whole = clinic();
        SafeMode safeMode = new SafeMode(true, told::add);
        RuleSet left = Objects.requireNonNull(safeMode.tableOf(site(), whole).rules());
        assertTrue(
                !left.credentials().isEmpty() && left.credentials().size() < whole.credentials());
        for (var credential : left.credentials()) {
            HolderKind kind =
                    left.holders().stream()
                            .filter(holder -> holder.id().equals(credential.holder()))
                            .findFirst()
                            .orElseThrow()
                            .kind();
            assertTrue(kind != HolderKind.COURIER && kind != HolderKind.VISITOR, kind::toString);
            assertTrue(credential.type() != CredentialClass.PIN, credential::toString);
        }
        assertTrue(left.passes().issuers().isEmpty());
        assertEquals(whole.version(), left.version());
    }

    @Test
    void it_is_an_alarm_that_returns_and_then_all_is_there_again() {
        AccessTable whole = clinic();
        SafeMode safeMode = new SafeMode(true, told::add);
        safeMode.tableOf(site(), whole);
        assertInstanceOf(Input.SafeModeEntered.class, told.removeFirst());
        safeMode.leave();
        assertEquals(new Input.SafeModeLeft(), told.removeFirst());
        assertSame(
                whole,
                assertInstanceOf(Input.AccessTableReplaced.class, told.removeFirst()).table());
        safeMode.leave();
        assertEquals(List.of(), told, "it ends once");
    }

    @Test
    void pictures_are_refused_until_it_is_over() {
        SafeMode safeMode = new SafeMode(true, told::add);
        safeMode.whenOff(() -> safeMode.begin((picture, camera) -> taken.add(camera.value())));
        safeMode.take(PICTURE, CAMERA);
        assertInstanceOf(Input.PictureFailed.class, told.getLast());
        safeMode.leave();
        safeMode.take(PICTURE, CAMERA);
        assertEquals(List.of("north"), taken);
    }

    @Test
    void rules_that_come_wait_and_the_newest_are_taken_when_it_is_over() {
        SafeMode safeMode = new SafeMode(true, told::add);
        safeMode.whenOff(() -> safeMode.begin(this::takeRules));
        safeMode.accept(new byte[] {1});
        safeMode.accept(new byte[] {2});
        assertEquals(List.of(), taken);
        safeMode.leave();
        safeMode.accept(new byte[] {3});
        assertEquals(List.of("2", "3"), taken);
    }

    @Test
    void a_gate_that_is_not_in_it_has_everything_at_once() {
        AccessTable whole = clinic();
        SafeMode safeMode = new SafeMode(false, told::add);
        safeMode.whenOff(() -> safeMode.begin(this::takeRules));
        safeMode.accept(new byte[] {1});
        assertEquals(List.of("1"), taken);
        assertSame(whole, safeMode.tableOf(site(), whole));
        safeMode.leave();
        assertEquals(List.of(), told);
        assertFalse(safeMode.isOn());
    }

    private void takeRules(byte[] rules) {
        taken.add(Byte.toString(rules[0]));
    }

    private static AccessTable clinic() {
        return AccessTable.of(
                site(),
                assertInstanceOf(
                                RuleSetCheck.Good.class,
                                RuleSetFiles.check(Path.of("../../edge-config/rules/clinic.json")))
                        .rules());
    }

    private static Site site() {
        return assertInstanceOf(
                        SiteCheck.Good.class,
                        SiteFiles.check(Path.of("../../edge-config/sites/clinic.yaml")))
                .site();
    }
}
