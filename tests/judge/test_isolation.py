"""No test sees what another left, in any order; one alone gives what it gives in the full run."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import numpy as np
import pytest

from grader.model import Outcome, Verdict
from tests.judge.course import Course, course

TRACES = """
import json, os, random, sys
import numpy as np

HERE = os.path.dirname(__file__)
SOURCE = open(__file__).read()
START = sorted(os.listdir(HERE)), os.getcwd(), list(sys.path), sorted(os.environ.items())
COUNT = 0
KEPT = []

def draws():
    return [random.random(), float(np.random.rand()), int(np.random.randint(10**9))]

def traces():
    global COUNT
    COUNT += 1
    KEPT.append(1)
    found = {
        "count": COUNT,
        "kept": len(KEPT),
        "files": os.listdir("."),
        "beside": sorted(os.listdir(HERE)) == START[0],
        "source": open(__file__).read() == SOURCE,
        "folder": os.getcwd() == START[1],
        "path": sys.path == START[2],
        "environment": sorted(os.environ.items()) == START[3],
        "pi": np.pi,
        "json": json.dumps(1),
        "open": len(os.listdir("/proc/self/fd")),
        "draws": draws(),
    }
    np.pi = 3.0
    json.dumps = None
    os.environ["LEFT"] = "here"
    sys.path.insert(0, "/nowhere")
    os.makedirs("deep/er")
    open("deep/er/left.txt", "w").close()
    os.chmod("deep", 0)
    os.symlink("/", "root")
    open(os.path.join(HERE, "left.py"), "w").close()
    with open(__file__, "a") as file:
        file.write("# left")
    os.chmod(HERE, 0o500)
    os.chdir("/")
    return found
"""
TRACE_SUITE = "import random\nimport numpy as np\n\n" + "\n".join(
    f"""
def test_{name}(student, check, rng):
    found = student.work.traces()
    drawn = [float(rng.random()), float(np.random.random()), random.random()]
    check.award(0.5, "seen", "увидено", found=found, drawn=drawn)
"""
    for name in ("a", "b", "c")
)


@pytest.fixture(scope="module")
def opened() -> Iterator[Course]:
    with course(TRACE_SUITE) as opened:
        yield opened


@pytest.fixture(scope="module")
def full(opened: Course) -> dict[str, Outcome]:
    return opened.grade(work=TRACES)


def test_every_test_starts_where_the_import_ended(full: dict[str, Outcome]) -> None:
    for outcome in full.values():
        one = dict(outcome.evidence["found"])
        assert len(one.pop("draws")) == 3
        assert one.pop("open") <= 5  # standard streams, the channel, and the folder that was read
        assert one == {
            "count": 1,
            "kept": 1,
            "files": ["submission"],
            "beside": True,
            "source": True,
            "folder": True,
            "path": True,
            "environment": True,
            "pi": np.pi,
            "json": "1",
        }


def test_one_alone_is_as_in_the_full_run(opened: Course, full: dict[str, Outcome]) -> None:
    alone = opened.grade(only=("test_b",), work=TRACES)
    assert list(alone) == ["test_b"]
    assert alone["test_b"].evidence == full["test_b"].evidence


def test_the_order_does_not_matter(full: dict[str, Outcome]) -> None:
    imports, *functions = TRACE_SUITE.strip().split("\n\n")
    backwards = "\n\n".join([imports, *reversed(functions)])
    assert re.findall(r"test_\w", backwards) == ["test_c", "test_b", "test_a"]
    with course(backwards) as opened:
        outcomes = opened.grade(work=TRACES)
    assert list(outcomes) == ["test_c", "test_b", "test_a"]
    assert {test: one.evidence for test, one in outcomes.items()} == {
        test: one.evidence for test, one in full.items()
    }


def test_random_numbers_belong_to_submission_and_test(
    opened: Course, full: dict[str, Outcome]
) -> None:
    again = opened.grade(work=TRACES)
    other = opened.grade(work=TRACES, seed=8)
    for what in ("found", "drawn"):
        values = [one.evidence[what] for one in full.values()]
        assert values == [one.evidence[what] for one in again.values()]
    draws = [
        tuple(one.evidence["found"]["draws"])
        for outcomes in (full, other)
        for one in outcomes.values()
    ]
    assert len(set(draws)) == 6
    assert len({tuple(one.evidence["drawn"]) for o in (full, other) for one in o.values()}) == 6


SPY = """
import gc, sys

