"""The real command, as a person or a script calls it."""

from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path

import pytest

from tests.cli.command import grader
from tests.walls import ROOT, open_wall

CLASS = ROOT / "tests" / "submissions"
COMMANDS = ["grade", "validate", "replay", "image", "data"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(command: str) -> None:
    done = grader(command, "--help")
    assert done.returncode == 0
    assert f"grader {command}" in done.stdout.partition("Examples:")[2]


def test_an_unknown_assignment_is_wrong_usage(tmp_path: Path) -> None:
    done = grader("grade", "no_such_assignment", tmp_path)
    assert done.returncode == 2
    assert "no_such_assignment" in done.stderr
    assert "hint:" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_folder_is_wrong_usage(tmp_path: Path) -> None:
    done = grader("grade", "linear_classifier", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr.replace("\n", "")


def test_the_docker_that_was_asked_for_is_never_replaced(tmp_path: Path) -> None:
    """Three lines: what is wrong, and what to do."""
    out = tmp_path / "out"
    done = grader(
        "grade", "linear_classifier", CLASS / "perfect", "--sandbox", "docker", "--out", out,
        DOCKER_HOST="unix:///nothing/docker.sock",
    )  # fmt: skip
    assert done.returncode == 3
    what, empty, hint = done.stderr.rstrip("\n").split("\n")
    assert what.startswith("error: no Docker Engine: /nothing/docker.sock")
    assert (empty, hint[:6]) == ("", "hint: ")
    assert not out.exists()


def test_an_engine_that_refuses_is_no_reason_for_a_weaker_wall(tmp_path: Path) -> None:
    path = tmp_path / "docker.sock"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))  # bound, and nobody listens: connecting is refused
        done = grader("grade", "linear_classifier", CLASS / "perfect", DOCKER_HOST=f"unix://{path}")
    assert done.returncode == 3
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr


def test_validate_proves_reference_and_template() -> None:
    open_wall("docker").close()
    done = grader("validate", "linear_classifier", "--quick")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "reference: 100 of 100, as it must be",
        "template: 0 of 100, as it must be",
    ]


def test_a_rejected_submission_keeps_its_score_open(tmp_path: Path) -> None:
    """One is graded and one refused: exit 1, a reason, and no score."""
    open_wall("bwrap").close()
    handed_in = tmp_path / "class"
    shutil.copytree(CLASS / "untouched_template", handed_in / "anna")
    (handed_in / "boris.zip").write_bytes(b"this is no zip")
    done = grader("grade", "linear_classifier", handed_in, "--sandbox", "bwrap", "--out", tmp_path)
    assert done.returncode == 1, done.stderr
    report = json.loads((tmp_path / "boris" / "result.json").read_text())
    assert (report["status"], report["score"]) == ("rejected", None)
    assert report["reason"]["en"]
    assert report["reason"]["ru"]
    assert json.loads((tmp_path / "anna" / "result.json").read_text())["score"] == 0
    assert json.loads((tmp_path / "summary.json").read_text())["counts"]["rejected"] == 1


def test_nothing_that_can_be_graded_is_exit_3(tmp_path: Path) -> None:
    open_wall("bwrap").close()
    handed_in = tmp_path / "class"
    handed_in.mkdir()
    (handed_in / "boris.zip").write_bytes(b"this is no zip")
    done = grader("grade", "linear_classifier", handed_in, "--sandbox", "bwrap", "--out", tmp_path)
    assert done.returncode == 3


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A class of one that was graded under bwrap: its folder, and its results."""
    open_wall("bwrap").close()
    folder = tmp_path_factory.mktemp("graded")
    shutil.copytree(CLASS / "wrong_signs", folder / "class" / "anna")
    done = grader(
        "grade", "linear_classifier", folder / "class", "--sandbox", "bwrap", "--out",
        folder / "out",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "[1/1] anna: " in done.stderr
    return folder / "class", folder / "out"


def test_a_rerun_grades_only_what_is_not_graded(graded: tuple[Path, Path]) -> None:
    handed_in, out = graded
    before = (out / "anna" / "result.json").read_bytes()
    done = grader("grade", "linear_classifier", handed_in, "--sandbox", "bwrap", "--out", out)
    assert done.returncode == 0, done.stderr
    assert "[1/1]" not in done.stderr
    assert (out / "anna" / "result.json").read_bytes() == before


def test_another_course_key_grades_anew(graded: tuple[Path, Path], tmp_path: Path) -> None:
    """Its tests have other data, though nothing else of the report would tell."""
    handed_in, out = graded
    mine = shutil.copytree(out, tmp_path / "out")
    done = grader(
        "grade", "linear_classifier", handed_in, "--sandbox", "bwrap", "--out", mine,
        XDG_STATE_HOME=str(tmp_path / "state"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "[1/1] anna: " in done.stderr
    before, after = (
        json.loads((folder / "anna" / "result.json").read_text())["environment"]
        for folder in (out, mine)
    )
    assert before != after
    assert {**before, "grader": ""} == {**after, "grader": ""}
    assert before["grader"].rpartition(".")[0] == after["grader"].rpartition(".")[0]


def test_replay_prints_the_very_same_failure(graded: tuple[Path, Path]) -> None:
    handed_in, out = graded
    result = out / "anna" / "result.json"
    failed = next(t for t in json.loads(result.read_text())["tests"] if t["verdict"] == "failed")
    done = grader("replay", result, failed["id"], handed_in, "--sandbox", "bwrap")
    assert done.returncode == 0, done.stderr
    shown = dict(re.findall(r"^(\w+): (.*)$", done.stdout, re.MULTILINE))
    assert (shown["test"], shown["verdict"]) == (failed["id"], "failed")
    assert json.loads(shown["actual"]) == failed["evidence"]["actual"]
    assert json.loads(shown["expected"]) == failed["evidence"]["expected"]
    assert json.loads(shown["input"])["call"]
    remarks = [remark["en"] for remark in failed["evidence"]["remarks"]]
    assert remarks
    assert re.findall(r"^remark: (.*)$", done.stdout, re.MULTILINE) == remarks
    assert "remarks" not in shown


def test_replay_prints_the_report_s_hints(graded: tuple[Path, Path], tmp_path: Path) -> None:
    """They were found from the calls of all tests, which one test alone does not make again."""
    handed_in, out = graded
    report = json.loads((out / "anna" / "result.json").read_text())
    failed = next(t for t in report["tests"] if t["verdict"] == "failed")
    failed["diagnosis"] = [{"mistake": "no_mean", "hint": {"en": "Divide.", "ru": "Разделите."}}]
    result = tmp_path / "result.json"
    result.write_text(json.dumps(report))
    done = grader("replay", result, failed["id"], handed_in, "--sandbox", "bwrap")
    assert done.returncode == 0, done.stderr
    assert "hint: no_mean: Divide.\n" in done.stdout


def test_russian_table(graded: tuple[Path, Path]) -> None:
    handed_in, out = graded
    done = grader(
        "grade", "linear_classifier", handed_in, "--sandbox", "bwrap", "--out", out, "--lang", "ru"
    )
    assert "зачтено" in done.stdout


def test_data_is_named() -> None:
    done = grader("data", "--show")
    assert done.returncode == 0
    assert done.stdout.split(":")[0] in ("official", "other", "synthetic")
