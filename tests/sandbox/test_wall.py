"""What a submission can reach from inside a worker: tried from inside a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.walls import WALLS, Course, course

CANARY = "canary-9f2c41d7"

SUITE = f'''
import os
SECRET = "{CANARY}"

def test_read_everything(student, check):
    parts = [SECRET[:7], SECRET[7:]]  # the canary itself never crosses
    check.award(0.5, "told", "сказано", found=student.work.search(*parts))

def test_listed_wall(student, check):
    check.award(0.5, "told", "сказано", found=student.work.list_wall())

def test_speak_on_sockets(student, check):
    wall = os.environ["GRADER_WALL"]
    paths = [f"{{wall}}/{{name}}" for name in socket_names()]
    check.award(0.5, "told", "сказано", found=student.work.speak(paths))

def test_network(student, check):
    check.award(0.5, "told", "сказано", found=student.work.network())

def test_privileges(student, check):
    check.award(0.5, "told", "сказано", found=student.work.privileges())

def test_write_everywhere(student, check):
    check.award(0.5, "told", "сказано", found=student.work.write_everywhere())

def socket_names():
    import gc
    from grader.judge.workers import Listener
    return [one.name for one in gc.get_objects() if isinstance(one, Listener)]
'''

PROBE = """
import os, socket

def readable():
    for top, folders, files in os.walk("/"):
        if top.startswith("/sys"):
            folders.clear()
            continue
        for name in files:
            yield os.path.join(top, name)

LOOKS = {
    "/proc/1/environ": lambda path: open(path, "rb").read(1),
    "/proc/1/mem": lambda path: open(path, "rb"),
    "/proc/1/maps": lambda path: open(path, "rb").read(1),
    "/proc/1/root": os.listdir,
    "/proc/1/cwd": os.listdir,
    "/proc/1/fd": lambda path: [os.readlink(f"{path}/{fd}") for fd in range(16)],
    "/proc/1/fd/3": lambda path: os.open(path, os.O_RDONLY),
}

def search(first, second):
    canary = (first + second).encode()
    found = []
    for path in readable():
        if path.startswith(f"/proc/{os.getpid()}/") or "/self/" in path or "/kcore" in path:
            continue
        try:
            fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            continue
        try:
            data = os.read(fd, 1 << 20)
        except OSError:
            data = b""
        os.close(fd)
        if canary in data:
            found.append(path)
    for pid in filter(str.isdigit, os.listdir("/proc")):
        if int(pid) != 1:
            continue
        for path, look in LOOKS.items():
            try:
                look(path)
                found.append(path)
            except OSError:
                pass
    return found

def list_wall():
    try:
        return os.listdir("/wall")
    except PermissionError:
        return "denied"

def speak(paths):
    import msgpack, struct
    heard = []
    for path in paths:
        s = socket.socket(socket.AF_UNIX)
        s.settimeout(5)
        try:
            s.connect(path)
            header = msgpack.packb({"op": "hello", "token": "guess"})
            s.sendall(struct.pack("<4sIHH", b"NGF1", len(header), 0, 0) + header)
            heard.append(len(s.recv(4096)))
        except OSError as error:
            heard.append(type(error).__name__)
    return heard

def network():
    reached = []
    for address in [("1.1.1.1", 53), ("169.254.169.254", 80), ("172.17.0.1", 2375)]:
        try:
            socket.create_connection(address, timeout=2).close()
            reached.append(address[0])
        except OSError:
            pass
    interfaces = [name for _, name in socket.if_nameindex()]
    return {"reached": reached, "interfaces": interfaces}

def privileges():
    status = dict(l.split(":\\t", 1) for l in open("/proc/self/status").read().splitlines())
    return {k: status[k] for k in ("CapEff", "CapPrm", "CapBnd", "NoNewPrivs", "Uid")}

def write_everywhere():
    written = []
    for top, folders, files in os.walk("/"):
        if top.startswith(("/proc", "/sys")):
            folders.clear()
            continue
        path = os.path.join(top, "left-by-a-student")
        try:
            open(path, "w").close()
            written.append(top)
        except OSError:
            pass
    return written
"""

SILENCE = {
    0,
    "BrokenPipeError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "FileNotFoundError",
    "TimeoutError",
}


@pytest.fixture(scope="module", params=WALLS)
def wall(request: pytest.FixtureRequest) -> Iterator[Course]:
    with course(request.param, SUITE, reference=f"SECRET = '{CANARY}'") as opened:
        yield opened


@pytest.fixture(scope="module")
def told(wall: Course) -> dict[str, object]:
    """What the probe reported for each test."""
    outcomes = wall.grade(work=PROBE)
    return {
        name: outcome.evidence.get("found", outcome.message) for name, outcome in outcomes.items()
    }


def test_neither_suite_nor_reference_can_be_read(told: dict[str, object]) -> None:
    assert told["test_read_everything"] == []


def test_the_wall_cannot_be_listed(told: dict[str, object]) -> None:
    assert told["test_listed_wall"] == "denied"


def test_a_known_socket_says_nothing_without_its_token(told: dict[str, object]) -> None:
    heard = told["test_speak_on_sockets"]
    assert isinstance(heard, list)
    assert heard
    assert set(heard) <= SILENCE


def test_there_is_no_network(told: dict[str, object]) -> None:
    assert told["test_network"] == {"reached": [], "interfaces": ["lo"]}


def test_no_privileges(told: dict[str, object]) -> None:
    found = told["test_privileges"]
    assert isinstance(found, dict)
    assert {found["CapEff"], found["CapPrm"], found["CapBnd"]} == {"0" * 16}
    assert found["NoNewPrivs"] == "1"
    assert "0" not in found["Uid"].split("\t")


def test_only_scratch_is_writable(told: dict[str, object]) -> None:
    written = told["test_write_everywhere"]
    assert isinstance(written, list)
    assert written
    assert [top for top in written if top != "/work" and not top.startswith("/work/")] == []


def test_the_next_submission_finds_nothing_and_is_graded(
    wall: Course, told: dict[str, object]
) -> None:
    """It runs after the probe wrote where it could and spoke on the next worker's socket."""
    finder = PROBE + (
        "\ndef search(*_):\n    return [p for p in readable() if 'left-by-a-student' in p]\n"
    )
    again = wall.grade(work=finder)
    assert again["test_read_everything"].evidence["found"] == []
