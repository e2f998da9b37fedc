package org.menfang.sim.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.rights.Role;
import org.menfang.hub.rules.RulesShelf;
import org.menfang.json.Json;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.sim.hardware.SimulationOptions;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.people.PeopleFile;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;

/// A hub and a gate that are set up in a folder, as a committee would do it: site file, rights,
/// names, codes. They are not started.
public final class DemoSetUp {
    private static final String ALL_ROLES =
            Stream.of(Role.values()).map(Enum::name).collect(Collectors.joining(","));
    private static final String HUB_MAIN = "org.menfang.hub.app.Main";
    private static final String GATE_MAIN = "org.menfang.gate.app.Main";
    private static final String HUB_ISSUER = "值班中心";
    private static final int HUB_HEAP_MEGABYTES = 320;
    private static final int GATE_HEAP_MEGABYTES = 160;
    private static final Pattern HUB_LINE = Pattern.compile("(?m)^hub:.*$");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final DemoFolder folder;
    private final Ports ports;
    private final Site site;
    private final List<Person> people;
    private final CommitteeRules.Terms terms;
    private final boolean rulesAreChangedOnPages;

    private DemoSetUp(
            DemoFolder folder,
            Ports ports,
            Site site,
            List<Person> people,
            CommitteeRules.Terms terms,
            boolean rulesAreChangedOnPages) {
        this.folder = folder;
        this.ports = ports;
        this.site = site;
        this.people = people;
        this.terms = terms;
        this.rulesAreChangedOnPages = rulesAreChangedOnPages;
    }

    /// Writes every file that the programs are given.
    ///
    /// @param siteFile the site file to begin from; it gets the address of this hub
    /// @param seed what the people are drawn from
    /// @throws DemoFailure if the site file is bad
    public static DemoSetUp write(DemoFolder folder, Ports ports, Path siteFile, long seed)
            throws IOException, DemoFailure {
        return write(
                folder,
                ports,
                siteFile,
                CommitteeRules.Terms.of(SimulationOptions.DEFAULT_START.toLocalDate(), seed));
    }

    /// Writes every file that the programs are given.
    ///
    /// @param siteFile the site file to begin from; it gets the address of this hub
    /// @param terms for which days the rules are, and what the people are drawn from
    /// @throws DemoFailure if the site file is bad
    public static DemoSetUp write(
            DemoFolder folder, Ports ports, Path siteFile, CommitteeRules.Terms terms)
            throws IOException, DemoFailure {
        String template = Files.readString(siteFile, StandardCharsets.UTF_8);
        String address =
                "hub: {host: localhost, mqtt-port: %d, https-port: %d}"
                        .formatted(ports.mqtt(), ports.devices());
        DemoFolder.write(
                folder.siteFile(),
                HUB_LINE.matcher(template).replaceFirst(Matcher.quoteReplacement(address)));
        Site site =
                switch (SiteFiles.check(folder.siteFile())) {
                    case SiteCheck.Good good -> good.site();
                    case SiteCheck.Bad bad -> throw new DemoFailure(siteFile + ": " + bad.faults());
                };
        List<Person> people = Population.of(terms.seed());
        long written = versionIn(folder.rules());
        boolean changed = publishedVersion(folder, site.compound()) > written;
        CommitteeRules.Terms next = terms.after(written, List.of());
        if (!changed) {
            Files.write(folder.rules(), Json.write(CommitteeRules.of(site, people, next)));
        }
        DemoFolder.write(folder.people(), PeopleFile.of(people));
        DemoFolder.write(folder.hubConfig(), hubConfig(site, ports));
        return new DemoSetUp(folder, ports, site, people, next, changed);
    }

    /// The version of the rules that the hub of an earlier demo signed last; 0 for none.
    private static long publishedVersion(DemoFolder folder, CompoundId compound)
            throws IOException {
        Path shelf = folder.hub().resolve("rules");
        return Files.isDirectory(shelf)
                ? RulesShelf.open(shelf)
                        .newest(compound)
                        .map(RulesShelf.Shelved::version)
                        .orElse(0L)
                : 0;
    }

    /// The version of the rules that were written before; 0 for none.
    private static long versionIn(Path rules) throws IOException {
        return Files.exists(rules)
                        && RuleSetFiles.check(rules) instanceof RuleSetCheck.Good(RuleSet before)
                ? before.version()
                : 0;
    }

    private static String hubConfig(Site site, Ports ports) {
        return """
        board:
          address: 127.0.0.1
          port: %d
        mqtt:
          address: 127.0.0.1
          port: %d
        devices:
          address: 127.0.0.1
          port: %d
        names:
          - localhost
          - 127.0.0.1
        zone: %s
        """
                .formatted(ports.board(), ports.mqtt(), ports.devices(), site.zone());
    }

    public DemoFolder folder() {
        return folder;
    }

    public Ports ports() {
        return ports;
    }

