package org.menfang.gate.picture;

import org.menfang.vocabulary.Sha256;

/// Takes pictures from the {@link PictureFolder} to the hub.
///
/// The folder knows what waits, through restarts too: an upload begins with {@link
/// PictureFolder#waiting}, and says {@link PictureFolder#uploaded} once the hub has answered that
/// it holds the picture. It may be missing (a gate without a hub): the folder then forgets the
/// oldest.
public interface PictureUpload {
    /// A new picture waits in the folder. Any thread may call it; it never blocks.
    void stored(Sha256 digest);
}
