package org.menfang.gate.wiegand;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.wiegand.Show.Light;

/// What one reader shows when. It has no clock: its owner says what time it is.
final class ShowPlayer {
    private Channel<Light> lights = new Channel<>(null, null);
    private Channel<Boolean> sounds = new Channel<>(null, null);

    /// What a light or a buzzer plays, and what it goes back to.
    private record Channel<T>(@Nullable Playing<T> passing, @Nullable Playing<T> standing) {
        Channel<T> playing(Track<T> track, boolean stands, long nanos) {
            Playing<T> begun = new Playing<>(track, nanos);
            return stands ? new Channel<>(null, begun) : new Channel<>(begun, standing);
        }

        @Nullable Playing<T> at(long nanos) {
            if (passing != null && !passing.isOver(nanos)) {
                return passing;
            }
            return standing != null && !standing.isOver(nanos) ? standing : null;
        }
    }

    private record Playing<T>(Track<T> track, long since) {
        boolean isOver(long nanos) {
            return track.isOverAfter(nanos - since);
        }

        T on(long nanos) {
            return track.onAfter(nanos - since);
        }

        long changesAt(long nanos) {
            return nanos + track.unchangedFor(nanos - since);
        }
    }

    /// Begins to show something.
    void play(ReaderFeedback feedback, long nanos) {
        Show show = Show.of(feedback);
        show.light().ifPresent(track -> lights = lights.playing(track, show.stands(), nanos));
        sounds = sounds.playing(show.sound(), show.stands(), nanos);
    }

    /// What it shows now.
    Signal at(long nanos) {
        Playing<Light> light = lights.at(nanos);
        Playing<Boolean> sound = sounds.at(nanos);
        Light on = light == null ? Light.DARK : light.on(nanos);
        return new Signal(on.hasGreen(), on.hasRed(), sound != null && sound.on(nanos));
    }

    /// When it may next show something else; empty while nothing is played.
    OptionalLong changesAt(long nanos) {
        Playing<Light> light = lights.at(nanos);
        Playing<Boolean> sound = sounds.at(nanos);
        if (light == null) {
            return sound == null ? OptionalLong.empty() : OptionalLong.of(sound.changesAt(nanos));
        }
        long next = light.changesAt(nanos);
        return OptionalLong.of(sound == null ? next : Math.min(next, sound.changesAt(nanos)));
    }
}
