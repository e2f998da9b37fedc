/// What goes wrong on purpose: faults of power, disk, clock, network, hub, rules, devices and
/// people, each with chance of its own, and what is wrong at the moment.
@NullMarked
package org.menfang.sim.fault;

import org.jspecify.annotations.NullMarked;
