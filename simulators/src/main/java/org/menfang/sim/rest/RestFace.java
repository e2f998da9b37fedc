package org.menfang.sim.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.PersonalTags;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.TimelineThread;

/// Lets a person or a test act on the simulated devices by HTTP, from this machine only.
///
/// `GET /v1/devices`, `GET /v1/people` and `GET /v1/deeds/<after number>` look; everything else is
/// `POST /v1/<kind>/<name>/<act>` with a JSON body. A request must name this machine as its host
/// and JSON as its type, so that no web page can send it.
public final class RestFace implements AutoCloseable {
    /// The file in the data folder that holds the port.
    public static final String PORT_FILE = "simulator.port";

    static final int BODY_BYTES_MAX = 4096;

    private static final System.Logger LOG = System.getLogger(RestFace.class.getName());
    private static final Pattern LOCAL_HOST =
            Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");
    private static final Set<String> LOOKS = Set.of("devices", "people", "deeds");
    private static final int BACKLOG_CONNECTIONS_MAX = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path portFile;
    private final World world;
    private final Hands hands;
    private final ReaderHands readerHands;
    private final ClockHands clockHands;

    /// What the face shows and acts on.
    public record World(
            SimulatedCompound compound,
            SimulationClock clock,
            List<Person> people,
            PersonalTags tags,
            DeedLog deeds,
            TimelineThread thread) {
        public World {
            people = List.copyOf(people);
        }
    }

    private RestFace(HttpServer server, Path portFile, World world) {
        this.server = server;
        this.portFile = portFile;
        this.world = world;
        hands = new Hands(world.compound());
        readerHands = new ReaderHands(world.compound(), world.tags());
        clockHands = new ClockHands(world.clock());
    }

    /// Opens the face and writes its port into the data folder.
    ///
    /// @param port 0 for any free one
    /// @throws IOException if the port is taken, or its file cannot be written
    public static RestFace open(int port, Path dataFolder, World world) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, BACKLOG_CONNECTIONS_MAX);
        RestFace face = new RestFace(server, dataFolder.resolve(PORT_FILE), world);
        server.setExecutor(face.threads);
        server.createContext("/", face::handle);
        server.start();
        Files.writeString(face.portFile, Integer.toString(face.port()));
        return face;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        try {
            checkSender(exchange);
            return route(exchange, body(exchange));
        } catch (Refusal e) {
            return e.reply();
        } catch (IllegalArgumentException e) {
            return Reply.refused(Reply.BAD, String.valueOf(e.getMessage()));
        }
    }

    private static void checkSender(HttpExchange exchange) {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        if (!LOCAL_HOST.matcher(host).matches()) {
            throw new Refusal(Reply.BAD, "this face answers to 127.0.0.1 and localhost only");
        }
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (exchange.getRequestMethod().equals("POST") && !type.startsWith("application/json")) {
            throw new Refusal(Reply.WRONG_TYPE, "send JSON, and say so: application/json");
        }
    }

    private static JsonTree body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        if (bytes.length > BODY_BYTES_MAX) {
            throw new Refusal(Reply.TOO_LARGE, "a body has up to " + BODY_BYTES_MAX + " bytes");
        }
        byte[] json = bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes;
        return switch (Json.parse(json)) {
            case Parsed.Read<JsonTree>(JsonTree tree) -> tree;
            case Parsed.Malformed<JsonTree>(String why) -> throw new Refusal(Reply.BAD, why);
        };
    }

    private Reply route(HttpExchange exchange, JsonTree body) {
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
        if (path.size() < 3 || !path.get(1).equals("v1")) {
            throw new Refusal(Reply.NOT_FOUND, "nothing here; see GET /v1/devices");
        }
        boolean looks = LOOKS.contains(path.get(2));
        if (!exchange.getRequestMethod().equals(looks ? "GET" : "POST")) {
            throw new Refusal(Reply.WRONG_METHOD, looks ? "GET it" : "POST it");
        }
        return looks ? look(path) : world.thread().ask(() -> act(path, body));
    }

    private Reply look(List<String> path) {
        Object seen =
                switch (path.get(2)) {
                    case "people" -> world.thread().ask(this::people);
                    case "deeds" -> world.deeds().after(Long.parseLong(path.getLast()));
                    default -> world.thread().ask(this::devices);
                };
        return new Reply(Reply.OK, Json.tree(seen).toString());
    }

    private PeopleList people() {
        return PeopleList.of(world.people(), world.tags());
    }

    private DeviceList devices() {
        return DeviceList.of(world.compound(), world.clock(), world.thread().faults());
    }

    private Reply act(List<String> path, JsonTree body) {
        String last = path.getLast();
        String name = path.get(path.size() - 2);
        int steps = path.size() - 2;
        return switch (path.get(2) + "/" + steps) {
            case "readers/3" -> readerHands.act(name, last, body);
            case "exits/3" -> hands.onExit(name, last);
            case "doors/3" -> hands.onDoor(name, last, body);
            case "lamps/3" -> hands.onLamp(name, last);
            case "cameras/3" -> hands.onCamera(name, last);
            case "alarm-inputs/3" -> hands.onAlarmInput(name, last);
            case "lanes/3" -> hands.onLane(name, last);
            case "wires/3" -> hands.onWire(name, last);
            case "sky/2" -> hands.onSky(last);
            case "mains/2" -> hands.onMains(last);
            case "fire/2" -> hands.onFire(last);
            case "clock/2" -> clockHands.act(last, body);
            default -> throw new Refusal(Reply.NOT_FOUND, "nothing here; see GET /v1/devices");
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        try {
            Files.deleteIfExists(portFile);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot delete " + portFile, e);
        }
    }
}
