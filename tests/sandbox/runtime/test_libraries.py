"""The loader names what a program links to."""

from __future__ import annotations

import _ssl
import sys
from pathlib import Path

import pytest

from grader.errors import SandboxUnavailable
from grader.sandbox.runtime.libraries import loader_of, shared_libraries, system_folder


def test_the_libraries_of_a_module_are_found() -> None:
    """OpenSSL's come with the module that wants them, and with the C library's folder."""
    loader = loader_of(Path(sys.executable))
    found = shared_libraries(loader, [Path(_ssl.__file__)])
    assert all(path.is_file() for path in found.values())
    assert {name.partition(".")[0] for name in found} >= {"libssl", "libcrypto", "libc"}
    assert system_folder(found, loader).is_dir()


def test_a_preloaded_library_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool of the user's that hooks into every program has no place inside."""
    loader = loader_of(Path(sys.executable))
    plain = shared_libraries(loader, [Path(sys.executable)])
    hook = shared_libraries(loader, [Path(_ssl.__file__)]).keys() - plain.keys()
    monkeypatch.setenv("LD_PRELOAD", sorted(hook)[0])
    assert shared_libraries(loader, [Path(sys.executable)]) == plain


def test_what_is_no_program_is_refused() -> None:
    with pytest.raises(SandboxUnavailable, match="not a Linux program"):
        loader_of(Path(__file__))


def test_a_static_program_is_refused(tmp_path: Path) -> None:
    """A header without any segment: no loader is named."""
    program = tmp_path / "static"
    program.write_bytes(b"\x7fELF\x02\x01" + bytes(58))
    with pytest.raises(SandboxUnavailable, match="statically"):
        loader_of(program)
