"""answers.yaml comes along with the modules, and can cost nothing but its questions."""

import dataclasses
import zipfile
from pathlib import Path

import pytest

from grader.intake import Rules, collect, content_hash
from grader.model import Rejected, SourceFile, Submission


@pytest.fixture
def asking(rules: Rules) -> Rules:
    """The rules of an assignment that has questions."""
    return dataclasses.replace(rules, answers="answers.yaml", answers_kb=1)


def hand_in(folder: Path, **contents: str) -> Path:
    """Write files, `hw__answers` for hw/answers.yaml and `svm` for svm.py."""
    for name, text in contents.items():
        path = folder / name.replace("__", "/")
        ending = ".yaml" if path.name == "answers" else ".py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(ending).write_text(text)
    return folder


def only(path: Path, rules: Rules) -> Submission:
    (found,) = collect(path, rules)
    assert isinstance(found, Submission), found
    return found


def paths(submission: Submission) -> list[str]:
    return [file.path for file in submission.files]


def test_it_is_kept_beside_the_modules_and_hashed(course: Path, asking: Rules) -> None:
    first = only(hand_in(course / "zoe", answers="q: a\n"), asking)
    assert first.files == (
        SourceFile("answers.yaml", b"q: a\n"),
        SourceFile("svm.py", b"good = True\n"),
    )
    assert first.sha256 == content_hash(first.files)
    assert only(hand_in(course / "zoe", answers="q: b\n"), asking).sha256 != first.sha256


def test_without_questions_it_is_left_out(course: Path, rules: Rules) -> None:
    assert paths(only(hand_in(course / "zoe", answers="q: a\n"), rules)) == ["svm.py"]


@pytest.mark.parametrize("place", ["answers", "hw__answers", "hw__deeper__answers"])
def test_only_the_one_beside_the_modules_counts(tmp_path: Path, asking: Rules, place: str) -> None:
    folder = hand_in(tmp_path / "class" / "anna", hw__svm="x = 1", **{place: "q: a"})
    kept = paths(only(folder.parent, asking))
    assert kept == (["answers.yaml", "svm.py"] if place == "hw__answers" else ["svm.py"])


@pytest.mark.parametrize("place", ["answers", "hw__answers"])
def test_answers_without_any_code_are_a_submission(
    tmp_path: Path, asking: Rules, place: str
) -> None:
    """The code's tests get `missing`; the questions are worth what they are worth."""
    folder = hand_in(tmp_path / "class" / "anna", **{place: "q: a"})
    assert paths(only(folder.parent, asking)) == ["answers.yaml"]


def test_a_folder_with_only_answers_at_its_top_is_one_submission(
    tmp_path: Path, asking: Rules
) -> None:
    assert only(hand_in(tmp_path / "anna", answers="q: a"), asking).id == "anna"


def test_without_questions_answers_alone_are_rejected(course: Path, rules: Rules) -> None:
    hand_in(course / "anna", answers="q: a")
    anna, _ = collect(course, rules)
    assert isinstance(anna, Rejected)
    assert "holds no .py file" in anna.reason.en


def test_one_too_large_is_cut_not_refused(course: Path, asking: Rules) -> None:
    """What is left is read as far too large; the modules count as ever."""
    submission = only(hand_in(course / "zoe", answers="#" * 10**6), asking)
    assert [len(file.content) for file in submission.files] == [1024, 12]


def test_its_size_is_not_the_modules(course: Path, asking: Rules) -> None:
    hand_in(course / "zoe", svm="#" * 64 * 1024, answers="q: a")
    assert len(only(course / "zoe", asking).files) == 2


def test_in_a_zip(tmp_path: Path, asking: Rules) -> None:
    with zipfile.ZipFile(tmp_path / "anna.zip", "w") as archive:
        archive.writestr("hw/answers.yaml", "q: a")
        archive.writestr("hw/svm.py", "x = 1")
    assert paths(only(tmp_path, asking)) == ["answers.yaml", "svm.py"]


def test_there_twice_in_a_zip_is_rejected(tmp_path: Path, asking: Rules) -> None:
    with zipfile.ZipFile(tmp_path / "anna.zip", "w") as archive:
        archive.writestr("svm.py", "x = 1")
        archive.writestr("answers.yaml", "q: a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("answers.yaml", "q: b")
    (found,) = collect(tmp_path, asking)
    assert isinstance(found, Rejected)
    assert "'answers.yaml' is in it twice" in found.reason.en
