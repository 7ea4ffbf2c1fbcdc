"""`postil check`: look for damage, and mend what can be mended safely."""

import click

from annotations import sources
from annotations.check import check
from annotations.errors import NotALibrary
from annotations.library import FILE
from seeds.printable import printable
from tui.cli.out import put, put_json, say
from tui.cli.progress import Progress
from tui.cli.setting import Setting, in_library


@click.command("check", short_help="Verify every file of the library.")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding.")
@in_library
@click.pass_obj
def command(setting: Setting, *, repair: bool, as_json: bool) -> int:
    """Verify every file of the library: a line a finding, with the remedy. The exit code is 1 if there is any.

    With --repair, what was mended is told the same way; a second run does not find it any more.
    """
    library = setting.library()
    if not (library.root / FILE).exists():
        raise NotALibrary(library.root, "there is no library", "name another folder, or postil init makes one there")
    progress = Progress("checking", len(sources.ids(library)))
    found = 0
    for finding in check(library, repair=repair, step=progress.advance):
        found += 1
        progress.clear()
        put_json(finding._asdict()) if as_json else put(printable(str(finding)))
    progress.clear()
    if not found:
        say(f"{library.name} is whole")
    return 1 if found else 0
