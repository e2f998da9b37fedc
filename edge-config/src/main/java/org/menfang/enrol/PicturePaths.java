package org.menfang.enrol;

import org.menfang.vocabulary.Sha256;

/// Where gates put their pictures.
public final class PicturePaths {
    public static final String PREFIX = "/device/v1/pictures/";

    /// Most bytes of one picture.
    public static final int PICTURE_BYTES_MAX = 2 << 20;

    private PicturePaths() {}

    public static String of(Sha256 digest) {
        return PREFIX + digest;
    }
}
