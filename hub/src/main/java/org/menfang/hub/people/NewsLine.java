package org.menfang.hub.people;

import java.time.Instant;

/// Whether one gate has the news, in words.
public record NewsLine(String gate, String text, boolean good) {
    public static NewsLine of(GateNews news, Telling telling) {
        Instant at = news.at();
        String text =
                switch (news.knows()) {
                    case HAS_IT ->
                            at == null
                                    ? telling.text("people.news.has")
                                    : telling.text("people.news.has-since", "age", telling.age(at));
                    case ON_ITS_WAY ->
                            telling.text("people.news.on-its-way", "version", news.version());
                    case NOT_HEARD ->
                            telling.text(
                                    "people.news.not-heard",
                                    "age",
                                    at == null ? "" : telling.age(at),
                                    "version",
                                    news.version());
                    case NEVER_HEARD -> telling.text("people.news.never-heard");
                };
        return new NewsLine(news.name(), text, news.knows() == GateNews.Knows.HAS_IT);
    }
}
