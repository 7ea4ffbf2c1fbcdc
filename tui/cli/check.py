"""`postil check`: look for damage, and mend what can be mended safely."""

import click

from annotations.check import check
from seeds.printable import printable
from tui.cli.out import put, say
from tui.cli.setting import Setting, in_library


@click.command("check", short_help="Verify every file of the library.")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@in_library
@click.pass_obj
def command(setting: Setting, *, repair: bool) -> int:
    """Verify every file of the library: a line a finding, with the remedy. The exit code is 1 if there is any."""
    library = setting.library()
    found = 0
    for finding in check(library, repair=repair):
        found += 1
        put(printable(str(finding)))
    if not found:
        say(f"{library.name} is whole")
    return 1 if found else 0
