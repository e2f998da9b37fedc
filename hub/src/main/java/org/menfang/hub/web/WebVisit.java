package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.OperatorName;

/// A visit that came over HTTP.
record WebVisit(Context ctx, Facts facts) implements Visit {
    /// What every visit can ask for.
    record Facts(Words words, Permissions permissions, Clock clock, ZoneId zone) {}

    @Override
    public OperatorName who() {
        return SignedIn.find(ctx)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in"))
                .name();
    }

    @Override
    public boolean may(Right right) {
        return SignedIn.find(ctx)
                .filter(who -> facts.permissions.may(who.name(), right))
                .isPresent();
    }

    @Override
    public Language language() {
        return Cookies.language(ctx);
    }

    @Override
    public String text(String key) {
        return facts.words.text(language(), key);
    }

    @Override
    public String textOr(String key, String otherwise) {
        return facts.words.has(key) ? text(key) : otherwise;
    }

    @Override
    public Instant now() {
        return facts.clock.instant();
    }

    @Override
    public ZoneId zone() {
        return facts.zone;
    }

    @Override
    public String path(String name) {
        return ctx.pathParam(name);
    }

    @Override
    public String query(String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value.strip();
    }

    @Override
    public String address(String path) {
        // A proxy that adds TLS says so; what it says changes only this visitor's own page.
        String scheme = "https".equals(ctx.header("X-Forwarded-Proto")) ? "https" : ctx.scheme();
        return scheme + "://" + ctx.host() + path;
    }

    @Override
    public String field(String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }

    @Override
    public List<String> fields(String name) {
        return List.copyOf(ctx.formParams(name));
    }

    @Override
    public Optional<Upload> upload(String name) {
        UploadedFile file = ctx.uploadedFile(name);
        if (file == null || file.size() == 0) {
            return Optional.empty();
        }
        try (InputStream content = file.content()) {
            return Optional.of(new Upload(file.filename(), content.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] body() {
        return ctx.bodyAsBytes();
    }
}
