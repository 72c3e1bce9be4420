"""A sandbox without processes, for tests: a thread plays the judge from a script of verdicts."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any

from grader.protocol import Channel, ChannelClosed
from grader.protocol.limits import TRUSTED
from grader.sandbox.contract import WorkerLimits


class FakeWorker:
    """Does nothing."""

    def memory_killed(self) -> bool:
        return False

    def stop(self) -> None:
        pass


class FakeLane:
    """Answers every submission with the scripted outcomes; closes the channel on "die"."""

    address_space = None

    def __init__(self, script: Mapping[str, Any]) -> None:
        ours, theirs = socket.socketpair()
        self.channel = Channel.over(ours, TRUSTED)
        self._judge = Channel.over(theirs, TRUSTED)
        self._script = script
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def start_worker(self, socket: str, token: str) -> FakeWorker:
        return FakeWorker()

    def log(self) -> str:
        return "a fake judge prints nothing"

    def close(self) -> None:
        self.channel.close()

    def _serve(self) -> None:
        with contextlib.suppress(ChannelClosed):
            tests = list(self._judge.receive().message["tests"])
            self._judge.send({"op": "ready", "tests": tests, "socket": "w-0"})
            while True:
                request = self._judge.receive().message
                if self._script.get("die"):
                    return self._judge.close()
                self._judge.send({"op": "started", "socket": "w-1"})
                found = [
                    {"metadata": {"test": test, "seconds": 0.0, **self._script["outcomes"][test]}}
                    for test in request["job"]["seeds"]
                ]
                self._judge.send({"op": "done", "report": {"tests": found}})
                self._judge.send({"op": "ended", "status": 0})


class FakeSandbox:
    """Opens fake lanes."""

    name = "fake"
    image = None
    python = "3.11.0"
    numpy = "2.0.0"

    def __init__(self, script: Mapping[str, Any]) -> None:
        self.script = script

    def open_lane(self, limits: WorkerLimits) -> FakeLane:
        return FakeLane(self.script)

    def close(self) -> None:
        pass
