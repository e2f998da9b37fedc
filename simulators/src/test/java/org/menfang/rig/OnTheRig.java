package org.menfang.rig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.menfang.sim.rig.Kernel;

/// Tests that need the kernel of the rig. Only the architecture of the machine decides whether they
/// are run: where it fits and something is missing, they fail.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledOnOs(
        architectures = Kernel.ARCHITECTURE,
        disabledReason =
                "the kernel of the rig is User-Mode Linux, which runs on x86-64 alone; everything"
                        + " else is tested here")
@interface OnTheRig {}
