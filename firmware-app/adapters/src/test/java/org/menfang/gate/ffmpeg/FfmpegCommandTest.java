package org.menfang.gate.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What `ffmpeg` is told.
class FfmpegCommandTest {
    @Test
    void only_addresses_of_cameras_are_for_ffmpeg() {
        assertEquals(
                "file:/a true, http://a true, https://a true, rtsp://a true, RTSP://a true,"
                        + " simulated:north false, concat:/etc/passwd false, -i false, pipe: false",
                String.join(
                        ", ",
                        List.of(
                                        "file:/a",
                                        "http://a",
                                        "https://a",
                                        "rtsp://a",
                                        "RTSP://a",
                                        "simulated:north",
                                        "concat:/etc/passwd",
                                        "-i",
                                        "pipe:")
                                .stream()
                                .map(source -> source + " " + FfmpegCommand.canRead(source))
                                .toList()));
    }

    @Test
    void a_server_cannot_make_ffmpeg_open_files() {
        List<String> command = FfmpegCommand.of("ffmpeg", "http://camera/stream");
        int protocols = command.indexOf("-protocol_whitelist");
        assertEquals("http,tcp", command.get(protocols + 1));
        assertTrue(protocols < command.indexOf("-i"), "it stands before the input it is for");
    }

    @Test
    void an_address_is_one_argument_whatever_is_in_it() {
        String source = "rtsp://camera/a b;$(reboot)&x='y'";
        List<String> command = FfmpegCommand.of("ffmpeg", source);
        assertEquals(source, command.get(command.indexOf("-i") + 1));
    }
}
