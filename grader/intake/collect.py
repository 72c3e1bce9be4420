"""`collect`: what students handed in, as values. Nothing of theirs is run or parsed.

One bad submission becomes `Rejected` with its reason and leaves the others alone.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from grader.errors import UsageError
from grader.intake.archive import opened_zip
from grader.intake.entries import Entry
from grader.intake.folder import list_folder
from grader.intake.layout import base_folder
from grader.intake.names import unique_ids
from grader.intake.rules import Refused, Rules, check_name, escaped
from grader.language import gettext as _
from grader.model import Rejected, SourceFile, Submission, Text

_log = logging.getLogger(__name__)

_ARCHIVES = (".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".ipynb")
"""What students hand in and this intake does not read: refused aloud, not passed over."""

_NOT_STUDENTS = frozenset({"__MACOSX", "__pycache__"})


def collect(path: Path, rules: Rules) -> list[Submission | Rejected]:
    """The submissions in `path`, sorted by name.

    `path` is a folder with one folder or `.zip` a student, or one submission itself: a `.zip`, or
    a folder that holds a module (or, with no folders or archives in it, any `.py`, or the answers
    to questions) at its top.
    """
    sources = _sources(path, rules)
    ids = unique_ids(_stem(source) for source in sources)
    return [_take(source, id, rules) for source, id in zip(sources, ids, strict=True)]


def _sources(path: Path, rules: Rules) -> list[Path]:
    path = path.resolve()
    if path.is_file() and _is_zip(path):
        return [path]
    if not path.is_dir():
        raise UsageError(
            _("{path}: submissions must be a folder or a .zip. Got {got}.").format(
                path=path,
                got=_("another kind of file") if path.exists() else _("nothing of that name"),
            ),
            hint=_("name a folder with one folder or .zip for each student"),
        )
    try:
        inside = sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        raise UsageError(
            _("{path}: cannot be read: {error}.").format(path=path, error=error.strerror)
        ) from error
    candidates = [entry for entry in inside if _is_candidate(entry)]
    names = {entry.name for entry in inside}
    if names & set(rules.modules) or (
        not candidates and any(name.endswith(".py") or name == rules.answers for name in names)
    ):
        return [path]
    for entry in inside:
        if entry not in candidates:
            _log.info("%s is no submission: left out", escaped(entry.name))
    return candidates


def _is_candidate(entry: Path) -> bool:
    if entry.name.startswith(".") or entry.name in _NOT_STUDENTS:
        return False
    return not stat.S_ISREG(entry.lstat().st_mode) or entry.name.lower().endswith(
        (".zip", *_ARCHIVES)
    )


def _is_zip(path: Path) -> bool:
    return path.name.lower().endswith(".zip")


def _stem(source: Path) -> str:
    return source.name if source.is_dir() and not source.is_symlink() else _without_ending(source)


def _without_ending(source: Path) -> str:
    name = source.name
    for ending in (".zip", *_ARCHIVES, ".tar"):
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
    return name


def _take(source: Path, id: str, rules: Rules) -> Submission | Rejected:
    try:
        check_name(source.name, rules)
        with _opened(source, rules) as entries:
            files = _keep(id, entries, rules)
        return Submission(id=id, files=files, sha256=content_hash(files))
    except Refused as refused:
        clause = refused.reason
    except OSError as error:
        clause = Text(
            en=f"it cannot be read ({os.strerror(error.errno or 0)})",
            ru=f"её не удалось прочитать ({os.strerror(error.errno or 0)})",
        )
    return Rejected(
        id=id,
        reason=Text(
            en=f"The submission was not accepted: {clause.en}.",
            ru=f"Работа не принята: {clause.ru}.",
        ),
    )


@contextmanager
def _opened(source: Path, rules: Rules) -> Iterator[list[Entry]]:
    mode = source.lstat().st_mode
    name = escaped(source.name)
    if stat.S_ISDIR(mode):
        yield list_folder(source, rules)
    elif stat.S_ISLNK(mode):
        raise Refused(f"{name} is a symbolic link", f"{name} — символическая ссылка")
    elif not stat.S_ISREG(mode):
        raise Refused(
            f"{name} is neither a folder nor a file", f"{name} — не папка и не обычный файл"
        )
    elif not _is_zip(source):
        raise Refused(
            f"{name} is neither a folder nor a .zip", f"{name} — не папка и не архив .zip"
        )
    else:
        with opened_zip(source, rules) as entries:
            yield entries


def _keep(id: str, entries: Iterable[Entry], rules: Rules) -> tuple[SourceFile, ...]:
    """Read the `.py` files below the folder that holds the modules, and the answers beside them."""
    entries = sorted(entries, key=lambda entry: entry.path.parts)
    answers = [entry for entry in entries if entry.path.name == rules.answers]
    sources = [entry for entry in entries if entry.path.suffix == ".py"]
    if not sources and not answers:
        raise Refused(
            f"it holds no .py file; expected {', '.join(rules.modules)}",
            f"в ней нет ни одного файла .py; ожидались {', '.join(rules.modules)}",
        )
    _refuse_clashes([entry.path for entry in (*sources, *answers)])
    base = _base(sources, answers, rules)
    kept = [entry for entry in sources if entry.path.is_relative_to(base)]
    beside = [entry for entry in answers if entry.path.parent == base]
    if left_out := len(entries) - len(kept) - len(beside):
        _log.info("%s: %d other files left out", escaped(id), left_out)
    files = [SourceFile(entry.path.name, entry.read(rules.answers_kb * 1024)) for entry in beside]
    left = rules.submission_kb * 1024
    for entry in kept:
        content = entry.read(left + 1)
        left -= len(content)
        if left < 0:
            raise _too_large(entry, rules)
        files.append(SourceFile(entry.path.relative_to(base).as_posix(), content))
    return tuple(sorted(files, key=lambda file: PurePosixPath(file.path).parts))


def _base(sources: Sequence[Entry], answers: Sequence[Entry], rules: Rules) -> PurePosixPath:
    """The folder of the modules; where there is no Python at all, that of the answers."""
    if sources or rules.answers is None:
        return base_folder((entry.path for entry in sources), rules.modules)
    return base_folder((entry.path for entry in answers), (rules.answers,))


def _refuse_clashes(paths: Sequence[PurePosixPath]) -> None:
    """No path twice, and no file where another path needs a folder."""
    seen = Counter(paths)
    parents = {parent for path in paths for parent in path.parents}
    if clashes := [path for path, times in seen.items() if times > 1 or path in parents]:
        name = escaped(str(min(clashes)))
        raise Refused(f"{name} is in it twice", f"{name} встречается в ней дважды")


def _too_large(entry: Entry, rules: Rules) -> Refused:
    name = escaped(str(entry.path))
    return Refused(
        f"its .py files are larger than {rules.submission_kb} KiB together (limit exceeded at "
        f"{name})",
        f"её файлы .py вместе больше {rules.submission_kb} КиБ (предел превышен на файле {name})",
    )


def content_hash(files: Iterable[SourceFile]) -> str:
    """SHA-256 over the paths and contents of `files`, sorted by path."""
    total = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.path):
        for field in (file.path.encode(), file.content):
            total.update(len(field).to_bytes(8, "big") + field)
    return total.hexdigest()
