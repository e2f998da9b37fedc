package org.menfang.hub.page;

/// A language of the pages.
public enum Language {
    ZH("zh-CN", "中文"),
    EN("en", "English");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /// The tag for the `lang` of a page.
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    public Language other() {
        return switch (this) {
            case ZH -> EN;
            case EN -> ZH;
        };
    }
}
