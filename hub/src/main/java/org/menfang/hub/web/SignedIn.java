package org.menfang.hub.web;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Session;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Who sent a request.
///
/// @param secret what the browser showed
record SignedIn(Session session, String secret) {
    private static final String ATTRIBUTE = "menfang.signed-in";

    OperatorName name() {
        return session.name();
    }

    /// What a change has to carry besides the cookie: only a page of ours can read it, and nobody
    /// can work the cookie out from it.
    String csrf() {
        return Sha256.of("csrf\n" + secret).value();
    }

    void attachTo(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    static Optional<SignedIn> find(Context ctx) {
        @Nullable SignedIn found = ctx.attribute(ATTRIBUTE);
        return Optional.ofNullable(found);
    }

    /// Who sent a request that the {@link Guard} has let through.
    static SignedIn of(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(ATTRIBUTE), "the guard lets nobody else in");
    }
}
