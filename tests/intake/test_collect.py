"""A class becomes submissions in a fixed order, and a bad one never disturbs the others."""

import hashlib
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.intake import Rules, collect, content_hash
from grader.model import Rejected, SourceFile, Submission


def write(folder: Path, **contents: str) -> Path:
    """Write files, `a__b` for a/b.py; returns `folder`."""
    for name, text in contents.items():
        path = folder / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def only(path: Path, rules: Rules) -> Submission:
    (found,) = collect(path, rules)
    assert isinstance(found, Submission), found
    return found


def rejected(path: Path, rules: Rules) -> str:
    """The English reason of the one submission there that is rejected; the other is good."""
    found = {one.id: one for one in collect(path, rules)}
    assert isinstance(found.pop("zoe"), Submission)
    (bad,) = found.values()
    assert isinstance(bad, Rejected), bad
    assert bad.reason.en.startswith("The submission was not accepted: ")
    assert bad.reason.ru.startswith("Работа не принята: ")
    assert bad.reason.en.isprintable()
    assert bad.reason.ru.isprintable()
    return bad.reason.en


def paths(submission: Submission) -> list[str]:
    return [file.path for file in submission.files]


def test_one_folder_a_student(course: Path, rules: Rules) -> None:
    write(course / "anna", svm="a = 1", softmax="b = 2")
    anna, zoe = collect(course, rules)
    assert isinstance(anna, Submission)
    assert (anna.id, zoe.id) == ("anna", "zoe")
    assert anna.files == (SourceFile("softmax.py", b"b = 2"), SourceFile("svm.py", b"a = 1"))
    assert anna.sha256 == content_hash(anna.files)


def test_order_does_not_depend_on_the_file_system(course: Path, rules: Rules) -> None:
    for name in ("Борис", "anna", "B", "10", "9"):
        write(course / name, svm="x")
    assert [one.id for one in collect(course, rules)] == ["10", "9", "B", "anna", "zoe", "Борис"]


def test_a_folder_with_modules_at_its_top_is_one_submission(course: Path, rules: Rules) -> None:
    write(course / "zoe" / "helpers", tools="x")
    assert only(course / "zoe", rules).id == "zoe"


def test_a_folder_with_only_a_misnamed_module_is_one_submission(
    tmp_path: Path, rules: Rules
) -> None:
    """Its tests get `missing`, which tells the student more than an empty class would."""
    assert paths(only(write(tmp_path / "anna", swm="x"), rules)) == ["swm.py"]


def test_helpers_and_packages_are_kept_and_everything_else_is_not(
    course: Path, rules: Rules
) -> None:
    zoe = write(
        course / "zoe",
        helpers__tools="x",
        tests__test_svm="x",
        conftest="x",
        sitecustomize="x",
    )
    (zoe / "helpers" / "__init__.py").touch()
    write(zoe / "__pycache__", svm="x")
    write(zoe / ".venv" / "lib", numpy="x")
    write(zoe / "__MACOSX", _svm="x")
    for name in ("expect.yaml", "notes.txt", ".hidden.py", "svm.pyc", "svm.so", "pytest.ini"):
        (zoe / name).write_text("x")
    assert paths(only(zoe, rules)) == [
        "helpers/__init__.py",
        "helpers/tools.py",
        "svm.py",
    ]


def test_modules_may_lie_one_folder_down(course: Path, rules: Rules) -> None:
    anna = write(course / "anna" / "linear classifier", svm="x", softmax="y", pack__tools="z")
    write(anna.parent, outside="x")
    first, _ = collect(course, rules)
    assert isinstance(first, Submission)
    assert paths(first) == ["pack/tools.py", "softmax.py", "svm.py"]


def test_the_folder_with_most_modules_counts(course: Path, rules: Rules) -> None:
    write(course / "zoe" / "final", svm="x", softmax="y")
    assert paths(only(course / "zoe", rules)) == ["softmax.py", "svm.py"]


