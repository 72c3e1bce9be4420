"""The judge's end of its channel to the host, which alone starts and stops containers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grader.protocol import Channel


@dataclass(frozen=True)
class Host:
    """Requests to the host. The host answers within the life of the channel."""

    channel: Channel

    def start_worker(self, socket_name: str) -> str:
        """Have a fresh worker connect to `socket_name`; returns the token that it will show."""
        self.channel.send({"op": "start_worker", "socket": socket_name})
        return str(self.channel.receive().message["token"])

    def stop_worker(self) -> bool:
        """Have the worker's container removed; whether the engine says it ran out of memory."""
        self.channel.send({"op": "stop_worker"})
        return bool(self.channel.receive().message["memory_killed"])

    def tell(self, message: dict[str, Any]) -> None:
        """Send a message that needs no answer."""
        self.channel.send(message)
