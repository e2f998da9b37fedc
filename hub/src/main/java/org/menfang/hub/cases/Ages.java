package org.menfang.hub.cases;

import java.time.Duration;
import org.menfang.hub.page.Visit;

/// How long something took, as people say it.
public final class Ages {
    private static final long HOURS_MAX = 48;

    private Ages() {}

    public static String text(Visit visit, Duration age) {
        if (age.toHours() < 1) {
            return visit.text("cases.age.under-an-hour");
        }
        return age.toHours() < HOURS_MAX
                ? visit.text("cases.age.hours").replace("{hours}", String.valueOf(age.toHours()))
                : visit.text("cases.age.days").replace("{days}", String.valueOf(age.toDays()));
    }
}
