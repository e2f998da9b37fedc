package org.menfang.hub.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.Sha256;

/// The script, style and icon of the pages. Their addresses carry a digest of what they hold, so
/// that a browser may keep them for ever and never mixes two versions.
final class Assets {
    static final String SCRIPT = "board.js";
    static final String STYLE = "board.css";
    static final String ICON = "icon.svg";
    static final String ROUNDS = "rounds.js";
    static final String REFRESH = "refresh.js";
    static final String PASSKEYS = "passkeys.js";
    static final String SMALL_ICON = "icon-192.png";
    static final String LARGE_ICON = "icon-512.png";

    private static final Map<String, String> CONTENT_TYPES =
            Map.of(
                    SCRIPT, "text/javascript; charset=utf-8",
                    STYLE, "text/css; charset=utf-8",
                    ICON, "image/svg+xml",
                    ROUNDS, "text/javascript; charset=utf-8",
                    REFRESH, "text/javascript; charset=utf-8",
                    PASSKEYS, "text/javascript; charset=utf-8",
                    SMALL_ICON, "image/png",
                    LARGE_ICON, "image/png");
    private static final int DIGEST_CHARS = 16;

    private static final class Asset {
        final String contentType;
        final byte[] plain;
        final byte[] zipped;

        Asset(String contentType, byte[] plain) {
            this.contentType = contentType;
            this.plain = plain;
            this.zipped = zip(plain);
        }
    }

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Asset> byPath = new HashMap<>();

    Assets() {
        CONTENT_TYPES.forEach(this::add);
    }

    /// The address of an asset.
    String path(String name) {
        String path = paths.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        return path;
    }

    /// The addresses of all assets, in their order.
    List<String> paths() {
        return byPath.keySet().stream().sorted().toList();
    }

    /// Sends the asset of an address.
    ///
    /// @return whether there is one
    boolean send(Context ctx) {
        @Nullable Asset asset = byPath.get(ctx.path());
        if (asset == null) {
            return false;
        }
        ctx.contentType(asset.contentType)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding");
        String accepted = ctx.header("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            ctx.header("Content-Encoding", "gzip").result(asset.zipped);
        } else {
            ctx.result(asset.plain);
        }
        return true;
    }

    private void add(String name, String contentType) {
        byte[] bytes = load(name);
        String digest = Sha256.of(bytes).value().substring(0, DIGEST_CHARS);
        String path = "/assets/" + digest + "/" + name;
        paths.put(name, path);
        byPath.put(path, new Asset(contentType, bytes));
    }

    static byte[] load(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("assets/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("this program lacks its file assets/" + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(plain.length);
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
