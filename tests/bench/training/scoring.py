"""The benchmark's own scorer, and how its sites are parted for cross-validation."""

import hashlib
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from tests.bench.training.pages import Known


def fold_of(known: Known, folds: int) -> int:
    """The part that a page's site is in: no site is in two."""
    return int(hashlib.md5(known.site.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def scorer(folder: Path) -> ModuleType:
    """The benchmark's score.py."""
    spec = spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder} holds no score.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
