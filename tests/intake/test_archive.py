"""A zip is believed in nothing: not in its names, its sizes, its kinds or its length."""

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.intake import Rules, collect
from grader.intake.archive import opened_zip
from grader.model import Rejected, Submission

RULES = Rules(modules=("svm.py", "softmax.py"), submission_kb=64, entries=50, depth=6)


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = 8) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression=method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return buffer.getvalue()


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def take(course: Path, content: bytes) -> Submission | Rejected:
    """What becomes of `content` as anna.zip; zoe beside it must not notice."""
    (course / "anna.zip").write_bytes(content)
    anna, zoe = collect(course, RULES)
    assert isinstance(zoe, Submission)
    assert anna.id == "anna"
    return anna


def reason(course: Path, content: bytes) -> str:
    found = take(course, content)
    assert isinstance(found, Rejected), found
    assert found.reason.ru.startswith("Работа не принята: ")
    assert found.reason.en.isprintable()
    return found.reason.en


def test_a_zip_is_like_its_folder(course: Path) -> None:
    anna = take(
        course,
        zipped(
            ("anna/", b""),
            ("anna/svm.py", b"x = 1"),
            ("anna/pack/tools.py", b"y"),
            ("anna/report.pdf", b"%PDF"),
            ("__MACOSX/anna/._svm.py", b"resource fork"),
        ),
    )
    assert isinstance(anna, Submission)
    assert [(file.path, file.content) for file in anna.files] == [
        ("pack/tools.py", b"y"),
        ("svm.py", b"x = 1"),
    ]
    folder = course / "folder" / "anna"
    (folder / "pack").mkdir(parents=True)
    (folder / "svm.py").write_bytes(b"x = 1")
    (folder / "pack" / "tools.py").write_bytes(b"y")
    (twin,) = collect(folder, RULES)
    assert isinstance(twin, Submission)
    assert twin.sha256 == anna.sha256


def test_one_zip_alone_is_one_submission(tmp_path: Path) -> None:
    (tmp_path / "Anna.ZIP").write_bytes(zipped(("svm.py", b"x")))
    (found,) = collect(tmp_path / "Anna.ZIP", RULES)
    assert isinstance(found, Submission)
    assert found.id == "Anna"


def test_backslashes_are_separators(course: Path) -> None:
    anna = take(course, zipped(("work\\svm.py", b"x"), ("work\\pack\\a.py", b"y")))
    assert isinstance(anna, Submission)
    assert [file.path for file in anna.files] == ["pack/a.py", "svm.py"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("../svm.py", "'../svm.py' leads out of the archive"),
        ("a/../../svm.py", "leads out of the archive"),
        ("..\\svm.py", "leads out of the archive"),
        ("__MACOSX/../../svm.py", "leads out of the archive"),
        ("/etc/svm.py", "'/etc/svm.py' is an absolute path"),
        ("\\\\host\\share\\svm.py", "is an absolute path"),
        ("C:\\svm.py", "is an absolute path"),
        ("c:svm.py", "is an absolute path"),
        ("bad\nname.py", "holds the control character U+000A"),
        ("\x1b[31mred.py", "holds the control character U+001B"),
        ("evil\u202eyp.exe", "holds the control character U+202E"),
        ("x" * 300, "is longer than 255 bytes"),
        ("a/b/c/d/e/f/g.py", "lies more than 6 folders deep"),
    ],
)
def test_a_name_that_breaks_a_rule(course: Path, name: str, rule: str) -> None:
    assert rule in reason(course, zipped(("svm.py", b"x"), (name, b"x")))


def test_a_nul_in_a_name(course: Path) -> None:
    content = zipped(("svm.py", b"x"), ("helper@py.py", b"x")).replace(b"helper@", b"helper\0")
    assert "U+0000" in reason(course, content)


def test_a_name_that_is_not_utf8(course: Path) -> None:
    content = zipped(("svm.py", b"x"), ("имя.py", b"x")).replace("имя".encode(), b"\xff" * 6)
    assert "not a readable zip" in reason(course, content)


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (stat.S_IFLNK | 0o777, "'svm.py' is a symbolic link"),
        (stat.S_IFIFO | 0o644, "'svm.py' is not a regular file"),
        (stat.S_IFCHR | 0o644, "'svm.py' is not a regular file"),
        (stat.S_IFREG | 0o4755, "'svm.py' has the set-uid"),
    ],
)
def test_special_files(course: Path, kind: int, rule: str) -> None:
    assert rule in reason(course, zipped((special("svm.py", kind), b"/etc/passwd")))


def test_an_encrypted_file(course: Path) -> None:
    content = bytearray(zipped(("svm.py", b"x")))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + offset] |= 1
    assert "'svm.py' is encrypted" in reason(course, bytes(content))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_cannot_be_read_piecewise(course: Path, method: int) -> None:
    assert "other than deflate" in reason(course, zipped(("svm.py", b"x" * 100), method=method))


