package org.menfang.gate.camera;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Input;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.site.CameraPlan;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.wire.EventBody;

/// Pictures that cameras owe. A picture carries the sequence of the event that asked for it; each
/// camera that watches the door takes one.
public final class Pictures implements Timed {
    private final List<CameraPlan> cameras;
    private final List<Owed> owed = new ArrayList<>();

    public Pictures(List<CameraPlan> cameras) {
        this.cameras = cameras;
    }

    private record Owed(PictureId picture, CameraId camera, MonotonicTime by) {}

    /// Has an event written that shows a door, and asks for its picture.
    ///
    /// @param event writes exactly one event, and is told the picture's number; none where no
    ///   camera watches the door
    public void witness(Turn turn, DoorId door, Consumer<@Nullable PictureId> event) {
        List<CameraPlan> watching =
                cameras.stream().filter(camera -> camera.watches().contains(door)).toList();
        if (watching.isEmpty()) {
            event.accept(null);
            return;
        }
        PictureId picture = new PictureId(turn.nextSeq(EventStream.EVENTS));
        event.accept(picture);
        watching.forEach(camera -> ask(turn, picture, camera.id()));
    }

    public void arrived(Turn turn, Input.PictureArrived arrived) {
        if (settle(arrived.picture(), arrived.camera())) {
            turn.write(
                    new EventBody.PictureTaken(
                            arrived.picture(),
                            arrived.camera(),
                            arrived.digest(),
                            arrived.sizeBytes()));
        }
    }

    public void failed(Turn turn, Input.PictureFailed failed) {
        if (settle(failed.picture(), failed.camera())) {
            missed(turn, failed.picture(), failed.camera(), Limits.shortened(failed.why()));
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        return owed.isEmpty() ? MonotonicTime.NEVER : owed.getFirst().by();
    }

    @Override
    public void timeIsDue(Turn turn) {
        for (Iterator<Owed> each = owed.iterator(); each.hasNext(); ) {
            Owed late = each.next();
            if (!turn.isDue(late.by())) {
                return;
            }
            each.remove();
            missed(turn, late.picture(), late.camera(), "no answer in time");
        }
    }

    private void ask(Turn turn, PictureId picture, CameraId camera) {
        long already = owed.stream().filter(each -> each.camera().equals(camera)).count();
        if (already >= Limits.PICTURES_OWED_MAX) {
            missed(turn, picture, camera, "too many pictures at once");
            return;
        }
        owed.add(new Owed(picture, camera, turn.time().plus(Limits.PICTURE_WAIT)));
        turn.ask(new Effect.TakePicture(picture, camera));
    }

    /// An answer that nobody waits for any more has been written down as missed: it is dropped.
    private boolean settle(PictureId picture, CameraId camera) {
        return owed.removeIf(
                each -> each.picture().equals(picture) && each.camera().equals(camera));
    }

    private static void missed(Turn turn, PictureId picture, CameraId camera, String why) {
        turn.write(new EventBody.PictureMissed(picture, camera, why));
    }
}
