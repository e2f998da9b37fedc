package org.menfang.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a volunteer sees and does, from the door to the page and back to the lock.
@Timeout(600)
final class ForcedDoorTest {
    @TempDir Path folder;

    @Test
    void a_forced_door_is_seen_acknowledged_looked_at_and_stays_until_it_is_closed()
            throws Exception {
        try (RunningCompound compound = RunningCompound.start(folder);
                DeviceHands hands = compound.hands();
                PatrolPhone phone = new PatrolPhone(compound.signInLink())) {
            assertThat(phone.page().locator("[data-gate='xingfu-li/main'] .sign.good")).isVisible();
            hands.force("north-gate");
            Locator alarm = phone.page().locator("[data-alarm^='xingfu-li/main/']");
            assertThat(alarm).hasCount(1);
            assertThat(alarm).containsText("门被强行打开");
            assertThat(alarm).containsText("北门");
            Locator picture = alarm.locator("img");
            assertThat(picture).hasJSProperty("complete", true);
            assertThat(picture).not().hasJSProperty("naturalWidth", 0);

            alarm.locator(".act.acknowledge").click();
            assertThat(alarm).containsText("已确认");
            // Meanwhile the closer shuts the door; the alarm stays, and may now be closed.
            releaseBikeShed(hands, phone);
            hands.awaitSecured("north-gate");
            assertThat(alarm).hasAttribute("data-state", "LATCHED");
            alarm.locator(".act.claim").click();
            alarm.locator(".act.on-scene").click();
            alarm.locator(".act.close").click();
            alarm.locator("[data-cause='EXERCISE']").click();
            alarm.locator(".form-buttons .primary").click();
            assertThat(alarm).hasCount(0);
            assertThat(phone.page().locator(".quiet.good")).isVisible();
            compound.stop();
        }
    }

    private static void releaseBikeShed(DeviceHands hands, PatrolPhone phone) throws Exception {
        hands.awaitSecured("bike-shed");
        Locator door = phone.page().locator("[data-door='bike-shed']");
        assertThat(door).containsText("关着，已锁");
        door.getByText("开门一次").click();
        door.getByText("是，开门").click();
        hands.pushUntilOpen("bike-shed");
        assertThat(door).containsText("大门已确认：门已放行");
        hands.awaitSecured("bike-shed");
        assertThat(door).containsText("关着，已锁");
    }
}
