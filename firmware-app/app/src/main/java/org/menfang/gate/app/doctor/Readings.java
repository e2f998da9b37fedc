package org.menfang.gate.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.app.doctor.GateFindings.RulesReading;
import org.menfang.gate.app.doctor.GateFindings.SiteReading;
import org.menfang.gate.app.doctor.HubFindings.HubReading;
import org.menfang.gate.app.doctor.HubFindings.KeysReading;
import org.menfang.gate.app.doctor.StorageFindings.DiskReading;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.hublink.HubProbe;
import org.menfang.gate.rules.LastGoodRules;
import org.menfang.gate.signs.GateSigns;
import org.menfang.rules.RuleSet;
import org.menfang.site.HubAddress;
import org.menfang.site.file.SiteFault;

/// What the files of a gate and the way to its hub say.
record Readings(Doctor.Request request) {
    private static final int FAULTS_MAX = 5;
    private static final Duration STEP_WAIT = Duration.ofSeconds(4);

    /// A name, a connection and a handshake.
    private static final Duration PROBE_WAIT = Duration.ofSeconds(10);

    SiteReading siteFile() {
        String name = String.valueOf(request.siteFile().getFileName());
        List<SiteFault> faults = request.siteFaults();
        return new SiteReading(
                faults.stream()
                        .limit(FAULTS_MAX)
                        .map(fault ->
                                new Words(
                                        fault.describe(name, Locale.SIMPLIFIED_CHINESE),
                                        fault.describe(name, Locale.ENGLISH)))
                        .toList(),
                faults.size(),
                written(request.siteFile()));
    }

    private static @Nullable Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            // What is not there was never written.
            return null;
        }
    }

    /// A running gate says what it decides by; otherwise what is kept is looked at.
    RulesReading rules(Optional<GateSigns> gate, Instant now) {
        Instant written = written(request.data().resolve(LastGoodRules.NAME));
        long age = written == null ? -1 : Math.max(0, Duration.between(written, now).toSeconds());
        if (gate.isPresent()) {
            GateSigns.RulesSigns rules = gate.get().rules();
            return new RulesReading(rules.version(), rules.credentials(), "", age);
        }
        return switch (new LastGoodRules(request.data()).load(request.accepted().get())) {
            case LastGoodRules.Found.Good(RuleSet rules, var _, var _, var _) ->
                    new RulesReading(rules.version(), rules.credentials().size(), "", age);
            case LastGoodRules.Found.None() -> new RulesReading(0, 0, "", -1);
            case LastGoodRules.Found.Damaged(String why) -> new RulesReading(0, 0, why, -1);
        };
    }

    DiskReading disk() {
        try {
            FileStore disk = Files.getFileStore(request.data());
            return new DiskReading(
                    disk.getUsableSpace(), disk.getTotalSpace(), !disk.isReadOnly(), "");
        } catch (IOException e) {
            return new DiskReading(0, 0, false, e.toString());
        }
    }

    /// Empty for a gate that stands alone.
    Optional<HubReading> hub() {
        HubAddress hub = request.site().hub();
        if (hub == null) {
            return Optional.empty();
        }
        KeysReading keys;
        Optional<SSLContext> tls = Optional.empty();
        try {
            Optional<GateKeys> found = GateKeys.read(request.keys());
            keys =
                    found.<KeysReading>map(each -> new KeysReading.Joined(each.until()))
                            .orElseGet(KeysReading.NotJoined::new);
            tls = found.map(GateKeys::context);
        } catch (IOException e) {
            keys = new KeysReading.Damaged(String.valueOf(e.getMessage()));
        }
        Optional<SSLContext> own = tls;
        HubProbe.Result probe =
                Within.limit(
                                PROBE_WAIT,
                                () -> HubProbe.probe(hub.host(), hub.mqttPort(), own, STEP_WAIT))
                        .orElse(null);
        return Optional.of(new HubReading(hub.host() + ":" + hub.mqttPort(), keys, probe));
    }
}