@pytest.mark.parametrize("other", ["first", "."])
def test_a_tie_is_rejected(course: Path, rules: Rules, other: str) -> None:
    write(course / "anna" / other, svm="x")
    write(course / "anna" / "second", svm="y")
    reason = rejected(course, rules)
    assert "several folders" in reason
    assert f"'{other}', 'second'" in reason


def test_modules_too_deep_are_rejected_not_missing(course: Path, rules: Rules) -> None:
    """`missing` would cost all points for a folder too many."""
    write(course / "anna" / "a" / "b", svm="x")
    assert "'a/b/svm.py' lies too deep" in rejected(course, rules)


def test_without_any_python_the_reason_names_the_modules(course: Path, rules: Rules) -> None:
    (course / "anna").mkdir()
    (course / "anna" / "report.pdf").write_bytes(b"%PDF")
    assert "it holds no .py file; expected svm.py, softmax.py" in rejected(course, rules)


def test_size_counts_the_kept_files_together(course: Path, rules: Rules) -> None:
    anna = write(course / "anna", svm="#" * 32 * 1024, softmax="#" * 32 * 1024)
    (anna / "data.bin").write_bytes(bytes(10**6))
    assert isinstance(collect(course, rules)[0], Submission)
    write(anna, zero="#")
    assert "larger than 64 KiB together (limit exceeded at 'zero.py')" in rejected(course, rules)


def test_a_sparse_giant_is_not_read_to_its_end(course: Path, rules: Rules) -> None:
    (course / "anna").mkdir()
    with (course / "anna" / "svm.py").open("wb") as file:
        file.truncate(2**41)
    assert "larger than 64 KiB" in rejected(course, rules)


def test_too_many_entries(course: Path, rules: Rules) -> None:
    anna = write(course / "anna", svm="x")
    for number in range(rules.entries):
        (anna / f"{number}.txt").touch()
    assert "more than 50 files and folders" in rejected(course, rules)


def test_too_deep(course: Path, rules: Rules) -> None:
    anna = write(course / "anna", svm="x")
    anna.joinpath(*"abcdefg").mkdir(parents=True)
    assert "'a/b/c/d/e/f/g' lies more than 6 folders deep" in rejected(course, rules)


@pytest.mark.parametrize("name", ["anna.tar.gz", "anna.rar", "anna.7z", "anna.ipynb"])
def test_what_cannot_be_read_is_refused_aloud(course: Path, rules: Rules, name: str) -> None:
    (course / name).write_bytes(b"x")
    assert f"'{name}' is neither a folder nor a .zip" in rejected(course, rules)
    assert collect(course, rules)[0].id == "anna"


def test_what_is_nobodys_submission_is_left_out(course: Path, rules: Rules) -> None:
    (course / "grades.csv").touch()
    (course / ".DS_Store").touch()
    (course / "__MACOSX").mkdir()
    assert [one.id for one in collect(course, rules)] == ["zoe"]


def test_a_wrong_path_is_a_usage_error(tmp_path: Path, rules: Rules) -> None:
    with pytest.raises(UsageError, match="Got nothing of that name"):
        collect(tmp_path / "nowhere", rules)
    (tmp_path / "file.txt").touch()
    with pytest.raises(UsageError, match="Got another kind of file"):
        collect(tmp_path / "file.txt", rules)


def test_an_empty_class_is_empty(tmp_path: Path, rules: Rules) -> None:
    assert collect(tmp_path, rules) == []


def test_nothing_is_run_or_parsed(course: Path, rules: Rules) -> None:
    """A file that no parser survives is bytes like any other."""
    for content in (b"\0" * 100, b"(" * 50_000, b"\xff\xfe", b"import os; os._exit(1)"):
        (course / "zoe" / "svm.py").write_bytes(content)
        assert only(course / "zoe", rules).files[0].content == content


def test_the_hash_is_over_paths_and_contents() -> None:
    one, two = SourceFile("a.py", b"b"), SourceFile("b.py", b"a")
    assert content_hash([one, two]) == content_hash([two, one])
    variants = [[one], [two], [one, two], [SourceFile("a.p", b"yb")], []]
    assert len({content_hash(files) for files in variants}) == len(variants)
    assert content_hash([]) == hashlib.sha256().hexdigest()
