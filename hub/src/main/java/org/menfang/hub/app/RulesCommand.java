package org.menfang.hub.app;

import picocli.CommandLine.Command;

/// What the committee has decided, on its way to the gates.
@Command(
        name = "rules",
        header = "规则 / rule sets",
        description = {"签署规则并送到各个大门。", "Signs rule sets and brings them to the gates."},
        subcommands = {RulesPublishCommand.class, RulesListCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n命令 / Commands:%n")
final class RulesCommand {}
