package org.menfang.hub.app;

import picocli.CommandLine.Command;

/// What the committee has decided, on its way to the gates.
@Command(
        name = "rules",
        header = "规则 / rule sets",
        description = {
            "签署规则并送到各个大门；准备规则文件要用的密钥和密码。",
            "Signs rule sets and brings them to the gates; makes the keys and PINs for a rules file."
        },
        subcommands = {
            RulesPublishCommand.class,
            RulesListCommand.class,
            RulesKeyCommand.class,
            RulesPinCommand.class,
            RulesTagCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n命令 / Commands:%n")
final class RulesCommand {}
