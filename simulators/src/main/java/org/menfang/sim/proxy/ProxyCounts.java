package org.menfang.sim.proxy;

/// What has come through a proxy since it started.
///
/// @param connections how many were taken
/// @param standing how many of them still stand
/// @param bytesToServer how many bytes clients sent
/// @param bytesToClient how many bytes servers sent
/// @param bytesSwallowed how many of all these went nowhere
/// @param bitsTurned how many bits were turned over
/// @param resets how many connections the proxy reset
public record ProxyCounts(
        long connections,
        int standing,
        long bytesToServer,
        long bytesToClient,
        long bytesSwallowed,
        long bitsTurned,
        long resets) {}
