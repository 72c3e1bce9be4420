"""A check is needed when it alone fails; a tolerance is held when a small error alone fails it."""

from grader.assignment import Mistake
from grader.model import FailedCheck, Outcome, SourceFile, Text, Verdict
from grader.proofs.cases import Case
from grader.proofs.checks import excused, loose, unneeded
from grader.proofs.sites import sites

SUITE = sites(
    [
        SourceFile(
            "test_part.py",
            b"def test_a(check):\n"
            b"    check.close(1, 2)\n"
            b"    check.that(True)\n"
            b"    check.number(1)  # unproven: a guard\n",
        )
    ]
)
CLOSE, THAT = 2, 3
MISTAKE = Mistake(
    name="off_by_one",
    functions=("module.f",),
    result=None,
    title=Text("", ""),
    hint=Text("", ""),
    twins=(),
    caught_by=("part/test_*",),
    source="",
    has_predicate=False,
)
WRONG = Case("wrong", "module.f", "", (), MISTAKE)
PROBE = Case("probe", "module.f", "", ())
CALLS = {"part/test_a": {"module.f"}, "part/test_b": {"module.g"}}


def outcome(*lines: int, soft: bool = False, test: str = "part/test_a") -> dict[str, Outcome]:
    failed = tuple(FailedCheck("test_part.py", line, soft) for line in lines)
    return {test: Outcome(test, Verdict.FAILED, failed_checks=failed)}


def test_a_check_that_alone_rejects_a_mistake_is_needed():
    surveyed = {WRONG: outcome(CLOSE, CLOSE)}
    assert [text for text in unneeded(SUITE, surveyed, CALLS) if "close" in str(text)] == []


def test_a_check_that_fails_only_beside_another_one_is_not():
    surveyed = {WRONG: outcome(CLOSE, THAT)}
    assert len(list(unneeded(SUITE, surveyed, CALLS))) == 2


def test_a_test_that_does_not_call_the_mistaken_function_proves_nothing():
    calls = {"part/test_a": {"module.g"}}
    assert len(list(unneeded(SUITE, {WRONG: outcome(CLOSE)}, calls))) == 2


def test_a_tolerance_is_held_by_a_small_error_alone():
    assert list(loose(SUITE, {PROBE: outcome(CLOSE, soft=True)}, CALLS)) == []
    assert len(list(loose(SUITE, {PROBE: outcome(CLOSE, soft=False)}, CALLS))) == 1
    assert len(list(loose(SUITE, {PROBE: outcome(CLOSE, THAT, soft=True)}, CALLS))) == 1


def test_an_excused_check_needs_no_proof_but_is_listed():
    assert all("number" not in str(text) for text in unneeded(SUITE, {}, CALLS))
    (line,) = excused(SUITE)
    assert str(line).endswith("check.number (test_a): a guard")
