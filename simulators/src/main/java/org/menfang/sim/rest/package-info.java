/// A face of the simulated compound for people and tests: HTTP on loopback, and the client for it.
@NullMarked
package org.menfang.sim.rest;

import org.jspecify.annotations.NullMarked;
