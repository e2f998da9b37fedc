package org.menfang.hub.app;

import picocli.CommandLine.Command;

/// The commands for passes, which by themselves only say how they are used.
@Command(
        name = "pass",
        description = {
            "通行证：签发、查看、核验、收回。",
            "Passes: issues them, shows them, verifies them, takes them back."
        },
        subcommands = {
            PassIssueCommand.class,
            PassShowCommand.class,
            PassVerifyCommand.class,
            PassRevokeCommand.class,
            PassKeyCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n命令 / Commands:%n",
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "69:没有这样的通行证，或名额已满 / no such pass, or no room for more",
            "70:内部错误 / internal fault",
            "74:存储故障 / storage",
            "78:规则集有误，或通行证被拒绝 / bad rule set, or a pass that is refused"
        })
final class PassCommand {}
