package org.menfang.hub.app;

import picocli.CommandLine.Command;

/// The command line of the hub, which by itself only says how it is used.
@Command(
        name = "menfang hub",
        description = {
            "门房值班中心：汇集各门的记录和警报，供巡逻队查看和处理。",
            "The hub: gathers what all gates report, and shows it to the patrol."
        },
        subcommands = {
            RunCommand.class,
            CodeCommand.class,
            ViewerCommand.class,
            SignInCommand.class,
            ImportCommand.class,
            PassCommand.class,
            RulesCommand.class,
            BackupCommand.class,
            BackupKeyCommand.class,
            RestoreCommand.class,
            VerifyLogCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n命令 / Commands:%n",
        optionListHeading = "%n选项 / Options:%n",
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "69:端口、文件夹等不可用 / a port, folder or other thing is not there, or in use",
            "70:内部错误 / internal fault",
            "74:存储故障 / storage",
            "78:配置或名单文件有误 / bad configuration or people file"
        })
final class HubCommand {}
