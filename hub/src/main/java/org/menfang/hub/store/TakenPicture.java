package org.menfang.hub.store;

import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// A picture that a gate said it took. Its bytes come on a way of their own.
public record TakenPicture(GateIdentity gate, PictureId picture, Sha256 digest) {}
