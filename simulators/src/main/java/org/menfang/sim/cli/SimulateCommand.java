package org.menfang.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.json.JsonTree;
import org.menfang.sim.rest.RestClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// Acts on the devices of a simulated gate that runs on this machine.
@Command(
        name = "simulate",
        description = {
            "不带子命令：在虚拟时间里跑几天小区，注入故障，检查每条承诺。",
            "带子命令：操作正在运行的模拟小区：刷卡、推门、剪线……",
            "Without a command: runs days of a compound in virtual time, with faults, and checks every"
                    + " promise. With one: acts on the devices of a simulated gate that runs on this"
                    + " machine."
        },
        subcommands = OsdpCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done; every promise was kept",
            "1:a promise was broken",
            "64:wrong use; no such device or act; the device refuses",
            "69:no simulated gate runs there",
            "70:internal fault"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final JsonTree NOTHING = JsonTree.object().build();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "演示或大门的数据文件夹 / the data folder of the demo or of the gate")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            scope = ScopeType.INHERIT,
            description = "模拟设备的端口 / the port of the simulated devices, in place of --data")
    private @Nullable Integer port;

    @ArgGroup(exclusive = false)
    private @Nullable SimulationRun run;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (run == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name --seed N to run days of a compound, or a command.");
        }
        return run.run(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    @Command(description = "Lists all devices and how they really are.")
    int devices() {
        return withFace(face -> face.look("devices"));
    }

    @Command(description = "Lists the people, the numbers on their cards, their PINs and tags.")
    int people() {
        return withFace(face -> face.look("people"));
    }

    @Command(description = "Holds a card before a reader.")
    int card(
            @Parameters(paramLabel = "READER") String reader,
            @Parameters(paramLabel = "NUMBER", description = "0 to 65535") int number,
            @Option(names = "--facility", paramLabel = "N", description = "0 to 255; default: 26")
                    @Nullable Integer facility) {
        JsonTree.Builder body = JsonTree.object().put("number", number);
        JsonTree whole = (facility == null ? body : body.put("facility", facility)).build();
        return act("readers/" + reader + "/card", whole);
    }

    @Command(description = "Has a reader deliver these bits.")
    int bits(
            @Parameters(paramLabel = "READER") String reader,
            @Parameters(paramLabel = "BITS", description = "such as 0101") String bits) {
        return act("readers/" + reader + "/card", JsonTree.object().put("bits", bits).build());
    }

    @Command(description = "Presses keys of a reader's keypad: 0 to 9, * (clear), # (enter).")
    int key(
            @Parameters(paramLabel = "READER") String reader,
            @Parameters(paramLabel = "DIGITS", description = "such as 4711#") String digits) {
        return act("readers/" + reader + "/keys", JsonTree.object().put("keys", digits).build());
    }

    @Command(description = "Holds a code before a reader's window: what a QR code says.")
    int show(
            @Parameters(paramLabel = "READER") String reader,
            @Parameters(paramLabel = "TEXT") String text) {
        return act("readers/" + reader + "/show", JsonTree.object().put("text", text).build());
    }

    @Command(description = "Taps somebody's NTAG 424 tag at a reader.")
    int tap(
            @Parameters(paramLabel = "READER") String reader,
            @Parameters(paramLabel = "HOLDER", description = "such as p-001") String holder,
            @Option(names = "--copy", description = "a copy of what it said last") boolean copy) {
        return act(
                "readers/" + reader + (copy ? "/copy" : "/tap"),
                JsonTree.object().put("holder", holder).build());
    }

    @Command(description = "Has a reader deliver noise.")
    int flood(
            @Parameters(paramLabel = "READER") String reader,
            @Option(names = "--reads", defaultValue = "1000", paramLabel = "N") long reads,
            @Option(names = "--every-micros", defaultValue = "1000", paramLabel = "N")
                    long everyMicros) {
        return act(
                "readers/" + reader + "/flood",
                JsonTree.object().put("reads", reads).put("everyMicros", everyMicros).build());
    }

    @Command(description = "Presses a button to leave by.")
    int rex(@Parameters(paramLabel = "ACCESS-POINT") String exit) {
        return act("exits/" + exit + "/press", NOTHING);
    }

    @Command(description = "Acts on a door: open, hold, force, close, rattle.")
    int door(
            @Parameters(paramLabel = "DOOR") String door,
            @Parameters(paramLabel = "ACT") String act) {
        return act("doors/" + door + "/" + act, NOTHING);
    }

    @Command(description = "Turns the fire contact: on, off.")
    int fire(@Parameters(paramLabel = "on|off") String act) {
        return act("fire/" + act, NOTHING);
    }

    @Command(description = "Acts on a lamp: cut, mend, kill, replace.")
    int lamp(
            @Parameters(paramLabel = "LAMP") String lamp,
            @Parameters(paramLabel = "ACT") String act) {
        return act("lamps/" + lamp + "/" + act, NOTHING);
    }

    @Command(description = "Acts on a camera: lose, freeze, garble, restore.")
    int camera(
            @Parameters(paramLabel = "CAMERA") String camera,
            @Parameters(paramLabel = "ACT") String act) {
        return act("cameras/" + camera + "/" + act, NOTHING);
    }

    @Command(
            description = {
                "让一辆车开到道闸下（come）或开走（go）。",
                "Drives a car under the arm of a barrier: come, go."
            })
    int car(
            @Parameters(paramLabel = "BARRIER") String barrier,
            @Parameters(paramLabel = "come|go") String act) {
        return act("lanes/" + barrier + "/" + act, NOTHING);
    }

    @Command(
            description = {
                "剪断、短接或修好一路输入的线，如 lane.loop。",
                "Cuts, bridges or mends the wires of an input, such as lane.loop: cut, short, mend."
            })
    int wire(
            @Parameters(paramLabel = "POINT") String point,
            @Parameters(paramLabel = "cut|short|mend") String act) {
        return act("wires/" + point + "/" + act, NOTHING);
    }

    @Command(
            description = {
                "停市电、来市电；停两分钟后电池报低。",
                "Turns the mains: off, on. After two minutes without, the battery is low."
            })
    int mains(@Parameters(paramLabel = "off|on") String act) {
        return act("mains/" + act, NOTHING);
    }

    @Command(
            description = {
                "光控看到的天：storm 乌云，torch 有人照它，clear 跟着太阳。",
                "The sky over the photocell: storm, torch, clear (it follows the sun)."
            })
    int sky(@Parameters(paramLabel = "storm|torch|clear") String act) {
        return act("sky/" + act, NOTHING);
    }

    @Command(name = "alarm-input", description = "Turns an alarm input: on, off.")
    int alarmInput(
            @Parameters(paramLabel = "INPUT") String input,
            @Parameters(paramLabel = "on|off") String act) {
        return act("alarm-inputs/" + input + "/" + act, NOTHING);
    }

    @Command(
            description = {
                "For everybody: speed (--speed), skip (--seconds).",
                "For the gate alone: step (--seconds), set (--time), right, distrust, trust."
            })
    int clock(
            @Parameters(paramLabel = "ACT") String act,
            @Option(names = "--seconds", paramLabel = "N") @Nullable Long seconds,
            @Option(names = "--speed", paramLabel = "N") @Nullable Long speed,
            @Option(names = "--time", paramLabel = "1970-01-01T00:00:00Z") @Nullable String time) {
        JsonTree.Builder body = JsonTree.object();
        if (seconds != null) {
            body.put("seconds", seconds);
        }
        if (speed != null) {
            body.put("speed", speed);
        }
        if (time != null) {
            body.put("time", time);
        }
        return act("clock/" + act, body.build());
    }

    private int act(String path, JsonTree body) {
        return withFace(face -> face.act(path, body));
    }

    private interface Question {
        RestClient.Answer ask(RestClient face) throws IOException, InterruptedException;
    }

    private int withFace(Question question) {
        PrintWriter err = spec.commandLine().getErr();
        if (port == null && data == null) {
            err.println(
                    "Which simulated gate? Name --data DIR (the demo prints it) or --port PORT.");
            return ExitStatus.WRONG_USE;
        }
        try (RestClient face = new RestClient(port != null ? port : portIn(data))) {
            RestClient.Answer answer = question.ask(face);
            (answer.ok() ? spec.commandLine().getOut() : err).println(answer.text());
            return answer.ok() ? ExitStatus.FINE : ExitStatus.WRONG_USE;
        } catch (IllegalArgumentException e) {
            err.println("no such thing: " + e.getMessage());
            return ExitStatus.WRONG_USE;
        } catch (IOException e) {
            err.println("The simulated gate cannot be reached: " + e.getMessage());
            return ExitStatus.UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.UNAVAILABLE;
        }
    }

    private static int portIn(@Nullable Path folder) throws IOException {
        return RestClient.portIn(folder == null ? Path.of("") : folder);
    }
}
