package org.menfang.sim.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.Frame;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.time.SimulationClock;

/// The frames of one simulated camera.
public final class SceneFrames implements FrameSource {
    private final Supplier<View> look;
    private final ScenePainter painter = new ScenePainter();
    private @Nullable Frame last;

    /// @param ask asks something of the compound where its acts run, and waits for the answer
    public SceneFrames(
            SimulatedCamera camera, SimulatedCompound compound, SimulationClock clock, Asker ask) {
        look =
                () ->
                        ask.ask(() -> {
                            LocalDateTime time =
                                    LocalDateTime.ofInstant(clock.world(), compound.site().zone());
                            return new View(camera.state(), Scene.of(camera, compound, time));
                        });
    }

    /// Asks something where the acts of the compound run.
    public interface Asker {
        <T> T ask(Supplier<T> question);
    }

    private record View(SimulatedCamera.State state, Scene scene) {}

    @Override
    public Frame newest() throws IOException {
        View view = look.get();
        return switch (view.state()) {
            case LOST -> throw new IOException("the camera does not answer");
            case GARBLED -> throw new IOException("what the camera delivers is no picture");
            case FROZEN -> last == null ? paint(view.scene()) : last;
            case WORKING -> paint(view.scene());
        };
    }

    private Frame paint(Scene scene) {
        byte[] pixels = painter.paint(scene);
        Frame frame =
                new Frame(ScenePainter.WIDTH, ScenePainter.HEIGHT, ByteBuffer.wrap(pixels.clone()));
        last = frame;
        return frame;
    }
}
