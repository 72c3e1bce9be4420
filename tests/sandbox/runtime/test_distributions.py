"""The distributions that go inside: what is required here, and no more."""

from __future__ import annotations

from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from grader.errors import SandboxUnavailable
from grader.sandbox.runtime import distributions
from grader.sandbox.runtime.distributions import files_of, needed_distributions


def test_requirements_are_followed() -> None:
    """pluggy comes with pytest; colorama would on Windows only, hypothesis with an extra."""
    names = list(needed_distributions())
    assert names == sorted(names)
    assert {"numpy", "msgpack", "pytest", "pytest-json-report", "pytest-metadata"} <= {*names}
    assert {"pluggy", "iniconfig", "packaging", "pygments"} <= {*names}
    assert {"colorama", "exceptiongroup", "hypothesis", "xmlschema"}.isdisjoint(names)


def test_extras_that_name_each_other_come_to_an_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    a = _distribution(tmp_path, "a", "b[fast]", 'c; extra == "all"', 'a[all]; extra == "more"')
    b = _distribution(tmp_path, "b", 'a[more]; extra == "fast"')
    known = {"a": a, "b": b, "c": _distribution(tmp_path, "c")}
    monkeypatch.setattr(distributions, "_installed", known.__getitem__)
    assert list(needed_distributions(("a",))) == ["a", "b", "c"]


def test_what_is_not_installed_is_named() -> None:
    with pytest.raises(SandboxUnavailable, match="no-such-package is not installed"):
        needed_distributions(("no-such-package",))


def test_a_package_without_a_list_of_files_is_refused(tmp_path: Path) -> None:
    """A system's package manager may leave the list out; guessing would copy too much."""
    with pytest.raises(SandboxUnavailable, match="files of a 1 is missing") as caught:
        list(files_of(_distribution(tmp_path, "a")))
    assert "virtual environment" in str(caught.value.hint)


def test_only_what_is_imported_is_copied(tmp_path: Path) -> None:
    package = _distribution(tmp_path, "a")
    wanted = ["a/__init__.py", "a/core.so", "a.libs/libx.so.1"]
    unwanted = ["a/tests/test_a.py", "a/x.pyi", "a/x.h", "a/lib/x.a", "../../bin/a", "a/gone.py"]
    for name in (*wanted, *unwanted[:-1]):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    lines = [f"{name},,\n" for name in (*wanted, *unwanted)]
    (tmp_path / "a-1.dist-info" / "RECORD").write_text("".join(lines))
    assert [str(name) for name, _ in files_of(package)] == wanted


def _distribution(folder: Path, name: str, *requires: str) -> PathDistribution:
    info = folder / f"{name}-1.dist-info"
    info.mkdir()
    lines = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1"]
    lines += [f"Requires-Dist: {line}" for line in requires]
    (info / "METADATA").write_text("\n".join(lines) + "\n")
    return PathDistribution(info)
