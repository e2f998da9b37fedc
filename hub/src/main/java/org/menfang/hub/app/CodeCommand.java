package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.menfang.hub.codes.Codes;
import org.menfang.wire.GateIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a one-time code with which a gate joins.
@Command(
        name = "code",
        description = {
            "生成一次性加入码，供一个大门控制器加入本中心。",
            "Makes a one-time code with which a gate joins this hub."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "69:值班中心从未运行，或未用的码太多 / no hub ever ran here, or too many codes wait",
            "74:存储故障 / storage"
        })
final class CodeCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--gate",
            required = true,
            paramLabel = "COMPOUND/GATE",
            description = "小区代号/控制器代号，如 elm-lane/north / compound and gate")
    private String gate = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        GateIdentity identity =
                GateIdentity.parse(gate)
                        .orElseThrow(() ->
                                new Refusal(
                                        ExitStatus.WRONG_USE,
                                        "--gate needs the form compound/gate, such as"
                                                + " elm-lane/north"));
        try {
            DataFolder folder = DataFolder.open(data);
            Endpoints endpoints = Endpoints.ofHubOn(folder, data);
            Optional<String> code =
                    Codes.open(folder.codes(), InstantSource.system())
                            .makeEnrolment(identity, endpoints.authority(), Codes.ENROLMENT_LIFE);
            spec.commandLine().getOut().println(code.orElseThrow(CodeCommand::tooMany));
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, "no code could be made: " + e);
        }
    }

    static Refusal tooMany() {
        return new Refusal(
                ExitStatus.UNAVAILABLE, "too many codes wait to be used; they end by themselves");
    }
}
