"""What the supervisor asks of the kernel, each time in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.worker import system

PREAMBLE = """
import ctypes, json, os, signal, sys, time
from grader.worker import system

def child(code=lambda: None):
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        system.die_with_parent()  # it holds the pipe that is read to its end
        code()
        os.write(writing, b"ready")
        while True: time.sleep(1)
    os.read(reading, 5)
    return pid

def name(text):
    return lambda: ctypes.CDLL(None).prctl(15, text)

def say(value):
    print(json.dumps(value))
"""


def run(code: str, **environment: str) -> Any:
    """What `code` says, in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", PREAMBLE + code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd()), **environment},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_processes_are_found_whatever_they_call_themselves() -> None:
    """The name in /proc/…/stat may be any bytes, spaces and brackets among them."""
    found, states = run("""
made = [child(name(text)) for text in (b"\\xff\\xfe", b") Z 0 0", b"a b c", b"")]
found = system.other_processes(set(), jailed=False)
say([sorted(found) == sorted(made), [system.state(pid) for pid in made]])
""")
    assert found
    assert set(states) <= {"R", "S"}


def test_ended_and_kept_processes_are_none() -> None:
    assert run("""
kept, ended = child(), child()
os.kill(ended, signal.SIGKILL)
while system.state(ended) != "Z": time.sleep(0)
say(system.other_processes({kept}, jailed=False) == [])
""")


def test_all_are_killed_orphans_in_sessions_of_their_own_too() -> None:
    left, kept, grown_up = run("""
system.adopt_orphans()
def leave_an_orphan():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True: time.sleep(1)
        os._exit(0)
    os.wait()
made = [child(leave_an_orphan) for _ in range(3)]
kept = child()
everybody = system.other_processes(set(), jailed=False)
clean = system.kill_others({kept}, jailed=False)
say([
    system.other_processes(set(), jailed=False) == [kept] and clean,
    system.state(kept),
    len(everybody),
])
""")
    assert left
    assert kept in "RS"
    assert grown_up == 7


def test_the_stopped_are_killed() -> None:
    assert run("""
pid = child()
os.kill(pid, signal.SIGSTOP)
while system.state(pid) != "T": time.sleep(0)
say(system.kill_others(set(), jailed=False))
""")


def test_cpu_time_is_that_of_the_workers_own_processes() -> None:
    """Where there is no control group of its own, the machine's would count everybody's work."""
    idle, burned = run("""
def burn():
    end = time.process_time() + 0.3
    while time.process_time() < end: pass
before = system.cpu_seconds(jailed=False)
time.process_time()
pid = child()
idle = system.cpu_seconds(jailed=False) - before
busy = child(burn)
say([idle, system.cpu_seconds(jailed=False) - before])
""")
    assert 0 <= idle < 0.3
    assert 0.3 <= burned < 3


@pytest.mark.parametrize(
    ("version", "text"),
    [("_CGROUP_CPU_V1", "1500000000\n"), ("_CGROUP_CPU_V2", "usage_usec 1500000\nuser_usec 7\n")],
)
def test_a_jails_cpu_time_is_that_of_its_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, text: str
) -> None:
    """Outside of a jail the group is the machine's, or somebody's shell."""
    for name in ("_CGROUP_CPU_V1", "_CGROUP_CPU_V2"):
        monkeypatch.setattr(system, name, tmp_path / name)
    (tmp_path / version).write_text(text)
    assert system.cpu_seconds(jailed=True) == 1.5
    (tmp_path / version).write_text(text.replace("15", "9" * 15))
    assert system.cpu_seconds(jailed=False) < 10_000


def test_a_process_ends_with_its_parent() -> None:
    assert run("""
reading, writing = os.pipe()
pid = os.fork()
if pid == 0:
    grandchild = os.fork()
    if grandchild == 0:
        system.die_with_parent()
        os.write(writing, str(os.getpid()).encode())
        while True: time.sleep(1)
    while True: time.sleep(1)
grandchild = int(os.read(reading, 20))
os.kill(pid, signal.SIGKILL)
os.waitpid(pid, 0)
end = time.monotonic() + 30
while system.state(grandchild) not in "ZX" and time.monotonic() < end: time.sleep(0)
say(system.state(grandchild) in "ZX")
""")


def test_the_environment_is_forgotten_also_in_memory() -> None:
    """What the worker was started with is not in what a child inherits."""
    names, block = run(
        """
system.forget_environment()
say([list(os.environ), open("/proc/self/environ", "rb").read().count(b"secret")])
""",
        TOKEN="a secret of ours",
    )
    assert names == []
    assert block == 0


def test_limits_are_set_and_never_raised() -> None:
    assert run("""
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50))
system.limit_process(file_bytes=1000, open_files=100, address_space=2**32)
kinds = resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_AS, resource.RLIMIT_CORE
say([resource.getrlimit(kind) for kind in kinds])
""") == [[1000, 1000], [50, 50], [2**32, 2**32], [0, 0]]


def test_facts_of_nobody_are_none() -> None:
    assert system.state(2**22 + 1) == "X"
    assert system.children(2**22 + 1) == []


@pytest.mark.parametrize(
    ("line", "kills"),
    [("oom_kill_disable 0\nunder_oom 0\noom_kill 3\n", 3), ("low 0\noom 5\noom_kill 2\n", 2)],
)
def test_memory_kills_are_the_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, kills: int
) -> None:
    """As both versions of control groups write them; without a group there are none."""
    nowhere, here = tmp_path / "nowhere", tmp_path / "events"
    here.write_text(line)
    for v1, v2 in ((here, nowhere), (nowhere, here)):
        monkeypatch.setattr(system, "_CGROUP_MEMORY_V1", v1)
        monkeypatch.setattr(system, "_CGROUP_MEMORY_V2", v2)
        assert system.memory_kills() == kills
    monkeypatch.setattr(system, "_CGROUP_MEMORY_V2", nowhere)
    assert system.memory_kills() == 0
