"""One submission in front of the judge: its worker, its imported modules, and fresh workers.

A worker that ended abnormally is never used again. The next test asks the host for a new one,
which imports the submission anew; a module whose import itself hangs or crashes is left out then.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import socket
import time
from dataclasses import dataclass, field
from pathlib import Path

from grader.judge import stops
from grader.judge.endings import StudentStopped
from grader.judge.host import Host
from grader.judge.job import Job
from grader.judge.output import DrainingChannel, Output
from grader.judge.process import MOST_CALLBACKS, TestProcess, checked_exception
from grader.judge.workers import Listener, ask
from grader.protocol import (
    Channel,
    ChannelClosed,
    DeadlineExceeded,
    Limits,
    ProtocolViolation,
)

_START_SECONDS = 60.0
_FACT_SECONDS = 5.0
FAULTS = (DeadlineExceeded, ChannelClosed, ProtocolViolation)


@dataclass
class Worker:
    """The channels to one worker, and what the kernel had counted when it was ready."""

    supervisor: Channel
    template: DrainingChannel
    output: Output
    memory_kills: int = 0


class WorkerLost(Exception):
    """The wall's own machinery failed: no worker came, or its supervisor does not answer."""


@dataclass
class Session:
    """All tests of one submission."""

    host: Host
    wall: Path
    job: Job
    deadline: float
    worker: Worker | None = None
    broken: dict[str, StudentStopped] = field(default_factory=dict)

    def open(self, listener: Listener, token: str) -> None:
        """Take the worker that was started for this submission."""
        self._prepare(self._meet(listener, token))

    def require(self, module: str) -> None:
        """End the test unless `module` was imported."""
        self._check_time()
        self._ensure_worker()
        if module in self.broken:
            raise self.broken[module].with_traceback(None)  # or it would keep every test's values

    def begin(self, seed: int, call_seconds: float, test_seconds: float) -> TestProcess:
        """A fresh process for one test; its random numbers start from a hash of `seed`."""
        self._check_time()
        worker = self._ensure_worker()
        ours, theirs = socket.socketpair()
        output = Output(self.job.limits["output_bytes"])
        deadline = min(self.deadline, time.monotonic() + test_seconds)
        with contextlib.suppress(*FAULTS):  # a template that is gone shows at the first call
            fds = (theirs.fileno(), output.write_fd)
            fork = {"op": "fork", "seed": _one_way(seed)}
            worker.template.send(fork, fds=fds, deadline=deadline)
        theirs.close()
        output.close_writing()
        channel = DrainingChannel.draining(ours, Limits(), output)
        return TestProcess(channel, output, call_seconds, deadline)

    def end(self, process: TestProcess) -> str:
        """End a test's process and sweep what it left; returns what it printed."""
        process.channel.close()
        if self.worker is not None:
            try:
                swept = ask(self.worker.supervisor, {"op": "sweep"}, _FACT_SECONDS)
            except FAULTS:
                swept = {"ok": False}
            if swept["ok"]:
                self.worker.memory_kills = int(swept["memory_kills"])  # those so far are settled
            else:
                self._discard()
        return process.output.finish()

    def stopped(self, fault: Exception, where: str, late: StudentStopped) -> StudentStopped:
        """The verdict for a fault, from the facts, `late` if it came too late; the worker goes."""
        kills = self._memory_kills()
        before = self.worker.memory_kills if self.worker else 0
        engine_says_memory = self._discard()
        if engine_says_memory or (kills is not None and kills > before):
            return stops.memory(where, self.job.limits["memory_mb"])
        if isinstance(fault, DeadlineExceeded):
            return late
        if isinstance(fault, ProtocolViolation):
            return stops.violation(where, str(fault))
        return stops.crashed(where)

    def too_late(self, process: TestProcess, where: str) -> StudentStopped:
        """The words for a call that did not end in time, by the limit that it met."""
        if process.callbacks > MOST_CALLBACKS:
            return stops.callback_storm(where, MOST_CALLBACKS)
        now = time.monotonic()
        if now >= self.deadline:
            return stops.out_of_time()
        if now >= process.deadline:
            return stops.test_timeout(where)
        return stops.timeout(where, process.call_seconds)

    def cpu_seconds(self, where: str) -> float:
        """CPU time of the worker so far, by the kernel's count."""
        worker = self._ensure_worker()
        try:
            return float(ask(worker.supervisor, {"op": "facts"}, _FACT_SECONDS)["cpu_seconds"])
        except FAULTS as fault:
            late = stops.timeout(where, _FACT_SECONDS)
            raise self.stopped(fault, where, late) from None

    def _check_time(self) -> None:
        if time.monotonic() >= self.deadline:
            raise stops.out_of_time()

    def _ensure_worker(self) -> Worker:
        while self.worker is None:
            listener = Listener(self.wall)
            token = self.host.start_worker(listener.name)
            self._prepare(self._meet(listener, token))
        return self.worker

    def _meet(self, listener: Listener, token: str) -> Channel:
        try:
            supervisor = listener.accept(token, time.monotonic() + _START_SECONDS)
            supervisor.receive(time.monotonic() + _START_SECONDS)  # "prepared"
        except FAULTS as fault:
            raise WorkerLost(f"no worker came: {type(fault).__name__}") from fault
        finally:
            listener.close()
        return supervisor

    def _prepare(self, supervisor: Channel) -> None:
        """Load the files, start the template and import every module that is not broken."""
        limits = self.job.limits
        ours, theirs = socket.socketpair()
        output = Output(limits["output_bytes"])
        request = {
            "op": "load",
            "files": self.job.files,
            "file_bytes": limits["file_bytes"],
            "open_files": limits["open_files"],
            "address_space": limits["address_space"],
        }
        template = DrainingChannel.draining(ours, Limits(), output)
        try:
            ask(supervisor, request, _START_SECONDS)
            ask(supervisor, {"op": "start"}, _START_SECONDS, (theirs.fileno(), output.write_fd))
            theirs.close()
            template.receive(time.monotonic() + _START_SECONDS)  # "ready": all so far was ours
            facts = ask(supervisor, {"op": "facts"}, _START_SECONDS)
        except FAULTS as fault:
            raise WorkerLost(f"the worker did not start: {type(fault).__name__}") from fault
        finally:
            theirs.close()
            output.close_writing()
        self.worker = Worker(supervisor, template, output, int(facts["memory_kills"]))
        self._import_all(template)

    def _import_all(self, template: DrainingChannel) -> None:
        for module in self.job.modules:
            if module in self.broken:
                continue
            seconds = self.job.limits["call_seconds"]
            try:
                self._import(template, module, min(self.deadline, time.monotonic() + seconds))
            except FAULTS as fault:
                where = f"import {module}"
                late = stops.import_timeout(where, seconds)
                if time.monotonic() >= self.deadline:
                    late = stops.out_of_time()
                self.broken[module] = self.stopped(fault, where, late)
                return  # the worker is gone; whoever needs one next gets a new one

    def _import(self, template: Channel, module: str, deadline: float) -> None:
        number = secrets.randbits(62)
        template.send({"op": "import", "id": number, "module": module}, deadline=deadline)
        reply = template.receive(deadline).message
        status = reply.get("status")
        if type(status) is not str or type(reply.get("id")) is not int or reply["id"] != number:
            raise ProtocolViolation("an answer to another import")
        if template.has_input():
            raise ProtocolViolation("two answers to one import")
        if status == "missing":
            self.broken[module] = stops.missing(f"{module}.py")
        elif status == "exception":
            exception = checked_exception(reply.get("exception"))
            where = f"import {module}"
            self.broken[module] = stops.raised(
                exception, where, importing=True, absent=self.job.absent
            )
        elif status != "ok":
            raise ProtocolViolation("an import has one of three outcomes")

    def _memory_kills(self) -> int | None:
        if self.worker is None:
            return None
        try:
            return int(ask(self.worker.supervisor, {"op": "facts"}, _FACT_SECONDS)["memory_kills"])
        except FAULTS:
            return None

    def _discard(self) -> bool:
        """Have the container removed; whether the engine says that it ran out of memory."""
        if self.worker is None:
            return False
        worker, self.worker = self.worker, None
        memory_killed = self.host.stop_worker()
        worker.supervisor.close()
        worker.template.close()
        os.close(worker.output.read_fd)
        return memory_killed


def _one_way(seed: int) -> int:
    """The student's seed in [0, 2⁶³): it tells nothing about the judge's, which it comes from."""
    digest = hashlib.sha256(f"the student's process {seed}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1
