"""How the host, the judge and the worker talk: length-prefixed frames of plain values.

    prefix    magic, header length, number of buffers, length of each buffer
    header    one msgpack map; arrays in it are descriptions that point at a buffer
    buffers   the arrays' raw bytes

Nothing here unpickles, evaluates or allocates on the word of the other side: every length is
checked against `Limits` before a byte of it is read.
"""

from grader.protocol.channel import Channel, ChannelClosed, DeadlineExceeded, Frame
from grader.protocol.limits import Limits
from grader.protocol.values import (
    Function,
    Handle,
    ProtocolViolation,
    RandomGenerator,
    SharedArray,
    TooLarge,
    Unsupported,
)

__all__ = [
    "Channel",
    "ChannelClosed",
    "DeadlineExceeded",
    "Frame",
    "Function",
    "Handle",
    "Limits",
    "ProtocolViolation",
    "RandomGenerator",
    "SharedArray",
    "TooLarge",
    "Unsupported",
]
