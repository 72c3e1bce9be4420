"""The program in Russian: what it says, and what stays the same in any language."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from grader.cli.options import chosen_language
from tests.cli.command import grader
from tests.walls import ROOT, open_wall

COMMANDS = ["grade", "validate", "handout", "replay", "image", "data"]
PERFECT = ROOT / "tests" / "submissions" / "perfect"


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {}, "en"),
        (["--lang", "ru"], {}, "ru"),
        (["grade", "--lang=ru"], {}, "ru"),
        (["--lang", "en"], {"GRADER_LANG": "ru", "LANG": "ru_RU.UTF-8"}, "en"),
        (["--lang", "ru", "grade", "--lang", "en"], {}, "en"),
        (["--lang", "fr"], {"LANG": "ru_RU.UTF-8"}, "en"),
        (["--", "--lang", "ru"], {}, "en"),
        (["grade", "--lang"], {"GRADER_LANG": "ru"}, "ru"),
        ([], {"GRADER_LANG": "ru", "LANG": "en_GB.UTF-8"}, "ru"),
        ([], {"GRADER_LANG": "en", "LANG": "ru_RU.UTF-8"}, "en"),
        ([], {"GRADER_LANG": "", "LANG": "ru_RU.UTF-8"}, "ru"),
        ([], {"LC_ALL": "ru_RU.UTF-8", "LANG": "en_GB.UTF-8"}, "ru"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "ru", "LANG": "en_GB.UTF-8"}, "ru"),
        ([], {"LC_MESSAGES": "", "LANG": "ru_UA"}, "ru"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language(arguments: list[str], environ: dict[str, str], language: str) -> None:
    assert chosen_language(arguments, environ) == language


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_both_languages(command: str) -> None:
    english = grader(command, "--help").stdout
    russian = grader(command, "--help", "--lang", "ru").stdout
    for text, words in (
        (english, ("Usage: ", "[OPTIONS]", "Options:", "Examples:", "Show this message")),
        (russian, ("Использование: ", "[ПАРАМЕТРЫ]", "Параметры:", "Примеры:", "Показать эту")),
    ):
        assert [word for word in words if word not in text] == []
        assert f"grader {command}" in text
        assert "--lang <en|ru>" in text
    assert not re.search(r"\b(the|of|and|default|required|env var)\b", russian)


def test_the_list_of_commands_in_russian() -> None:
    done = grader(GRADER_LANG="ru")
    assert done.returncode == 2
    assert "Команды:\n" in done.stderr
    for command in COMMANDS:
        assert re.search(rf"^  {command} +[А-Я]", done.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade"], "не хватает аргумента assignment"),
        (["grade", "a", "b", "c"], "здесь уже ничего не может следовать. Получено: c"),
        (["grade", "a", "b", "--no"], "нет параметра --no"),
        (["grade", "a", "b", "--out"], "параметру --out нужно значение"),
        (["grade", "a", "b", "--lanes", "0"], "для --lanes нужно значение не меньше 1"),
        (["grade", "a", "b", "--lanes", "65"], "для --lanes нужно значение не больше 64"),
        (["grade", "a", "b", "--lanes", "x"], "для --lanes нужно целое число"),
        (["graed"], "Нет команды 'graed'. Может быть, 'grade'?"),
    ],
)
def test_a_wrong_command_line(arguments: list[str], said: str) -> None:
    """Each sentence of typer's that we know; a new version that says it otherwise fails here."""
    done = grader(*arguments, GRADER_LANG="ru")
    assert done.returncode == 2
    assert f"Ошибка: {said}" in done.stderr.splitlines()
    assert not re.search("error|hint|usage", done.stderr, re.IGNORECASE)


def test_a_wrong_command_line_shows_how_it_is_called() -> None:
    usage, what, empty, hint = grader("grade", "--lang", "ru").stderr.rstrip("\n").split("\n")
    assert re.match(r"Использование: .* grade \[ПАРАМЕТРЫ\]", usage)
    assert what.startswith("Ошибка: ")
    assert not empty
    assert re.match(r"Подсказка: посмотрите `.* grade --help`$", hint)


