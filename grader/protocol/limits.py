"""What a frame may be. A frame beyond a limit is a violation, whoever sent it."""

from __future__ import annotations

from dataclasses import dataclass

DTYPES = frozenset("?bBhHiIlLqQfd")
"""Type characters that may cross: bool, signed and unsigned 8 to 64 bits, float 32 and 64."""

MAX_DIMENSIONS = 8
MAX_DEPTH = 32


@dataclass(frozen=True)
class Limits:
    """Caps in bytes; `buffers` counts arrays of more than a few elements, `items` all values."""

    header: int = 8 * 2**20
    buffers: int = 65_535
    payload: int = 256 * 2**20
    items: int = 1_000_000


TRUSTED = Limits(header=64 * 2**20, payload=2**31, items=10_000_000)
"""Between the host and the judge, which are both ours."""
