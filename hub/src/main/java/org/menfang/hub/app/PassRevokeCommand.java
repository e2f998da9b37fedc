package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.hub.rules.RulesShelf;
import org.menfang.vocabulary.PassId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a pass back.
@Command(
        name = "revoke",
        description = {
            "收回通行证，连同它的纸质、手机和数字码形式。",
            "Takes a pass back, in all its forms. Gates know it from the next rule set on."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL)
final class PassRevokeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NUMBER", description = "通行证编号 / the number of the pass")
    private String number = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "别处签发的通行证何时到期 / when a pass of another issuer ends")
    private @Nullable String expires;

    @Mixin private PassOptions options = new PassOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        PassId id = PassOptions.id(number);
        try {
            PassDesk desk = PassOptions.desk(data);
            if (!desk.revoke(id, end(desk, id))) {
                throw new Refusal(
                        ExitStatus.UNAVAILABLE,
                        "too many passes are taken back; revoke the issuer");
            }
            spec.commandLine().getOut().println(options.sheet().word("revoked", id.value()));
            tellGates(desk);
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw PassOptions.storage(e);
        }
    }

    /// Where rules were published, the gates are told at once, with their next version.
    private void tellGates(PassDesk desk) throws IOException, Refusal {
        Optional<RulesOffice> office = RulesOffice.open(data, desk::revoked);
        if (office.isPresent()) {
            for (RulesShelf.Shelved told : office.get().tellRevoked()) {
                spec.commandLine()
                        .getOut()
                        .println(
                                options.sheet()
                                        .word(
                                                "told",
                                                told.compound().value(),
                                                Long.toString(told.version())));
            }
        }
    }

    private Instant end(PassDesk desk, PassId id) throws Refusal, IOException {
        if (expires != null) {
            return options.time("--expires", expires);
        }
        return desk.find(id)
                .map(pass -> pass.pass().expires())
                .orElseThrow(() ->
                        new Refusal(
                                ExitStatus.UNAVAILABLE,
                                "this hub has issued no pass "
                                        + id
                                        + "; for one of another issuer, give --expires"));
    }
}
