"""The Russian catalog: whole, current, and compiled."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.walls import ROOT

PO = ROOT / "grader" / "locale" / "ru" / "LC_MESSAGES" / "grader.po"


def catalog() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file)


ENTRIES = [entry for entry in catalog() if entry.id]


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None}


def extracted() -> Iterator[str | tuple[str, ...]]:
    """What the code says: every sentence in `_` and `ngettext`."""
    for _, _, sentence, _, _ in extract_from_dir(str(ROOT / "grader")):
        yield sentence


def named(entry: Entry) -> str:
    return forms(entry.id)[0][:40]


def test_the_catalog_has_what_the_code_says_and_nothing_else() -> None:
    said = set(extracted())
    assert len(said) > 150
    known = {entry.id for entry in ENTRIES}
    assert said == known, "run `make catalog`, and translate what is new"


def test_nothing_is_unsure_or_left_over() -> None:
    assert not [named(entry) for entry in ENTRIES if entry.fuzzy]
    assert not catalog().obsolete


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_every_sentence_is_translated(entry: Entry) -> None:
    translations = forms(entry.string)
    assert len(translations) == (3 if entry.pluralizable else 1)
    wanted = set().union(*map(placeholders, forms(entry.id)))
    for translation in translations:
        assert translation.strip()
        assert placeholders(translation) == wanted


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_line_breaks_and_full_stops_are_kept(entry: Entry) -> None:
    """Spaces at the ends join sentences; a help text ends with a full stop, a hint does not."""
    for sentence, translation in zip(forms(entry.id), forms(entry.string), strict=False):
        assert translation.count("\n") == sentence.count("\n")
        assert len(translation) - len(translation.lstrip()) == len(sentence) - len(
            sentence.lstrip()
        )
        assert translation.endswith(".") == sentence.endswith(".")


def test_the_compiled_catalog_is_of_this_catalog() -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for entry in ENTRIES:
        first = forms(entry.id)[0]
        said = compiled.ngettext(*entry.id, 1) if entry.pluralizable else compiled.gettext(first)
        assert said == forms(entry.string)[0]


def test_the_wheel_brings_the_compiled_catalog(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        inside = file.read("grader/locale/ru/LC_MESSAGES/grader.mo")
    assert inside == PO.with_suffix(".mo").read_bytes()
