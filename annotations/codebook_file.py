"""The codebook as a part of postil.toml, which people edit: written with comments, read with sentences for mistakes."""

import re
from collections.abc import Mapping
from typing import Any

from annotations.codebook import Attribute, Codebook, Tag
from annotations.errors import DamagedFile
from annotations.migrate import NEEDS, SCHEMA

UNITS = ("quotation", "sentence", "name", "word", "paragraph")
NAME = re.compile(r"[^\W\d][\w-]*")
"""Names of tags and attributes become names of columns."""

HEAD = f"""\
# A library of postil. The tags below can be changed; what was tagged before keeps its old names.
schema = {SCHEMA}
needs = "{NEEDS}"  # the oldest postil that can read this library

# Each tag: `key` is the digit that sets it; `colour` its hue; `unit` what it takes where nothing is selected
# ({", ".join(UNITS)}). Each attribute: `values` are the allowed ones (left out: any text);
# `names = true` where the value is somebody's name. The first of those is what the key `e` fills.
"""


def written(codebook: Codebook) -> str:
    """postil.toml for a codebook."""
    return HEAD + "".join(_tag(tag) for tag in codebook.tags)


def read(place: object, known: Mapping[str, Any]) -> Codebook:
    """The codebook of a parsed postil.toml. Raises DamagedFile with the tag and the field that are wrong."""
    tags = known.get("tag", [])
    if not isinstance(tags, list) or not tags:
        raise DamagedFile(place, "it has no tags", "add one: [[tag]], then name, key, colour and unit")
    found = tuple(_read_tag(f"{place}, tag {number}", tag) for number, tag in enumerate(tags, 1))
    _alone(place, "tags", "name", [tag.name for tag in found])
    _alone(place, "tags", "key", [tag.key for tag in found if tag.key])
    return Codebook(found)


def _tag(tag: Tag) -> str:
    lines = ["", "[[tag]]", *(f"{name} = {_quoted(getattr(tag, name))}" for name in ("name", "key", "colour", "unit"))]
    lines += [f"definition = {_quoted(tag.definition)}"] if tag.definition else []
    for attribute in tag.attributes:
        lines += ["", "  [[tag.attribute]]", f"  name = {_quoted(attribute.name)}"]
        lines += [f"  definition = {_quoted(attribute.definition)}"] if attribute.definition else []
        lines += [f"  values = [{', '.join(map(_quoted, attribute.values))}]"] if attribute.values else []
        lines += ["  names = true"] if attribute.names else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: its escapes are those of JSON, and control characters have to be escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def _read_tag(place: str, known: Any) -> Tag:
    if not isinstance(known, dict):
        raise DamagedFile(place, "it is no table", "write it as [[tag]], one setting a line")
    _only(place, known, ("name", "key", "colour", "unit", "definition", "attribute"))
    name, key = _name(place, known), _word(place, known, "key", "")
    if key and not re.fullmatch("[0-9]", key):
        raise DamagedFile(place, f"its key is “{key}”", "a tag's key is one digit")
    unit = _word(place, known, "unit", "word")
    if unit not in UNITS:
        raise DamagedFile(place, f"its unit is “{unit}”", f"a unit is one of {', '.join(UNITS)}")
    attributes = known.get("attribute", [])
    if not isinstance(attributes, list):
        raise DamagedFile(place, "its attributes are no tables", "write each as [[tag.attribute]]")
    found = tuple(_read_attribute(f"{place}, attribute {n}", one) for n, one in enumerate(attributes, 1))
    _alone(place, "attributes", "name", [attribute.name for attribute in found])
    return Tag(name, key, _word(place, known, "colour", "blue"), unit, _word(place, known, "definition", ""), found)


def _read_attribute(place: str, known: Any) -> Attribute:
    if not isinstance(known, dict):
        raise DamagedFile(place, "it is no table", "write it as [[tag.attribute]], one setting a line")
    _only(place, known, ("name", "definition", "values", "names"))
    values, names = known.get("values", []), known.get("names", False)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise DamagedFile(place, "its values are no list of texts", 'write them as values = ["one", "other"]')
    if not isinstance(names, bool):
        raise DamagedFile(place, "its names is neither true nor false", "write names = true, or leave it out")
    return Attribute(_name(place, known), _word(place, known, "definition", ""), tuple(values), names)


def _name(place: str, known: Mapping[str, Any]) -> str:
    name = _word(place, known, "name", "")
    if not NAME.fullmatch(name):
        why = f"its name is “{name}”" if name else "it has no name"
        raise DamagedFile(place, why, "a name is a word of letters, digits, - and _")
    return name


def _word(place: str, known: Mapping[str, Any], field: str, default: str) -> str:
    value = known.get(field, default)
    if not isinstance(value, str):
        raise DamagedFile(place, f"its {field} is {value!r:.40}", f'put it in quotation marks: {field} = "…"')
    return value


def _only(place: str, known: Mapping[str, Any], fields: tuple[str, ...]) -> None:
    for field in known:
        if field not in fields:
            raise DamagedFile(place, f"it has a setting “{field}”", f"the settings are {', '.join(fields)}")


def _alone(place: object, things: str, field: str, values: list[str]) -> None:
    for value in values:
        if values.count(value) > 1:
            raise DamagedFile(place, f"two {things} have the {field} “{value}”", "change one of them")
