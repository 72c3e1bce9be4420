"""Pulling ends soon where no registry answers; the engine is a small server of the test's."""

from __future__ import annotations

import socketserver
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event, Thread

import pytest
from docker import DockerClient

from grader.sandbox.runtime.pull import pull_image

Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def engine(folder: Path, answer: Answer) -> Iterator[DockerClient]:
    """An engine that answers a pull with `answer`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1.41/images/create?fromImage=python&tag=3.11-slim"
            answer(self)

        def log_message(self, *_: object) -> None: ...

        def address_string(self) -> str:
            return "test"

    with socketserver.ThreadingUnixStreamServer(str(folder / "engine"), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        client = DockerClient(base_url=f"unix://{folder}/engine", version="1.41")
        try:
            yield client
        finally:
            client.close()
            server.shutdown()
            thread.join()


def _says(status: int, *lines: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.end_headers()
        for line in lines:
            request.wfile.write(f"{line}\r\n".encode())

    return answer


def test_a_pull_that_works(tmp_path: Path) -> None:
    lines: list[str] = []
    with engine(tmp_path, _says(200, '{"status": "Pulling"}', '{"status": "Done"}')) as client:
        assert pull_image(client, "python:3.11-slim", lines.append)
    assert lines == ["pulling python:3.11-slim…"]


@pytest.mark.parametrize(
    "answer",
    [
        _says(500, '{"message": "dial tcp: no such host"}'),
        _says(200, '{"status": "Pulling"}', '{"error": "dial tcp: no such host"}'),
    ],
    ids=["at once", "on the way"],
)
def test_a_pull_that_fails_says_why(tmp_path: Path, answer: Answer) -> None:
    lines: list[str] = []
    with engine(tmp_path, answer) as client:
        assert not pull_image(client, "python:3.11-slim", lines.append)
    assert lines[1:] == ["python:3.11-slim could not be pulled: dial tcp: no such host"]


@pytest.mark.parametrize("started", [False, True], ids=["at once", "on the way"])
def test_silence_ends_a_pull(tmp_path: Path, started: bool) -> None:
    """The grader hangs up, and thereby the engine stops pulling."""
    hung_up = Event()

    def answer(request: BaseHTTPRequestHandler) -> None:
        if started:
            _says(200, '{"status": "Pulling"}')(request)
        assert request.rfile.read(1) == b""
        hung_up.set()

    lines: list[str] = []
    with engine(tmp_path, answer) as client:
        assert not pull_image(client, "python:3.11-slim", lines.append, silence=0.1)
        assert hung_up.wait(10)
    assert "timed out" in lines[1].lower()


@pytest.mark.parametrize("status", [502, 200])
def test_an_answer_that_is_no_json_is_a_failure(tmp_path: Path, status: int) -> None:
    """A proxy in between may answer in its own words."""
    with engine(tmp_path, _says(status, "<html>Bad gateway</html>")) as client:
        assert not pull_image(client, "python:3.11-slim", lambda line: None)
