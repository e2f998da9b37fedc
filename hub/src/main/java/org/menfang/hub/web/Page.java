package org.menfang.hub.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Notice;

/// What every server-made page needs to know. Public, since templates lie in a package of their
/// own.
///
/// @param theme `light`, `dark` or `auto`
/// @param view `elder`, which is large, or `compact`
/// @param style the address of the style sheet
/// @param script the address of the board's script
/// @param refresher the address of the script that renews a page
/// @param csrf what forms have to carry; empty where nobody is signed in
/// @param path the address of the page itself, to come back to after a change of language
/// @param menu where this visitor can go from every page
/// @param notice what went wrong or right with the last form; none for nothing
public record Page(
        Language language,
        WordsOfPage words,
        String theme,
        String view,
        String style,
        String script,
        String refresher,
        String icon,
        String csrf,
        String path,
        List<Link> menu,
        @Nullable Notice notice) {
    public Page {
        menu = List.copyOf(menu);
    }

    /// A way to another page.
    ///
    /// @param here whether the page lies behind it
    public record Link(String path, String text, boolean here) {}

    /// The texts of one language.
    @FunctionalInterface
    public interface WordsOfPage {
        String text(String key);
    }

    public String text(String key) {
        return words.text(key);
    }

    Page with(Notice said) {
        return new Page(
                language, words, theme, view, style, script, refresher, icon, csrf, path, menu,
                said);
    }
}
