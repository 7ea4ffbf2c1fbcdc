"""`postil check`: look for damage, and mend what can be mended safely."""

import click

from annotations.check import check
from tui.cli.setting import Setting, put, say


@click.command("check")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@click.pass_obj
def command(setting: Setting, *, repair: bool) -> int:
    """Verify every file of the library: a line a finding, with the remedy."""
    library = setting.library()
    found = 0
    for finding in check(library, repair=repair):
        found += 1
        put(f"{finding.place}: {finding.why}; {finding.remedy}")
    if not found:
        say(f"{library.name} is whole")
    return 1 if found else 0