    public Site site() {
        return site;
    }

    public Program hubProgram() {
        return new Program(
                "hub",
                HUB_MAIN,
                HUB_HEAP_MEGABYTES,
                folder.hub().resolve("tmp"),
                folder.logs().resolve("hub.log"));
    }

    public Program gateProgram() {
        return new Program(
                "gate",
                GATE_MAIN,
                GATE_HEAP_MEGABYTES,
                folder.gate().resolve("tmp"),
                folder.logs().resolve("gate.log"));
    }

    /// Whether somebody changed the rules of an earlier demo in this folder on the hub's pages.
    /// They are newer than its file, and stay: there is nothing to import or to publish.
    public boolean rulesAreChangedOnPages() {
        return rulesAreChangedOnPages;
    }

    /// Tells the hub the names of the people.
    public void importPeople() throws IOException, InterruptedException, DemoFailure {
        hubProgram()
                .run(
                        List.of(
                                "import",
                                "--people",
                                text(folder.people()),
                                "--data",
                                text(folder.hub()),
                                "--compound",
                                site.compound().value()));
    }

    /// Tells the gate who may pass where.
    public void importRules() throws IOException, InterruptedException, DemoFailure {
        gateProgram()
                .run(
                        List.of(
                                "import",
                                "--rules",
                                text(folder.rules()),
                                "--data",
                                text(folder.gate())));
    }

    /// Signs the next version of the rules, in which the hub's own passes are accepted as well, and
    /// hands it to the hub for all gates. The hub has run at least once.
    public void publishRules() throws IOException, InterruptedException, DemoFailure {
        PassIssuer hub = new PassIssuer(HUB_ISSUER, passKey(), passPoints(), false);
        CommitteeRules.Terms next = terms.after(terms.version(), List.of(hub));
        Files.write(folder.rules(), Json.write(CommitteeRules.of(site, people, next)));
        hubProgram()
                .run(
                        List.of(
                                "rules",
                                "publish",
                                "--rules",
                                text(folder.rules()),
                                "--data",
                                text(folder.hub())));
    }

    private String passKey() throws IOException, InterruptedException, DemoFailure {
        return lastWord(hubProgram().run(List.of("pass", "key", "--data", text(folder.hub()))));
    }

    /// Wherever the committee's own passes open.
    private List<AccessPointId> passPoints() {
        return CommitteeRules.of(site, people, terms).passes().issuers().getFirst().mayOpen();
    }

    private static String lastWord(String printed) {
        String[] words = printed.strip().split("\\s+", -1);
        return words[words.length - 1];
    }

    /// How the hub is started.
    public List<String> hubArguments() {
        return List.of("run", "--config", text(folder.hubConfig()), "--data", text(folder.hub()));
    }

    /// How the gate is started.
    ///
    /// @param code to join the hub with; none for a gate that has joined, or stands alone
    public List<String> gateArguments(@Nullable String code) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "run",
                                "--site",
                                text(folder.siteFile()),
                                "--data",
                                text(folder.gate()),
                                "--hardware",
                                "simulated"));
        if (code != null) {
            arguments.addAll(List.of("--enrol", code));
        }
        return arguments;
    }

    /// A one-time code with which the gate joins the hub, which has run at least once.
    public String enrolmentCode() throws IOException, InterruptedException, DemoFailure {
        String printed =
                hubProgram()
                        .run(
                                List.of(
                                        "code",
                                        "--data",
                                        text(folder.hub()),
                                        "--gate",
                                        site.compound() + "/" + site.gate()));
        return lastWord(printed);
    }

    /// A one-time link, for somebody who may try everything, to the board of the running hub; empty
    /// if it prints none.
    public Optional<String> signInLink() throws IOException, InterruptedException, DemoFailure {
        Matcher link =
                LINK.matcher(
                        hubProgram()
                                .run(
                                        List.of(
                                                "sign-in",
                                                "--role",
                                                ALL_ROLES,
                                                "--data",
                                                text(folder.hub()))));
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }

    /// Those who live in the compound or work for it.
    List<Person> people() {
        return people;
    }

    /// A one-time link to the board of the running hub for somebody in particular.
    ///
    /// @param roles that this person is appointed to by signing in
    /// @throws DemoFailure if the hub prints none
    URI signInLink(String name, List<Role> roles)
            throws IOException, InterruptedException, DemoFailure {
        List<String> command =
                new ArrayList<>(List.of("sign-in", "--name", name, "--data", text(folder.hub())));
        if (!roles.isEmpty()) {
            String all = roles.stream().map(Enum::name).collect(Collectors.joining(","));
            command.addAll(List.of("--role", all));
        }
        Matcher link = LINK.matcher(hubProgram().run(command));
        if (!link.find()) {
            throw new DemoFailure("hub sign-in: no link");
        }
        return URI.create(link.group());
    }

    private static String text(Path path) {
        return path.toString();
    }
}
