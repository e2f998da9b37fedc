package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.trust.Viewers;
import org.menfang.vocabulary.Name;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the certificate with which a program such as Home Assistant looks at what the hub shows.
@Command(
        name = "viewer",
        description = {
            "给 Home Assistant 这样的程序发证书：只能看，不能操作。再发一次，旧的作废。",
            "Makes a certificate for a program such as Home Assistant, which can look and do nothing.",
            "Making it again takes the one before back."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "69:值班中心从未运行，或没有这个名字 / no hub ever ran here, or nobody is called so",
            "74:存储故障 / storage"
        })
final class ViewerCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "值班中心的数据文件夹 / the hub's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "程序的名字，小写字母、数字和连字符，如 home / its name, such as home")
    private String name = "";

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description =
                    "证书放哪里；默认是数据文件夹里的 viewers / where to; default: viewers in the data folder")
    private @Nullable Path to;

    @Option(names = "--take-back", description = "收回证书，不再发 / take its certificate back")
    private boolean takeBack;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal {
        if (!Name.isValid(name)) {
            throw new Refusal(
                    ExitStatus.WRONG_USE,
                    "--name needs 1 to 32 lower-case letters, digits and hyphens, such as home");
        }
        try {
            DataFolder folder = DataFolder.open(data);
            Endpoints endpoints = Endpoints.ofHubOn(folder, data);
            Viewers viewers =
                    Viewers.open(folder.trust(), InstantSource.system())
                            .orElseThrow(() ->
                                    new Refusal(
                                            ExitStatus.UNAVAILABLE, "no hub ever ran on " + data));
            if (takeBack) {
                takeBack(viewers);
            } else {
                Path where = to == null ? folder.viewers().resolve(name) : to;
                tell(viewers.issue(name, where), endpoints);
            }
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, "the certificate could not be written: " + e);
        }
    }

    private void takeBack(Viewers viewers) throws IOException, Refusal {
        if (!viewers.takeBack(name)) {
            throw new Refusal(ExitStatus.UNAVAILABLE, "no viewer is called " + name);
        }
        spec.commandLine().getOut().println("已收回 / taken back: " + name);
    }

    private void tell(Viewers.Papers papers, Endpoints endpoints) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("端口 / port: " + endpoints.mqttPort());
        out.println("客户端 ID / client id: " + papers.clientId());
        out.println("CA 证书 / CA certificate: " + papers.authority());
        out.println("客户端证书 / client certificate: " + papers.certificate());
        out.println("私钥 / private key: " + papers.key());
    }
}
