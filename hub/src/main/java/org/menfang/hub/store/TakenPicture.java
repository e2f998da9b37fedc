package org.menfang.hub.store;

import org.menfang.hub.fleet.GateName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;

/// A picture that a gate said it took. Its bytes come on a way of their own.
public record TakenPicture(GateName gate, PictureId picture, Sha256 digest) {}
