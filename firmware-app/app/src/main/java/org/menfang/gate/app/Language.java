package org.menfang.gate.app;

import java.util.Locale;
import org.menfang.site.Site;

/// A language that the program speaks. The names are as they are typed.
enum Language {
    zh(Locale.SIMPLIFIED_CHINESE),
    en(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals("zh") ? zh : en;
    }

    Locale locale() {
        return locale;
    }

    /// What is said of a site file without a fault.
    String praise(Site good) {
        String praise =
                switch (this) {
                    case zh -> "没有错误：%s/%s，%d 扇门，%d 盏灯，%d 个摄像头";
                    case en -> "no faults: %s/%s, %d doors, %d lamps, %d cameras";
                };
        return praise.formatted(
                good.compound(),
                good.gate(),
                good.doors().size(),
                good.lamps().size(),
                good.cameras().size());
    }
}
