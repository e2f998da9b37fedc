package org.menfang.gate.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.Keyring;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.gate.local.LocalQuestions;
import org.menfang.gate.os.LinuxClockWitness;
import org.menfang.gate.signs.GateSigns;
import org.menfang.gate.sqlite.DatabaseExam;
import org.menfang.json.Parsed;
import org.menfang.site.Site;
import org.menfang.site.file.SiteFault;

/// Looks at everything once, or again and again. It writes nothing into the folder of the gate, and
/// drives nothing.
public final class Doctor implements AutoCloseable {
    private static final Duration GATE_WAIT = Duration.ofSeconds(5);
    private static final Duration DATABASE_WAIT = Duration.ofSeconds(5);

    /// A chip that measures has to look first.
    private static final Duration SETTLING = Duration.ofMillis(400);

    private static final Path ROOT = Path.of("/");
    private static final Path DEVICES = Path.of("/dev");
    private static final String REAL_BOARD = "linux";

    private final Request request;
    private final MachineFiles machine = new MachineFiles(ROOT);
    private @Nullable StoppedField field;

    /// What to look at.
    ///
    /// @param siteFile as it was named
    /// @param site what it says, or the last good one
    /// @param siteFaults what is wrong with the file; none of a good one
    /// @param data the data folder
    /// @param sockets where a running gate may answer
    /// @param taken whether a gate holds the data folder
    /// @param hardware opens the board where no gate runs; none where it is not known which
    /// @param keys the folder of keys
    /// @param accepted whose rules are accepted
    /// @param madeAt when this software was made
    /// @param raw whether whole cards are shown
    public record Request(
            Path siteFile,
            Site site,
            List<SiteFault> siteFaults,
            Path data,
            List<Path> sockets,
            BooleanSupplier taken,
            @Nullable HardwareProvider hardware,
            Path keys,
            Supplier<Keyring> accepted,
            Instant madeAt,
            boolean raw) {
        public Request {
            siteFaults = List.copyOf(siteFaults);
            sockets = List.copyOf(sockets);
        }
    }

    public Doctor(Request request) {
        this.request = request;
    }

    /// Everything, as it is now.
    public Report look() {
        GateReading gate = gate();
        Instant now = Instant.now();
        Site site = request.site();
        Readings readings = new Readings(request);
        List<Finding> all = new ArrayList<>();
        all.addAll(
                GateFindings.of(gate, readings.siteFile(), readings.rules(gate.asked(), now), now));
        all.addAll(PinFindings.of(site, gate.lines(), gate.readers()));
        all.addAll(new ReaderFindings(site, request.raw()).of(gate.readers()));
        all.addAll(
                ClockFindings.of(
                        new ClockFindings.ClockReading(
                                now,
                                request.madeAt(),
                                LinuxClockWitness.ofThisMachine().ask(),
                                machine.hardwareClock()),
                        gate.asked(),
                        site.zone()));
        all.addAll(StorageFindings.of(readings.disk(), exam(gate), gate.asked()));
        all.addAll(BoardFindings.of(machine.board()));
        all.addAll(
                HubFindings.of(readings.hub(), gate.asked().map(GateSigns::hub).orElse(null), now));
        all.addAll(rights(gate));
        return new Report(
                site.compound() + "/" + site.gate(),
                site.name(),
                site.zone(),
                now,
                gate instanceof GateReading.Running,
                all);
    }

    private List<Finding> rights(GateReading gate) {
        RightsFindings.FileReading data = FileRights.of(request.data());
        RightsFindings.Found found = data.found();
        String user = found == null ? System.getProperty("user.name") : found.owner();
        List<RightsFindings.FileReading> devices =
                isOnRealBoard(gate)
                        ? FileRights.devices(request.site(), DEVICES).stream()
                                .map(FileRights::of)
                                .toList()
                        : List.of();
        return RightsFindings.of(
                data,
                Files.isReadable(request.data()) && Files.isExecutable(request.data()),
                FileRights.user(user, ROOT.resolve("etc/group")),
                devices);
    }

    private boolean isOnRealBoard(GateReading gate) {
        HardwareProvider hardware = request.hardware();
        return gate.asked()
                .map(signs -> signs.hardware().equals(REAL_BOARD))
                .orElse(hardware != null && hardware.name().equals(REAL_BOARD));
    }

    /// A gate that holds its database lets nobody else look into it.
    private Optional<DatabaseExam.Result> exam(GateReading gate) {
        return gate instanceof GateReading.Stopped
                ? Optional.of(
                        DatabaseExam.look(
                                request.data(),
                                Path.of(System.getProperty("java.io.tmpdir")),
                                DATABASE_WAIT))
                : Optional.empty();
    }

    private GateReading gate() {
        String why = "";
        for (Path socket : request.sockets()) {
            if (Files.exists(socket)) {
                Optional<Parsed<GateSigns>> answer =
                        Within.limit(GATE_WAIT, () -> new LocalQuestions(socket).signs());
                if (answer.isPresent()
                        && answer.get() instanceof Parsed.Read<GateSigns>(GateSigns signs)) {
                    leaveField();
                    return new GateReading.Running(signs);
                }
                why = why(answer);
            }
        }
        if (request.taken().getAsBoolean()) {
            leaveField();
            return new GateReading.Silent(why.isEmpty() ? "its socket is not there" : why);
        }
        return stopped();
    }

    private static String why(Optional<Parsed<GateSigns>> answer) {
        return answer.isPresent() && answer.get() instanceof Parsed.Malformed<GateSigns>(String why)
                ? why
                : "no answer within " + GATE_WAIT.toSeconds() + " s";
    }

    private GateReading stopped() {
        HardwareProvider hardware = request.hardware();
        if (hardware == null) {
            return new GateReading.Stopped(List.of(), List.of(), new GateReading.Board.Unsaid());
        }
        try {
            StoppedField open = field;
            if (open == null) {
                open = StoppedField.open(hardware, request.site(), request.keys());
                field = open;
                LockSupport.parkNanos(SETTLING.toNanos());
            }
            return open.now();
        } catch (IOException e) {
            return new GateReading.Stopped(
                    List.of(),
                    List.of(),
                    new GateReading.Board.Refused(String.valueOf(e.getMessage())));
        }
    }

    private void leaveField() {
        StoppedField open = field;
        field = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        leaveField();
    }
}
