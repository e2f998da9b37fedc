package org.menfang.hub.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Templates;

/// The templates of what is printed, which lie beside those of the pages.
public final class PrintTemplates implements Templates {
    private final TemplateEngine engine = Pages.engine();
    private final Words words = new Words();

    @Override
    public String render(String template, Language language, Map<String, Object> model) {
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("words", words(language));
        parameters.put("other", words(language.other()));
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        return output.toString();
    }

    /// A text of the pages.
    public String text(Language language, String key) {
        return words.text(language, key);
    }

    private Page.WordsOfPage words(Language language) {
        return key -> words.text(language, key);
    }
}
