"""A running bwrap, in a control group where there is one."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import threading

from grader.sandbox.cgroup import Group
from grader.sandbox.children import Child, LogFile

_JOIN = 'for group in $GROUPS_TO_JOIN; do echo $$ > "$group" || exit 70; done; exec "$@"'


class Jail:
    """A running bwrap; killing the first process inside ends all of them."""

    def __init__(
        self, command: list[str], log: LogFile, *, frames: bool, group: Group | None
    ) -> None:
        self._lock = threading.Lock()
        self._status, theirs = os.pipe()
        command = [command[0], "--json-status-fd", str(theirs), *command[1:]]
        environment = {}
        if group is not None:
            environment["GROUPS_TO_JOIN"] = " ".join(group.procs())
            command = ["/bin/sh", "-c", _JOIN, "join", *command]
        try:
            self.child = Child(command, environment, log, frames=frames, pass_fds=[theirs])
        except BaseException:
            os.close(self._status)
            raise
        finally:
            os.close(theirs)

    def kill(self) -> None:
        """Kill process 1 of the jail, and then bwrap itself."""
        with self._lock:
            if self._status >= 0:
                status = os.read(self._status, 4096).split(b"\n")[0]  # bwrap writes it at once
                os.close(self._status)
                self._status = -1
                with contextlib.suppress(ValueError, KeyError, ProcessLookupError):
                    os.kill(int(json.loads(status)["child-pid"]), signal.SIGKILL)
            self.child.kill()
