package org.menfang.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.menfang.vocabulary.Sha256;

/// Puts what the fuzzer made into what stands around it, so that the reader comes to it.
final class Frames {
    private Frames() {}

    /// A CloudEvent of the gate `xingfu-li/main` with any data.
    static byte[] event(long seq, Sha256 previous, String type, byte[] data) {
        String head =
                """
                {"specversion":"1.0","id":"main/events/%d","source":"/menfang/xingfu-li/main",\
                "type":"%s","time":"2026-11-22T00:00:00.125Z","datacontenttype":"application/json",\
                "stream":"events","seq":%d,"prevhash":"%s","boot":3,"timetrust":"TRUSTED","data":\
                """
                        .formatted(seq, type, seq, previous.value());
        return around(head, data, "}");
    }

    static byte[] around(String before, byte[] inner, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(inner);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }
}
