package org.menfang.gate.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The arguments with which `ffmpeg` turns a camera's stream into a slow row of plain pictures on
/// its standard output. They go to the process as a list: no shell ever reads the address.
final class FfmpegCommand {
    /// Enough to have a still that is half a second old at most, and little enough for a small
    /// board.
    static final int FRAMES_PER_SECOND = 2;

    /// Larger pictures are made smaller before they take room in the pipe.
    static final int SIDE_PIXELS_MAX = 1280;

    /// How long a socket may be silent before `ffmpeg` gives up by itself. It is what ends the
    /// process where nobody is left to kill it.
    private static final long SOCKET_SILENCE_MICROS_MAX = 10_000_000;

    /// What each kind of address may open. A list that a server sends can name other protocols,
    /// such as `file:`, and must not get at them.
    private static final Map<String, String> PROTOCOLS =
            Map.of(
                    "file", "file",
                    "http", "http,tcp",
                    "https", "https,http,tls,tcp",
                    "rtsp", "rtsp,rtp,udp,tcp",
                    "rtsps", "rtsps,rtsp,rtp,udp,tls,tcp");

    private FfmpegCommand() {}

    /// Whether `ffmpeg` is given such an address at all.
    static boolean canRead(String source) {
        return PROTOCOLS.containsKey(scheme(source));
    }

    static List<String> of(String program, String source) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(program, "-nostdin", "-hide_banner", "-loglevel", "error"));
        arguments.addAll(input(scheme(source)));
        arguments.addAll(List.of("-i", source, "-map", "0:v:0", "-an", "-sn", "-dn"));
        arguments.addAll(List.of("-vf", filter(), "-pix_fmt", "rgb24"));
        arguments.addAll(List.of("-c:v", "ppm", "-f", "image2pipe", "-flush_packets", "1", "-"));
        return List.copyOf(arguments);
    }

    private static List<String> input(String scheme) {
        List<String> arguments = new ArrayList<>();
        String protocols = PROTOCOLS.getOrDefault(scheme, "none");
        arguments.addAll(List.of("-protocol_whitelist", protocols));
        switch (scheme) {
            case "file" -> arguments.addAll(List.of("-re", "-stream_loop", "-1"));
            case "rtsp", "rtsps" ->
                    arguments.addAll(List.of("-rtsp_transport", "tcp", "-timeout", silence()));
            default -> arguments.addAll(List.of("-rw_timeout", silence()));
        }
        return arguments;
    }

    private static String filter() {
        return "fps=%d,scale=w='min(%d,iw)':h='min(%d,ih)':force_original_aspect_ratio=decrease"
                .formatted(FRAMES_PER_SECOND, SIDE_PIXELS_MAX, SIDE_PIXELS_MAX);
    }

    private static String silence() {
        return Long.toString(SOCKET_SILENCE_MICROS_MAX);
    }

    private static String scheme(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? "" : source.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