@pytest.mark.parametrize(
    ("arguments", "environ"), [(["--lang", "fr"], {}), ([], {"GRADER_LANG": "fr"})]
)
def test_a_language_that_is_none(arguments: list[str], environ: dict[str, str]) -> None:
    done = grader("image", *arguments, **environ)
    assert done.returncode == 2
    assert "error: --lang must be one of 'en', 'ru'. Got 'fr'" in done.stderr


def test_errors_and_hints_in_russian(tmp_path: Path) -> None:
    done = grader("grade", "no_such_assignment", tmp_path, "--lang", "ru")
    assert done.returncode == 2
    what, empty, hint = done.stderr.rstrip("\n").split("\n")
    assert what.startswith("Ошибка: Нет такого задания: 'no_such_assignment'.")
    assert not empty
    assert hint.startswith("Подсказка: запустите программу из корня проекта")


def test_a_broken_assignment_in_russian(tmp_path: Path) -> None:
    (tmp_path / "assignment.yaml").write_text("title: {en: Title}\nparts: []\n", encoding="utf-8")
    done = grader("validate", tmp_path, "--lang", "ru")
    assert done.returncode == 2
    said = done.stderr.replace(str(tmp_path), "")
    assert "assignment.yaml, строка 1: title.ru: это обязательный ключ. Получено: ничего." in said
    assert "parts: значение не может быть пустым. Получено: []." in said


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of one, graded in Russian under bwrap; the folder has its output and results."""
    open_wall("bwrap").close()
    folder = tmp_path_factory.mktemp("russian")
    shutil.copytree(PERFECT, folder / "class" / "anna")
    (folder / "class" / "boris.zip").write_bytes(b"this is no zip")
    done = grader(
        "grade", "linear_classifier", folder / "class", "--sandbox", "bwrap", "--lang", "ru",
        "--out", folder / "out",
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    (folder / "stdout").write_text(done.stdout)
    (folder / "stderr").write_text(done.stderr)
    return folder


def test_grading_in_russian(russian: Path) -> None:
    said = (russian / "stderr").read_text()
    assert "linear_classifier: 2 работы, песочница bwrap\n" in said
    assert re.search(r"^\[1/1\] anna: [\d.]+ / 100 \([\d.]+ с\)$", said, re.MULTILINE)
    table = (russian / "stdout").read_text()
    for word in ("работа", "балл", "тесты", "зачтено", "не принято", "среднее"):
        assert word in table
    for word in ("submission ", "score", "tests", "passed", "rejected", "mean"):
        assert word not in table


def test_reports_do_not_depend_on_the_language(russian: Path, tmp_path: Path) -> None:
    """All but what may differ between any two runs: byte for byte the same."""
    done = grader(
        "grade", "linear_classifier", russian / "class", "--sandbox", "bwrap", "--lang", "en",
        "--out", tmp_path,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "2 submissions, sandbox bwrap" in done.stderr
    for one in ("anna", "boris"):
        for name in ("result.json", "student.json"):
            first, second = (
                json.loads((out / one / name).read_text()) for out in (russian / "out", tmp_path)
            )
            first.pop("volatile", None)
            second.pop("volatile", None)
            assert first == second


def test_replay_in_russian(russian: Path) -> None:
    result = russian / "out" / "anna" / "result.json"
    tests = json.loads(result.read_text())["tests"]
    test = next(one["id"] for one in tests if one["verdict"] == "passed")
    done = grader("replay", result, test, russian / "class", "--sandbox", "bwrap", "--lang", "ru")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"тест: {test}\nвердикт: passed\nбалл: ")


def test_replay_of_what_is_no_report(tmp_path: Path) -> None:
    done = grader("replay", tmp_path / "none.json", "svm/test", tmp_path, "--lang", "ru")
    assert done.returncode == 2
    assert "none.json: не удалось прочитать: " in done.stderr


@pytest.mark.parametrize("target", ["grade", "validate", "image", "data"])
def test_make_passes_the_language_on(target: str) -> None:
    told, silent = (
        subprocess.run(
            ["make", "--dry-run", target, f"REPORT_LANG={language}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for language in ("ru", "")
    )
    assert re.search(rf"grader {target} .*--lang ru", told)
    assert "--lang" not in silent
