"""`postil codebook`: the tags and what may be said with each."""

import click

from annotations.codebook import Attribute
from tui.cli.out import put
from tui.cli.setting import Setting, in_library


@click.command("codebook", short_help="Print the tags and what may be said with each.")
@in_library
@click.pass_obj
def command(setting: Setting) -> None:
    """Print the tags of the library, with their keys and fields. They stand in postil.toml, and can be edited there."""
    for tag in setting.library().codebook.tags:
        put(f"{tag.key or '-'}  {tag.name}: {tag.definition}".rstrip(": "))
        for attribute in tag.attributes:
            put(f"     {attribute.name}{_allowed(attribute)}: {attribute.definition}".rstrip(": "))


def _allowed(attribute: Attribute) -> str:
    return f" ({', '.join(attribute.values)})" if attribute.values else " (a name)" if attribute.names else ""
