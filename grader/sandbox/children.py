"""Child processes of the host, for the sandboxes that have no engine."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence

from grader.errors import InfrastructureError
from grader.language import Message
from grader.language import gettext as _

_TAIL = 16 * 2**10


@contextlib.contextmanager
def starting(what: Message) -> Iterator[None]:
    """The system's refusal to start `what` becomes an InfrastructureError."""
    try:
        yield
    except OSError as error:
        raise InfrastructureError(
            _("{what} could not be started: {error}").format(what=what, error=error),
            hint=_(
                "free space in the folder for temporary files, or raise the limits of this user "
                "on processes and open files (`ulimit -u`, `ulimit -n`)"
            ),
        ) from error


class LogFile:
    """Where children print to; deleted when it is closed, but for its last lines."""

    def __init__(self) -> None:
        self._last = ""
        self._file = tempfile.TemporaryFile(prefix="grader-log-")  # noqa: SIM115  (lives with us)

    def fileno(self) -> int:
        """The descriptor for children."""
        return self._file.fileno()

    def tail(self) -> str:
        """The last lines."""
        if self._file.closed:
            return self._last
        size = os.fstat(self._file.fileno()).st_size
        return os.pread(self._file.fileno(), _TAIL, max(0, size - _TAIL)).decode("utf-8", "replace")

    def close(self) -> None:
        """Keep the last lines only."""
        self._last = self.tail()
        self._file.close()


class Child:
    """A child in a session of its own, with or without frames on its standard streams."""

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        log: LogFile,
        *,
        frames: bool = False,
        pass_fds: Sequence[int] = (),
    ) -> None:
        self.process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE if frames else subprocess.DEVNULL,
            stdout=subprocess.PIPE if frames else log.fileno(),
            stderr=log.fileno(),
            start_new_session=True,
            pass_fds=pass_fds,
            bufsize=0,
        )
        self._lock = threading.Lock()

    def frame_fds(self) -> tuple[int, int]:
        """Descriptors to read frames from and to write them to; the caller closes them."""
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise ValueError("this child has no frames on its standard streams")
        fds = os.dup(stdout.fileno()), os.dup(stdin.fileno())
        stdin.close()
        stdout.close()
        return fds

    def kill(self) -> None:
        """Kill the child and what is left of its session, and collect it.

        Nobody else may collect it: until then its number is its session's, even if it is dead.
        """
        with self._lock:
            if self.process.returncode is None:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
