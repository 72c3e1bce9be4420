"""The bundle is whole, closed and the same for everybody inside."""

from __future__ import annotations

import json
import marshal
import os
import stat
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from grader.errors import SandboxUnavailable
from grader.sandbox.runtime import Bundle, build_bundle, layout
from grader.sandbox.runtime import bundle as bundle_module
from grader.sandbox.runtime.libraries import loader_of

Inside = Callable[..., subprocess.CompletedProcess[str]]
IMPORTS = "import sys; sys.path.append('/opt/grader/lib'); import numpy, msgpack, pytest"


def test_two_graders_at_once_make_one_bundle(built: list[str], bundle: Bundle) -> None:
    """Both get the same folder, and nothing half-built stays behind."""
    assert built == [str(bundle)] * 2
    assert {path.name for path in bundle.path.parent.iterdir()} == {
        bundle.digest,
        f"{bundle.digest}.lock",
    }


def test_versions_are_those_of_the_machine(bundle: Bundle) -> None:
    assert bundle.python == ".".join(map(str, sys.version_info[:3]))
    assert bundle.numpy == version("numpy")


def test_everything_imports_from_inside(inside: Inside) -> None:
    """What judge and worker import comes from the bundle's own two folders."""
    code = f"{IMPORTS}, pytest_jsonreport.plugin, ssl, sqlite3, ctypes, lzma, json\n"
    code += "files = [getattr(m, '__file__', None) or '/opt/grader/' for m in sys.modules.values()]"
    code += "\nprint(json.dumps([sys.prefix, sys.executable, *files]))"
    ran = inside("-c", code)
    assert ran.stderr == ""
    prefix, executable, *files = json.loads(ran.stdout)
    assert (prefix, executable) == ("/usr/local", "/usr/local/bin/python3")
    assert {f for f in files if not f.startswith(("/usr/local/lib", "/opt/grader/"))} == set()


def test_no_file_of_the_host_is_visible(inside: Inside, bundle: Bundle) -> None:
    host = [__file__, sys.executable, str(bundle.path), "/bin/sh", "/usr/bin", "/root", "/home"]
    code = "import json, os, sys; print(json.dumps(os.listdir('/')))\n"
    code += "print([p for p in sys.argv[1:] if os.path.exists(p)])"
    top, visible = inside("-c", code, *host).stdout.splitlines()
    assert {*json.loads(top)} == {path.name for path in bundle.path.iterdir()}
    assert visible == "[]"


def test_byte_code_is_used(inside: Inside) -> None:
    """Every module comes from its byte-code: compiling numpy would take a second each time."""
    ran = inside("-v", "-c", IMPORTS)
    loaded = [line for line in ran.stderr.splitlines() if line.startswith("# code object from ")]
    assert len(loaded) > 200
    assert [line for line in loaded if not line.rstrip("'").endswith(".pyc")] == []


def test_the_interpreter_is_the_only_program(bundle: Bundle) -> None:
    """No shell and no tool: what student code could start is Python."""
    programs = {
        str(path.relative_to(bundle.path))
        for path in _files(bundle.path)
        if os.access(path, os.X_OK) and not path.is_symlink()
    }
    loader = str(loader_of(Path(sys.executable)))
    assert programs == {layout.PYTHON[1:], loader[1:]}


def test_byte_code_names_only_inside_paths(bundle: Bundle) -> None:
    """A traceback shows where a module lies inside, and nothing of the build machine."""
    names = {name for path in _files(bundle.path, ".pyc") for name in _code_names(_code(path))}
    assert len(names) > 500
    assert {n for n in names if not n.startswith(("/usr/local/lib", "/opt/grader/lib/"))} == set()


def test_byte_code_is_valid_without_the_time_of_its_source(bundle: Bundle) -> None:
    """Flag 1 is a hash instead of a time, flag 2 would be a look at the source."""
    flags = {path.read_bytes()[4:8] for path in _files(bundle.path, ".pyc")}
    assert flags == {(1).to_bytes(4, "little")}


def test_no_text_names_the_prefix_of_the_build_machine(bundle: Bundle) -> None:
    if sys.base_prefix == "/usr":
        pytest.skip("the system's own Python: its prefix is part of every path")
    prefix = os.fsencode(sys.base_prefix)
    assert [p for p in _files(bundle.path, ".py", ".pyc") if prefix in p.read_bytes()] == []


def test_everybody_may_read_and_nobody_else_write(bundle: Bundle) -> None:
    """The builders ran under umask 077; worker and student are other users."""
    for parent, _, _ in os.walk(bundle.path):
        mode = stat.S_IMODE(Path(parent).stat().st_mode)
        assert mode == (0o1777 if Path(parent) == bundle.path / "tmp" else 0o755), parent
    modes = {stat.S_IMODE(path.stat().st_mode) for path in _files(bundle.path)}
    assert modes == {0o644, 0o755}


def test_test_suites_stay_behind(bundle: Bundle) -> None:
    folders = {Path(parent).name for parent, _, _ in os.walk(bundle.path)}
    assert folders.isdisjoint({"test", "tests", "site-packages", "idlelib", "tkinter", "ensurepip"})


def test_users_have_names(bundle: Bundle) -> None:
    lines = (bundle.path / "etc/passwd").read_text().splitlines()
    assert {line.split(":")[0]: int(line.split(":")[2]) for line in lines} == {
        "root": 0,
        "judge": layout.JUDGE_UID,
        "worker": layout.WORKER_UID,
        "student": layout.STUDENT_UID,
        "nobody": 65534,
    }


def test_the_digest_follows_what_goes_in(
    monkeypatch: pytest.MonkeyPatch, bundle: Bundle, tmp_path: Path
) -> None:
    """Another package, or another format of ours, is another bundle."""
    monkeypatch.setattr(bundle_module, "make_once", lambda folder, make: folder)
    assert build_bundle(tmp_path).path == tmp_path / bundle.digest
    with monkeypatch.context() as patch:
        patch.setattr(bundle_module, "record_digest", lambda package: "")
        assert build_bundle().digest != bundle.digest
    monkeypatch.setattr(bundle_module, "FORMAT", 0)
    assert build_bundle().digest != bundle.digest


def test_another_system_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(SandboxUnavailable, match="this is darwin"):
        build_bundle()


def _files(root: Path, *suffixes: str) -> Iterator[Path]:
    for path in root.rglob("*"):
        if path.is_file() and (not suffixes or path.suffix in suffixes):
            yield path


def _code(path: Path) -> types.CodeType:
    code = marshal.loads(path.read_bytes()[16:])
    assert isinstance(code, types.CodeType)
    return code


def _code_names(code: types.CodeType) -> Iterator[str]:
    yield code.co_filename
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _code_names(constant)
