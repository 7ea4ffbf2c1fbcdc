"""The commands by name, and the module of each: known without importing any of them."""

COMMANDS = {
    "init": "tui.cli.init",
    "add": "tui.cli.add",
    "update": "tui.cli.update",
    "set": "tui.cli.set",
    "meta": "tui.cli.meta",
    "list": "tui.cli.list",
    "show": "tui.cli.show",
    "clean": "tui.cli.clean",
    "clean-again": "tui.cli.clean_again",
    "tag": "tui.cli.tag",
    "export": "tui.cli.export",
    "log": "tui.cli.log",
    "check": "tui.cli.check",
    "merge": "tui.cli.merge",
    "git-setup": "tui.cli.git_setup",
    "backup": "tui.cli.backup",
    "restore": "tui.cli.restore",
    "keys": "tui.cli.keys",
    "codebook": "tui.cli.codebook",
}
"""Each module has a click command by the name `command`."""

COMPLETION = "_POSTIL_COMPLETE"
"""Set in the environment by the shell when it asks click how a word could go on."""
