package org.menfang.hub.web.view;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.PictureId;
import org.menfang.wire.EventBody;

/// Which events belong to a picture.
final class PictureNumbers {
    private PictureNumbers() {}

    static @Nullable Long of(EventBody body) {
        PictureId picture = pictureOf(body);
        return picture == null ? null : picture.value();
    }

    private static @Nullable PictureId pictureOf(EventBody body) {
        if (body instanceof EventBody.AccessGranted granted) {
            return granted.picture();
        }
        if (body instanceof EventBody.AccessGrantedByOperator granted) {
            return granted.picture();
        }
        if (body instanceof EventBody.AccessDenied denied) {
            return denied.picture();
        }
        if (body instanceof EventBody.AlarmRaised raised) {
            return raised.picture();
        }
        if (body instanceof EventBody.PictureTaken taken) {
            return taken.picture();
        }
        return body instanceof EventBody.PictureMissed missed ? missed.picture() : null;
    }
}