def value():
    found = set()
    frame = sys._getframe()
    while frame:
        for value in frame.f_locals.values():
            if isinstance(value, dict):
                found.update(v for v in value.values() if type(v) is int)
            elif type(value) is int:
                found.add(value)
        frame = frame.f_back
    secrets = open("/proc/self/environ", "rb").read() + repr(sys.argv).encode()
    return [str(number) for number in found], secrets
"""


def test_the_students_process_does_not_know_the_judges_seed() -> None:
    """From it would follow all that the test draws, also what never enters the worker."""
    suite = """
def test_seed(student, check, rng):
    found, secrets = student.work.value()
    drawn = [float(rng.random()), int(rng.integers(2**60))]
    secret = b"GRADER" in secrets
    check.award(0.5, "seen", "увидено", found=found, secret=secret, drawn=drawn)
"""
    with course(suite) as opened:
        evidence = opened.grade(work=SPY, seed=7)["test_seed"].evidence
    assert evidence["found"]  # its own seed among them
    assert not evidence["secret"]
    for number in map(int, evidence["found"]):
        assert random.Random(number).random() not in evidence["drawn"]
        if number >= 0:
            assert np.random.default_rng(number).random() not in evidence["drawn"]


RUDE = {
    "leaves a thread": """
    def forever():
        while True: print("still here")
    threading.Thread(target=forever).start()
    """,
    "leaves a hundred threads": """
    for _ in range(100):
        threading.Thread(target=time.sleep, args=(1e6,)).start()
    """,
    "leaves a child": "os.fork() or time.sleep(1e6)",
    "leaves an orphan": """
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True: time.sleep(1)
        os._exit(0)
    os.wait()
    """,
    "leaves an orphan that prints": """
    if os.fork() == 0:
        os.setsid()
        os.fork() and os._exit(0)
        while True: os.write(1, b"still here" * 1000)
    """,
    "leaves one that ignores signals": """
    if os.fork() == 0:
        for number in range(1, 65):
            try: signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError): pass
        while True: time.sleep(1)
    """,
    "ends at exit": "atexit.register(sys.exit, 3); atexit.register(os._exit, 3)",
    "raises at exit": "atexit.register(lambda: 1 / 0)",
    "replaces stdout": "sys.stdout = io.StringIO()",
    "removes stdout": "del sys.stdout; sys.stderr = None",
    "closes stdout": "sys.stdout.close()",
    "closes the pipe": "os.close(1); os.close(2)",
    "replaces stdout by nonsense": "sys.stdout = 5",
    "replaces print": "builtins.print = None",
    "replaces all of builtins": "builtins.isinstance = builtins.len = builtins.type = None",
    "traces": "sys.settrace(lambda *_: None); sys.setprofile(lambda *_: None)",
    "sets limits": """
    sys.setrecursionlimit(10**6)
    resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))
    """,
    "sets an alarm": "signal.setitimer(signal.ITIMER_REAL, 1e-3); time.sleep(1)",
    "ignores signals": "signal.signal(signal.SIGTERM, signal.SIG_IGN)",
    "takes many descriptors": """
    try:
        while True: os.dup(0)
    except OSError: pass
    """,
    "patches NumPy": "np.asarray = np.ndarray = np.allclose = None",
    "patches the worker": """
    import grader.worker.runner as runner
    runner.Runner._outgoing = lambda self, value: 1.0
    """,
    "writes results": """
    for folder in (".", ".."):
        try: open(folder + "/results.json", "w").write('{"score": 100}')
        except OSError: pass
    """,
    "prints results": "print('score: 100', '100 passed', 'Grade :=>> 100', sep='\\n')",
    "makes many files": "for n in range(2000): open(f'{n}.txt', 'w').close()",
    "makes a deep folder": """
    for _ in range(100):
        os.mkdir("d"); os.chdir("d")
    """,
    "makes a large sparse file": "open('big', 'w').truncate(2**20)",
    "takes rights away": """
    os.makedirs("own/own")
    os.chmod("own", 0)
    os.chmod(".", 0)
    """,
    "removes the submission": "shutil.rmtree(HERE)",
    "puts a link in its place": "os.rename(HERE, 'elsewhere'); os.symlink('elsewhere', HERE)",
    "puts a file in its place": "shutil.rmtree(HERE); open(HERE, 'w').close()",
    "makes a pipe in it": "os.remove(__file__); os.mkfifo(__file__)",
    "calls itself by no name": "ctypes.CDLL(None).prctl(15, b'\\xff) Z 0 0')",
    "interrupts the supervisor": "os.kill(supervisor(), signal.SIGINT)",
    "stops its parent": "os.kill(os.getppid(), signal.SIGSTOP)",
    "kills its parent and lives on": """
    ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
    os.kill(os.getppid(), signal.SIGKILL)
    """,
    "kills its parent": "os.kill(os.getppid(), signal.SIGKILL); time.sleep(1e6)",
    "kills its group": """
    assert os.getpgid(0) == os.getppid(), "this would kill others"
    os.kill(0, signal.SIGKILL)
    time.sleep(1e6)
    """,
    "kills the supervisor": "os.kill(supervisor(), signal.SIGKILL); time.sleep(1e6)",
}
ENDS = {
    "replaces all of builtins",
    "sets an alarm",
    "kills its parent",
    "kills its group",
    "kills the supervisor",
}
"""These end their own process; the others answer all the same."""

RUDE_TOOLS = """
import atexit, builtins, ctypes, io, os, resource, shutil, signal, sys, threading, time
import numpy as np
HERE = os.path.dirname(__file__)