def test_a_bomb_is_stopped_by_the_bytes_read(course: Path) -> None:
    assert "larger than 64 KiB" in reason(course, zipped(("svm.py", bytes(50_000_000))))


@pytest.mark.parametrize("claim", [1, 0, 2**31])
def test_what_headers_claim_does_not_count(course: Path, claim: int) -> None:
    """A bomb that claims to be small, and a small file that claims to be huge, are both refused."""
    content = bytearray(zipped(("svm.py", bytes(1_000_000))))
    for mark, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        struct.pack_into("<I", content, content.index(mark) + offset, claim)
    assert isinstance(take(course, bytes(content)), Rejected)


def test_a_read_never_exceeds_its_limit(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("svm.py", bytes(10_000))))
    with opened_zip(tmp_path / "a.zip", RULES) as (entry,):
        assert len(entry.read(10)) == 10


def test_a_bomb_that_is_not_kept_is_not_unpacked(course: Path) -> None:
    assert isinstance(
        take(course, zipped(("svm.py", b"x"), ("data.npy", bytes(50_000_000)))), Submission
    )


def test_many_files_count_together(course: Path) -> None:
    entries = [(f"m{number}.py", bytes(3000)) for number in range(30)]
    assert "larger than 64 KiB" in reason(course, zipped(("svm.py", b"x"), *entries))


def test_too_many_entries(course: Path) -> None:
    entries = [(f"{number}.txt", b"") for number in range(60)]
    assert "more than 50 files" in reason(course, zipped(("svm.py", b"x"), *entries))


def test_a_million_entries_are_not_even_listed(course: Path) -> None:
    """The table of contents is read up to a cap, before there is an object for each entry."""
    record = struct.pack(
        "<4s4B4HL2L5H2L", b"PK\1\2", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0
    )
    directory = (record + b"x") * 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFE, 0xFFFE, len(directory), 0, 0)
    assert "too many files" in reason(course, directory + end)


def test_the_same_name_twice(course: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = zipped(("svm.py", b"x"), ("svm.py", b"y"))
    assert "'svm.py' is in it twice" in reason(course, content)
    assert "'svm.py' is in it twice" in reason(course, zipped(("svm.py", b"x"), ("./svm.py", b"y")))


def test_a_file_in_the_place_of_a_folder(course: Path) -> None:
    content = zipped(("svm.py", b"x"), ("a.py", b"x"), ("a.py/b.py", b"y"))
    assert "'a.py' is in it twice" in reason(course, content)


@pytest.mark.parametrize("content", [b"", b"PK\5\6", b"not a zip", os.urandom(1000)])
def test_what_is_no_zip(course: Path, content: bytes) -> None:
    assert "not a readable zip archive" in reason(course, content)


@pytest.mark.parametrize(
    ("method", "error"), [(zipfile.ZIP_STORED, "BadZipFile"), (zipfile.ZIP_DEFLATED, "error")]
)
def test_a_damaged_file(course: Path, method: int, error: str) -> None:
    content = bytearray(zipped(("svm.py", bytes(range(256))), method=method))
    content[36:40] = b"\xff" * 4
    assert f"not a readable zip archive ({error})" in reason(course, bytes(content))


def test_an_offset_before_the_start(course: Path) -> None:
    content = bytearray(zipped(("svm.py", b"x")))
    struct.pack_into("<I", content, len(content) - 6, 2**31)
    assert "not a readable zip archive (BadZipFile)" in reason(course, bytes(content))


GOOD = zipped(("svm.py", b"x = 1\n" * 20), ("pack/tools.py", b"y = 2\n"), ("notes.txt", b"n"))

SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@SAME_FOLDER
@given(data=st.data())
def test_a_mangled_zip_is_accepted_or_rejected_never_more(
    course: Path, data: st.DataObject
) -> None:
    """Bytes changed, cut or put in anywhere: no exception gets out, and zoe is untouched."""
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        patch = data.draw(st.binary(max_size=6))
        content[at : at + data.draw(st.integers(0, 6))] = patch
    take(course, bytes(content) or b"x")


NAME = st.characters(codec="utf-8", exclude_characters="\0")
"""What `zipfile` is able to write; a NUL has a test of its own."""


@SAME_FOLDER
@given(names=st.lists(st.text(NAME, min_size=1, max_size=40), max_size=6, unique=True))
def test_odd_names_never_lead_outside(course: Path, names: list[str]) -> None:
    """Whatever the names are, what is kept has plain relative paths that can be shown."""
    found = take(course, zipped(("svm.py", b"x"), *((f"{name}.py", b"y") for name in names)))
    if isinstance(found, Submission):
        for file in found.files:
            assert not file.path.startswith(("/", "\\"))
            assert ".." not in file.path.split("/")
            assert not any(ord(character) < 32 for character in file.path)
