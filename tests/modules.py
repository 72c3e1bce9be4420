"""The modules of a folder, imported without a trace."""

import importlib
import sys
from pathlib import Path
from types import SimpleNamespace


def import_folder(folder: Path) -> SimpleNamespace:
    """Import every module of `folder`, and leave `sys.path` and `sys.modules` as they were.

    The modules import each other by plain names (`softmax`), which must not meet the student's
    modules of the same names in other tests.
    """
    names = sorted(path.stem for path in folder.glob("*.py"))
    others = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    sys.path.insert(0, str(folder))
    try:
        return SimpleNamespace(**{name: importlib.import_module(name) for name in names})
    finally:
        sys.path.remove(str(folder))
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(others)
