"""Where things are inside, the same for every backend."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LIB: Final = "/opt/grader/lib"
"""The distributions that judge and worker import; append it to `sys.path`."""

CODE: Final = "/opt/grader/code"
"""The grader's own code; append it to `sys.path`."""

PYTHON: Final = "/usr/local/bin/python3"

JUDGE_UID: Final = 10001
WORKER_UID: Final = 10002
STUDENT_UID: Final = 10003

ENVIRONMENT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "MALLOC_MMAP_THRESHOLD_": "33554432",
        "MALLOC_TRIM_THRESHOLD_": "268435456",
    }
)
"""The environment of every process inside; the image's `ENV` says the same.

One BLAS thread; and memory that an array gave back is kept for the next one, as page faults cost
more than most of what students compute.
"""

_USERS: Final = {
    "root": 0,
    "judge": JUDGE_UID,
    "worker": WORKER_UID,
    "student": STUDENT_UID,
    "nobody": 65534,
}

PASSWD: Final = "".join(
    f"{name}:x:{uid}:{uid}::/tmp:/usr/sbin/nologin\n" for name, uid in _USERS.items()
)
GROUP: Final = "".join(f"{name}:x:{uid}:\n" for name, uid in _USERS.items())
