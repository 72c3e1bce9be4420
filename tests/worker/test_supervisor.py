"""A supervisor serves its judge alone, for as long as that lives, and dies of nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.judge.workers import Listener, ask
from grader.protocol import Channel, ChannelClosed

TOKEN = "t" * 64
COMMAND = [sys.executable, "-c", "from grader.worker import main; main()"]


def environment(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd()), **more}


def soon() -> float:
    return time.monotonic() + 60


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], Channel]]:
    """A running supervisor, not jailed, and the judge's end of its channel."""
    listener = Listener(tmp_path)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    settings = environment(
        GRADER_SOCKET=str(listener.path), GRADER_TOKEN=TOKEN, GRADER_SCRATCH=str(scratch)
    )
    with subprocess.Popen(COMMAND, env=settings) as process:
        control = listener.accept(TOKEN, soon())
        assert control.receive(soon()).message == {"op": "prepared"}
        yield process, control
        control.close()
        process.wait(60)


def load(control: Channel, files: dict[str, bytes]) -> dict[str, Any]:
    request = {
        "op": "load",
        "files": [list(item) for item in files.items()],
        "file_bytes": 2**20,
        "open_files": 64,
        "address_space": None,
    }
    return ask(control, request, 60)


def test_files_are_written_below_the_scratch_folder(worker: Any, tmp_path: Path) -> None:
    assert load(worker[1], {"work.py": b"x", "own/helper.py": b"y"})["ok"]
    folder = tmp_path / "scratch" / "submission"
    assert (folder / "work.py").read_bytes() == b"x"
    assert (folder / "own" / "helper.py").read_bytes() == b"y"


def test_it_ends_with_its_judge(worker: Any) -> None:
    process, control = worker
    control.close()
    assert process.wait(60) == 0


def test_an_interrupt_is_not_for_it(worker: Any) -> None:
    """A student's process may send it: as process 1 it gets just the signals that it handles."""
    process, control = worker
    for _ in range(3):
        os.kill(process.pid, signal.SIGINT)
        assert ask(control, {"op": "facts"}, 60)["ok"]


def test_its_environment_is_gone_before_student_code_comes(worker: Any) -> None:
    process, control = worker
    assert ask(control, {"op": "facts"}, 60)["memory_kills"] == 0
    assert b"GRADER" not in Path(f"/proc/{process.pid}/environ").read_bytes()


def test_a_worker_without_its_template_is_not_clean(worker: Any) -> None:
    """Its judge replaces it then."""
    load(worker[1], {})
    assert not ask(worker[1], {"op": "sweep"}, 60)["ok"]


def test_by_hand_it_says_who_starts_it() -> None:
    done = subprocess.run(COMMAND, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "started by the grader" in done.stderr


def test_the_end_of_the_channel_is_an_exception_for_the_judge(worker: Any) -> None:
    process, control = worker
    process.kill()
    with pytest.raises(ChannelClosed):
        ask(control, {"op": "facts"}, 60)
