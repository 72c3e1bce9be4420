"""The student's side of the wall: a supervisor that is ours, and processes that are the student's.

Theory of operation. A worker is one container (or jail) for one submission:

    supervisor (process 1, ours)        holds the control channel to the judge; runs no student code
    └── template (student's)            has imported the submission; answers on its own channel
        └── test process (student's)    a fork of the template for one test; answers on its own

The supervisor connects to the judge's socket, shows its one-time token, imports NumPy and waits.
Every channel of a student's process is one end of a socket pair that the judge made and sent over
(SCM_RIGHTS): student code never opens the socket's path, and the judge never takes a descriptor
from the student. Supervisor and student share a user, so the supervisor makes itself undumpable
(no other process may read or trace it), and as process 1 it cannot be killed from inside.

Whoever loses its channel ends: the supervisor with the judge, the student's processes with the
supervisor. What a student's process says is data and nothing more; facts (CPU time, memory kills)
are told by the supervisor, from the kernel.
"""

from grader.worker.supervisor import main

__all__ = ["main"]
