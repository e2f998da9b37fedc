package org.menfang.gate.camera;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.site.CameraPlan;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CameraId;
import org.menfang.wire.GateState.CameraView;

/// Which cameras deliver pictures. A camera works until it is reported lost.
public final class Cameras {
    private final List<CameraPlan> plans;
    private final Alarms alarms;
    private final TreeSet<CameraId> lost = new TreeSet<>();
    private @Nullable List<CameraView> views;

    public Cameras(List<CameraPlan> plans, Alarms alarms) {
        this.plans = plans;
        this.alarms = alarms;
    }

    public void found(Turn turn, CameraId camera) {
        lost.remove(camera);
        views = null;
        alarms.returned(turn, AlarmKind.CAMERA_LOST, AlarmSource.of(camera));
    }

    public void lost(Turn turn, CameraId camera, String why) {
        lost.add(checked(camera));
        views = null;
        alarms.raise(turn, AlarmKind.CAMERA_LOST, AlarmSource.of(camera), Limits.shortened(why));
    }

    public List<CameraView> views() {
        List<CameraView> known = views;
        if (known == null) {
            known =
                    plans.stream()
                            .map(plan ->
                                    new CameraView(
                                            plan.id(), plan.name(), !lost.contains(plan.id())))
                            .toList();
            views = known;
        }
        return known;
    }

    private CameraId checked(CameraId camera) {
        if (plans.stream().noneMatch(plan -> plan.id().equals(camera))) {
            throw new IllegalArgumentException("the site has no camera " + camera);
        }
        return camera;
    }
}
