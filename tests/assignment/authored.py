"""Mistake files and correct variants of the demo assignment."""

from pathlib import Path

MISTAKE = '''\
"""The losses are added up and not averaged."""

FUNCTIONS = ["svm.loss", "svm.Model.train"]
RESULT = 0
TITLE = {"en": "Not averaged", "ru": "Нет среднего"}
HINT = {
    "en": "Divide by the number "
    "of examples.",
    "ru": "Разделите на число примеров.",
}
CAUGHT_BY = ["svm/test_l*"]

import nothing_of_that_name


def one(W): ...
def two(W): ...
def three(W): ...
'''

VARIANT = '''\
"""Written by hand."""

FUNCTIONS = {"svm.loss": "my_loss", "svm.Model": "Model"}
TITLE = {"en": "By hand", "ru": "Вручную"}


def my_loss(W): ...
class Model: ...
'''

REFERENCE = """\
def loss(W): ...

class Model:
    def train(self): ...
"""


def write_mistake(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """Write `mistakes/<name>.py`, with `changes` replaced in it, and a reference that fits."""
    return _write(folder, f"mistakes/{name}.py", MISTAKE, changes)


def write_variant(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """Write `correct/<name>.py`, with `changes` replaced in it, and a reference that fits."""
    return _write(folder, f"correct/{name}.py", VARIANT, changes)


def _write(folder: Path, path: str, text: str, changes: tuple[tuple[str, str], ...]) -> Path:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder.parents[1] / "reference" / "demo" / "svm.py").write_text(REFERENCE)
    target = folder / path
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target
