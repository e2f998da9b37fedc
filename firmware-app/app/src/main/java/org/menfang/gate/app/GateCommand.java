package org.menfang.gate.app;

import picocli.CommandLine.Command;

/// The command line of the gate, which by itself only says how it is used.
@Command(
        name = "menfang gate",
        description = {
            "门房大门控制器：独立决定谁能通过，不依赖值班中心。",
            "The gate controller: decides alone who may pass, with or without the hub."
        },
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            ExplainCommand.class,
            OsdpInstallCommand.class,
            RehearseCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n命令 / Commands:%n",
        optionListHeading = "%n选项 / Options:%n",
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:正常 / fine",
            "64:用法错误 / wrong use",
            "69:设备、文件夹等不可用 / a device, folder or other thing is not there, or in use",
            "70:内部错误；锁已回到安全状态 / internal fault; the locks are in their safe state",
            "74:存储故障 / storage",
            "78:配置或规则文件有误 / bad site or rules file"
        })
final class GateCommand {}
