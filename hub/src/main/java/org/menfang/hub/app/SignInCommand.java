package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.menfang.hub.book.Book;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.codes.Invitation;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a link with which a person signs in once.
@Command(
        name = "sign-in",
        description = {
            "生成一次性登录链接。",
            "Makes a link with which a person signs in to the board once."
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
final class SignInCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "admin",
            description = "谁 / who signs in; default: ${DEFAULT-VALUE}")
    private String name = "admin";

    @Option(
            names = "--role",
            split = ",",
            paramLabel = "ROLE",
            description = {
                "登录后任命的职务，可多个，用逗号分开：${COMPLETION-CANDIDATES}；不写则只有已有的职务",
                "roles that this person is appointed to by signing in; default: none but those held"
            })
    private List<Role> roles = List.of();

    @Option(
            names = "--reset-factors",
            description = {
                "登录时忘掉此人原来的密码、验证器和通行密钥，并退出此人的所有登录",
                "signing in forgets this person's password, app and passkeys, and ends all sessions"
            })
    private boolean resetFactors;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        OperatorName who = operator(name);
        try {
            DataFolder folder = DataFolder.open(data);
            Endpoints endpoints = Endpoints.ofHubOn(folder, data);
            Optional<String> code =
                    Codes.open(folder.codes(), InstantSource.system())
                            .makeSignIn(
                                    new Invitation(who, roles, resetFactors), Codes.SIGN_IN_LIFE);
            spec.commandLine()
                    .getOut()
                    .println(
                            endpoints.board()
                                    + "/sign-in?code="
                                    + code.orElseThrow(CodeCommand::tooMany));
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, "no link could be made: " + e);
        }
    }

    private static OperatorName operator(String name) throws Refusal {
        try {
            OperatorName who = new OperatorName(name);
            if (Book.isReserved(who)) {
                throw new Refusal(
                        ExitStatus.WRONG_USE,
                        "--name: nobody can be called " + name + "; the hub itself is");
            }
            return who;
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitStatus.WRONG_USE, "--name: " + e.getMessage());
        }
    }
}
