"""Commands for the program itself: panes, palette, help, export, leaving."""

from tui.commands import BOTH, ONLY_LIST, Command

PROGRAM = "Program"

PROGRAM_COMMANDS = (
    Command("export", "Export the annotations as CSV", (), PROGRAM, lambda app: app.export(), BOTH),
    Command("panes.next", "Go to the other pane", ("tab",), PROGRAM, lambda app: app.other_pane(), BOTH, short="pane"),
    Command("panes.previous", "Go back to the other pane", ("shift+tab",), PROGRAM, lambda app: app.other_pane(), BOTH),
    Command("palette", "Every command, by name", ("ctrl+p",), PROGRAM, lambda app: app.palette(), BOTH),
    Command("help", "Every key", ("?",), PROGRAM, lambda app: app.help(), BOTH, short="help"),
    Command("theme", "Dark or light", (), PROGRAM, lambda app: app.switch_theme(), BOTH),
    Command("cancel", "Cancel one pending thing: a search, extending, the selection", ("escape",), PROGRAM,
            lambda app: app.cancel(), BOTH),
    Command("leave.list", "Leave", ("q",), PROGRAM, lambda app: app.exit(), ONLY_LIST, short="leave"),
    Command("leave", "Leave from anywhere", ("ctrl+q",), PROGRAM, lambda app: app.exit(), BOTH),
    Command("suspend", "Suspend to the shell", ("ctrl+z",), PROGRAM, lambda app: app.action_suspend_process(), BOTH),
)  # fmt: skip
