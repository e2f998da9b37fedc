package org.menfang.sim.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.pi4j.Pi4jPoints;
import org.menfang.sim.Sites;
import org.menfang.sim.rest.RestClient;
import org.menfang.site.PointName;
import org.menfang.vocabulary.SirenId;

/// The points of the lane hang on simulated wires and chips, which the gate's own drivers read, and
/// somebody outside cuts, bridges and drives.
@Timeout(60)
final class MeasuredInputsTest {
    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Input> heard = new LinkedBlockingQueue<>();
    private SimulatedHardware hardware;
    private Pi4jPoints points;
    private int port;

    @BeforeEach
    void open() throws IOException {
        SimulationOptions options =
                new SimulationOptions(1, SimulationOptions.DEFAULT_START, 1, false, 0);
        hardware = SimulatedHardware.open(Sites.barrier(), folder, options);
        points = Pi4jPoints.open(hardware::chip, Sites.barrier(), heard::add);
        points.reportInputs();
        port = RestClient.portIn(folder);
    }

    @AfterEach
    void close() {
        points.close();
        hardware.close();
    }

    @Test
    void a_car_on_the_loop_is_seen_through_the_converter() throws Exception {
        until("LoopChanged[barrier=lane, occupied=false]");
        until("MonitorChanged[door=lane, open=true]");
        whenUp("lanes/lane/come");
        until("LoopChanged[barrier=lane, occupied=true]");
        assertEquals(409, post("lanes/lane/come"));
        assertEquals(200, post("lanes/lane/go"));
        until("LoopChanged[barrier=lane, occupied=false]");
    }

    @Test
    void a_loop_that_is_cut_or_bridged_is_told_apart_from_a_car() throws Exception {
        until("LoopChanged[barrier=lane, occupied=false]");
        assertEquals(200, post("wires/lane.loop/cut"));
        until("is cut");
        until("LoopChanged[barrier=lane, occupied=true]");
        assertTrue(devices().contains("\"damagedWires\":[{\"input\":\"lane.loop\""), devices());
        assertEquals(200, post("wires/lane.loop/short"));
        until("is short");
        assertEquals(200, post("wires/lane.loop/mend"));
        until("InputRecovered[input=lane.loop]");
        until("LoopChanged[barrier=lane, occupied=false]");
        assertEquals(404, post("wires/lane.lock/cut"));
        assertEquals(404, post("wires/lane.loop/burn"));
    }

    @Test
    void a_panic_button_is_not_heard_over_a_cut_wire_but_the_cut_is() throws Exception {
        until("AlarmInputChanged[input=panic, active=false]");
        assertEquals(200, post("wires/panic.alarm/cut"));
        until("InputFailed[input=panic.alarm");
        assertEquals(200, post("wires/panic.alarm/mend"));
        until("InputRecovered[input=panic.alarm]");
        assertEquals(200, post("alarm-inputs/panic/on"));
        until("AlarmInputChanged[input=panic, active=true]");
    }

    @Test
    void the_mains_go_and_come_back() throws Exception {
        until("AlarmInputChanged[input=mains, active=false]");
        assertEquals(200, post("mains/off"));
        until("AlarmInputChanged[input=mains, active=true]");
        assertEquals(200, post("mains/on"));
        until("AlarmInputChanged[input=mains, active=false]");
        assertEquals(404, post("mains/half"));
    }

    @Test
    void the_photocell_sees_storms_and_torches_and_the_sun() throws Exception {
        assertEquals(200, post("sky/storm"));
        until("DarknessChanged[dark=true]");
        assertEquals(200, post("sky/torch"));
        until("DarknessChanged[dark=false]");
        assertEquals(200, post("sky/clear"));
    }

    @Test
    void a_siren_sounds_while_it_has_power() throws Exception {
        points.outputs().energise(PointName.siren(new SirenId("yard")), true);
        String sounding = "\"sirens\":[{\"id\":\"yard\",\"sounds\":true,\"lit\":false}]";
        assertTrue(devices().contains(sounding), devices());
    }

    private void whenUp(String path) throws Exception {
        while (post(path) == 409) {
            heard.poll(50, TimeUnit.MILLISECONDS);
        }
    }

    private void until(String part) throws InterruptedException {
        while (!heard.take().toString().contains(part)) {
            // Something else was told before.
        }
    }

    private int post(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/" + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String devices() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/devices"))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
