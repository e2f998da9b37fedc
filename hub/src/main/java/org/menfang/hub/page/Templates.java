package org.menfang.hub.page;

import java.util.Map;

/// Makes the text of pages that are printed, from templates of `src/main/jte`. Any thread may call
/// it.
///
/// Such a template is given the model, and two functions from keys to texts: `words` in the asked
/// language and `other` in the other one (`@param org.menfang.hub.web.Page.WordsOfPage words`).
@FunctionalInterface
public interface Templates {
    String render(String template, Language language, Map<String, Object> model);
}
