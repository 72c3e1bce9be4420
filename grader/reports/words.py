"""The words for verdicts and statuses, in both languages, the same in every report."""

from __future__ import annotations

from collections.abc import Mapping

from grader.model import Status, Text, Verdict

VERDICTS: Mapping[Verdict, Text] = {
    Verdict.PASSED: Text("passed", "зачтено"),
    Verdict.PARTIAL: Text("partial", "частично"),
    Verdict.FAILED: Text("failed", "не зачтено"),
    Verdict.MISSING: Text("missing", "отсутствует"),
    Verdict.NOT_IMPLEMENTED: Text("not implemented", "не реализовано"),
    Verdict.ERROR: Text("error", "исключение"),
    Verdict.TIMEOUT: Text("timeout", "превышено время"),
    Verdict.MEMORY_LIMIT: Text("memory limit", "превышена память"),
    Verdict.CRASHED: Text("crashed", "аварийное завершение"),
    Verdict.PROTOCOL_ERROR: Text("protocol error", "нарушен протокол"),
    Verdict.NOT_RUN: Text("not run", "не запускалось"),
    Verdict.GRADER_ERROR: Text("grader error", "сбой проверки"),
}

STATUSES: Mapping[Status, Text] = {
    Status.GRADED: Text("graded", "проверено"),
    Status.REJECTED: Text("rejected", "не принято"),
    Status.INCOMPLETE: Text("incomplete", "проверено не до конца"),
}