def supervisor():
    return int(open(f"/proc/{os.getppid()}/stat").read().rpartition(")")[2].split()[1])

def honest():
    print("all is well")
    return float(sum(range(5))), os.path.exists(__file__), os.listdir(".")
"""


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    """Every rude function, each between two honest tests."""
    suite, work = "", RUDE_TOOLS
    for number, code in enumerate(RUDE.values()):
        suite += f"""
def test_{number}(student, check):
    check.close(student.work.rude_{number}(), 1.0)

def test_{number}_honest(student, check):
    value, here, files = student.work.honest()
    check.close(value, 10.0)
    check.that(here and files == ["submission"], "not clean", "не чисто", files=files)
"""
        work += f"\ndef rude_{number}():\n    {code.strip()}\n    return 1.0\n"
    with course(suite) as opened:
        yield opened.grade(work=work)


def test_every_row_comes_back_and_none_is_a_fault_of_ours(outcomes: dict[str, Outcome]) -> None:
    assert len(outcomes) == 2 * len(RUDE)
    assert Verdict.GRADER_ERROR not in {outcome.verdict for outcome in outcomes.values()}


@pytest.mark.parametrize("name", RUDE)
def test_what_one_test_does_to_its_surroundings_is_undone(
    outcomes: dict[str, Outcome], name: str
) -> None:
    number = list(RUDE).index(name)
    honest = outcomes[f"test_{number}_honest"]
    assert honest.verdict is Verdict.PASSED
    assert honest.stdout == "all is well\n"
    expected = Verdict.CRASHED if name in ENDS else Verdict.PASSED
    assert outcomes[f"test_{number}"].verdict is expected


def test_nothing_is_left_running() -> None:
    """Not even an orphan in a session of its own."""
    suite = """
import pathlib, re
LEFT = []

def state(pid):
    stat = pathlib.Path(f"/proc/{pid}/stat")
    return stat.read_text().rpartition(")")[2].split()[0] if stat.exists() else "X"

def test_leaves(student, check):
    LEFT.extend(int(pid) for pid in student.work.leave())
    check.award(0.5, "left", "оставлены", states=[state(pid) for pid in LEFT])

def test_is_swept(check):
    check.award(0.5, "left", "оставлены", states=[state(pid) for pid in LEFT])
"""
    work = """
import os, time

def leave():
    child = os.fork() or time.sleep(1e6)
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.setsid()
        orphan = os.fork() or time.sleep(1e6)
        os.write(writing, str(orphan).encode())
        os._exit(0)
    os.wait()
    return [os.getpid(), child, int(os.read(reading, 99))]
"""
    with course(suite) as opened:
        outcomes = opened.grade(work=work)
    assert set(outcomes["test_leaves"].evidence["states"]) <= {"R", "S"}
    assert set(outcomes["test_is_swept"].evidence["states"]) <= {"X", "Z"}
