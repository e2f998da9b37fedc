package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.codes.Invitation;
import org.menfang.hub.rights.Role;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.hub.trust.Trust;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

class CommandLineTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_and_version_are_fine() {
        assertEquals(ExitStatus.FINE, run("--help"));
        assertTrue(out.toString().contains("78 "), out.toString());
        assertEquals(ExitStatus.FINE, run("--version"));
        assertTrue(out.toString().contains("menfang hub 0."), out.toString());
        for (String command : new String[] {"run", "code", "viewer", "sign-in", "import"}) {
            assertEquals(ExitStatus.FINE, run(command, "--help"));
        }
    }

    @Test
    void wrong_use_is_64() {
        assertEquals(ExitStatus.WRONG_USE, run("run"));
        assertEquals(ExitStatus.WRONG_USE, run("fly"));
        assertEquals(ExitStatus.WRONG_USE, code("north"));
    }

    @Test
    void a_bad_configuration_is_78_and_says_where() throws IOException {
        Path config = Files.writeString(folder.resolve("hub.yaml"), "bord: {}\n");
        assertEquals(
                ExitStatus.BAD_FILE,
                run("run", "--language", "en", "--config", config.toString(), "--data", "d"));
        assertEquals(
                config + ":1:1: There is no key \"bord\" here. Did you mean \"board\"?\n",
                err.toString());
    }

    @Test
    void a_code_needs_a_hub_that_has_run() throws IOException {
        assertEquals(ExitStatus.UNAVAILABLE, code("elm-lane/north"));
        hasRun();
        assertEquals(ExitStatus.FINE, code("elm-lane/north"));
        assertEquals(
                Optional.of("elm-lane/north"),
                codes().redeemEnrolment(out.toString().strip()).map(Object::toString));
    }

    @Test
    void a_sign_in_link_works_once() throws IOException {
        hasRun();
        assertEquals(
                ExitStatus.FINE,
                run(
                        "sign-in",
                        "--data",
                        folder.toString(),
                        "--name",
                        "王",
                        "--role",
                        "COMMITTEE,VOLUNTEER"));
        String link = out.toString().strip();
        assertTrue(link.startsWith("http://127.0.0.1:8080/sign-in?code="), link);
        String code = link.substring(link.indexOf('=') + 1);
        assertEquals(
                Optional.of(
                        new Invitation(
                                new OperatorName("王"),
                                List.of(Role.COMMITTEE, Role.VOLUNTEER),
                                false)),
                codes().redeemSignIn(code));
        assertEquals(Optional.empty(), codes().redeemSignIn(code));
    }

    @Test
    void a_viewer_gets_its_certificate_and_loses_it() throws IOException {
        assertEquals(ExitStatus.WRONG_USE, viewer("--name", "Home Assistant"));
        assertEquals(ExitStatus.UNAVAILABLE, viewer("--name", "home"));
        hasRun();
        assertEquals(ExitStatus.UNAVAILABLE, viewer("--name", "home"));
        Trust.open(folder.resolve("trust"), List.of("localhost"), InstantSource.system());
        assertEquals(ExitStatus.FINE, viewer("--name", "home"));
        assertTrue(out.toString().contains("client id: viewer-home"), out.toString());
        assertTrue(out.toString().contains("port: 8883"), out.toString());
        assertTrue(Files.exists(folder.resolve("viewers/home/viewer-home.key")));
        assertEquals(ExitStatus.FINE, viewer("--name", "home", "--take-back"));
        assertEquals(ExitStatus.UNAVAILABLE, viewer("--name", "home", "--take-back"));
    }

    private int viewer(String... more) {
        return run(
                Stream.concat(Stream.of("viewer", "--data", folder.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void people_are_imported_or_the_faults_are_named() throws Exception {
        Path good =
                Files.writeString(
                        folder.resolve("good.csv"),
                        "holder,name,household,address\nh-1,王秀英,hh-1,3-201\n");
        assertEquals(ExitStatus.FINE, importPeople(good));
        Path bad = Files.writeString(folder.resolve("bad.csv"), "holder,nam\nh-2,Li\n");
        assertEquals(ExitStatus.BAD_FILE, importPeople(bad));
        assertTrue(err.toString().contains("bad.csv:1:"), err.toString());
        try (Database database = DataFolder.open(folder).database()) {
            assertEquals(
                    Optional.of("王秀英"),
                    new SqliteHubStore(database)
                            .people()
                            .find(new CompoundId("elm-lane"), new HolderId("h-1"))
                            .map(person -> person.name()));
        }
    }

    private int importPeople(Path file) {
        return run("import", "--people", file.toString(), "--data", folder.toString());
    }

    private int code(String gate) {
        return run("code", "--data", folder.toString(), "--gate", gate);
    }

    private void hasRun() throws IOException {
        new Endpoints("http://127.0.0.1:8080", 8080, 8883, 8443, Sha256.of("authority"), 1)
                .write(folder.resolve("run"));
    }

    private Codes codes() throws IOException {
        return Codes.open(folder.resolve("codes"), InstantSource.system());
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
