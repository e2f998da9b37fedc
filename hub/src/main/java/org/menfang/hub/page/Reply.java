package org.menfang.hub.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a visitor gets.
public sealed interface Reply {
    /// A page made from a template.
    ///
    /// @param template a file of `src/main/jte`; it is given the model and a `page`
    /// @param notice what went wrong or right, above everything else; none for nothing
    record Show(String template, Map<String, Object> model, int status, @Nullable Notice notice)
            implements Reply {
        public Show {
            model = Map.copyOf(model);
        }

        public Show with(Notice said) {
            return new Show(template, model, said.good() ? status : UNPROCESSABLE, said);
        }
    }

    /// Go on to another page, as after every change: reloading does not repeat it.
    ///
    /// @param path an address of ours
    /// @param saidKey the text that the next page shows as good news, `said.…`; empty for none
    record Onward(String path, String saidKey) implements Reply {}

    /// A file.
    ///
    /// @param inline whether the browser shows it; else it is saved under its name
    @SuppressWarnings("ArrayRecordComponent") // A file is handed over, never compared.
    record File(String name, String contentType, byte[] bytes, boolean inline) implements Reply {}

    /// Data for the patrol app.
    ///
    /// @param view a record
    record Data(Object view) implements Reply {}

    record Refused(Problem problem) implements Reply {}

    /// An act that may not be done now, told to the patrol app.
    ///
    /// @param key of the text that says why and what to do next: `refused.…`
    record NotNow(String key) implements Reply {}

    int OK = 200;
    int UNPROCESSABLE = 422;

    static Show show(String template, Map<String, Object> model) {
        return new Show(template, model, OK, null);
    }

    static Reply onward(String path) {
        return new Onward(path, "");
    }
}
