package org.menfang.hub.app;

import java.util.Locale;

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
}
