"""A library: the folder that holds the articles and what people said of them. Where it is, and whether it is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotations import coder as coders
from annotations.codebook import DEFAULT, Codebook
from annotations.codebook_file import read, written
from annotations.errors import DamagedFile, NotALibrary, not_saved, unreadable
from annotations.files import make_folder, replace, stamp
from annotations.locks import locked
from annotations.migrate import accept

FILE = "postil.toml"


@dataclass(frozen=True, slots=True)
class Library:
    """The folder `root` as a library; it need not exist yet."""

    root: Path
    codebook: Codebook = DEFAULT

    @classmethod
    def open(cls, root: Path) -> "Library":
        """The library in a folder; one that is absent or empty will do, and stays so until the first add.

        Raises NotALibrary for a folder with other files, NewerSchema, and DamagedFile for a postil.toml with mistakes.
        """
        try:
            text = (root / FILE).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            _refuse_others(root)
            return cls(root)
        except OSError as error:
            raise unreadable(root / FILE, error) from error
        return cls(root, codebook(root / FILE, text))

    @property
    def name(self) -> str:
        """What it is called on the screen: its folder's name."""
        return self.root.resolve().name or str(self.root)

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def corrections(self) -> Path:
        return self.root / "corrections"

    @property
    def annotations(self) -> Path:
        return self.root / "annotations"

    @property
    def local(self) -> Path:
        """What is of this machine alone: history, locks, caches. With it go the undo, and edits that a file lacks."""
        return self.root / ".local"


def locate(named: str | None, *, environ: Mapping[str, str], cwd: Path, data: Callable[[], Path]) -> Path:
    """The folder of the library to work with.

    As named, else POSTIL_LIBRARY, else the nearest folder from `cwd` upwards that holds a postil.toml, else "library"
    in postil's folder for a user's data, for which `data` is asked only then.
    """
    word = named or environ.get("POSTIL_LIBRARY")
    if word:
        return cwd / Path(word).expanduser()
    for folder in (cwd, *cwd.parents):
        if (folder / FILE).is_file():
            return folder
    return data() / "library"


def init(root: Path) -> Library:
    """Make a folder a library, whatever else it holds; one that is one stays as it is."""
    try:
        keep_local(root)
        if not (root / FILE).exists():
            _describe(root)
    except OSError as error:
        raise not_saved(root, error) from error
    return Library.open(root)


def keep_local(root: Path) -> None:
    """Have git leave out what is of this machine alone. Takes no lock: twice the same line does no harm. Raises
    OSError."""
    ignore = root / ".local" / ".gitignore"
    if stamp(ignore)[1] <= 0:
        make_folder(ignore.parent)
        with ignore.open("ab") as file:
            file.write(b"*\n")


def found(library: Library) -> None:
    """Make the library's folder one, if it is not yet: called when the first article is added."""
    if not (library.root / FILE).exists():
        init(library.root)


def coder(library: Library, named: str | None, environ: Mapping[str, str], login: str) -> str:
    """Who codes: as named, else POSTIL_CODER, else as remembered here, else by the login name. Raises BadCoder."""
    return coders.coder(library.root, named, environ, login)


def remember_coder(library: Library, name: str) -> None:
    """Keep the name that somebody gave, for the next time."""
    coders.remember(library.root, name)


def codebook(place: object, data: bytes) -> Codebook:
    """The codebook of a postil.toml. Raises NewerSchema, and DamagedFile for one with mistakes."""
    if data == written(DEFAULT).encode():
        return DEFAULT  # the usual case, without the parser
    import tomllib

    try:
        known = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedFile(place, f"it is not TOML: {error}", "mend that line, or put the file aside") from error
    accept(place, known.get("schema"), known.get("needs"))
    return read(place, known)


def _describe(root: Path) -> None:
    """Write the default postil.toml, unless somebody was quicker. Raises Locked, OSError."""
    with locked(root / ".local" / "sources.lock"):
        if not (root / FILE).exists():
            replace(root / FILE, written(DEFAULT).encode())


def _refuse_others(root: Path) -> None:
    if not root.exists():
        return
    if not root.is_dir():
        raise NotALibrary(root, "it is a file, and a library is a folder", "name a folder")
    try:
        others = sorted(entry.name for entry in root.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise unreadable(root, error) from error
    if others:
        why = f"it holds other files (“{others[0]}”) and no {FILE}"
        raise NotALibrary(root, why, "name another folder, or make this one a library: postil init DIR")
