package org.menfang.hub.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers requests so broken that no handler ever sees them, with a line that tells nothing about
/// the server.
final class BareErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(
                response,
                true,
                "请求无法读懂，状态码 / The request cannot be read; status " + response.getStatus() + "\n",
                callback);
        return true;
    }
}
