"""Downloads from a real server on this machine: whole, cut, resumed, altered, refused, absent."""

import hashlib
import io
import os
import socket
import tarfile
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from grader.data import cifar10
from grader.data.download import CHUNK, OFFICIAL, Source, download
from grader.errors import DataUnavailable


@pytest.fixture(scope="module")
def files():
    """The contents of the six files, ten random images each: gzip cannot shrink them."""
    rng = np.random.default_rng(1)
    records = rng.integers(0, 256, (6, 10, cifar10.RECORD), dtype=np.uint8)
    records[:, :, 0] %= 10
    return {name: part.tobytes() for name, part in zip(cifar10.FILES, records, strict=True)}


def pack(files, folder=cifar10.FOLDER, extra=()):
    """A tar.gz of `files` in `folder`, and of `extra` members."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, content in [(f"{folder}/{name}", files[name]) for name in files]:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for member in extra:
            archive.addfile(member)
    return packed.getvalue()


@pytest.fixture(scope="module")
def archive(files):
    return pack(files)


class Server:
    """Serves `content`; each entry of `behaviours` is for one request, in turn, then "whole"."""

    def __init__(self, content):
        self.content = content
        self.behaviours = []
        self.ranges = []
        self.ranges_supported = True

    def answer(self, request):
        self.ranges.append(request.headers.get("Range"))
        behaviour = self.behaviours.pop(0) if self.behaviours else "whole"
        start = 0
        if self.ranges_supported and self.ranges[-1]:
            start = int(self.ranges[-1].removeprefix("bytes=").removesuffix("-"))
        if behaviour == "hang up":
            return
        if isinstance(behaviour, int) and behaviour >= 400:
            request.send_error(behaviour)
            return
        body = self.content[start:]
        request.send_response(206 if start else 200)
        if behaviour != "unknown length":
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        half = len(body) // 2 if behaviour == "cut" else len(body)
        request.wfile.write(body[:half])


@pytest.fixture
def server(archive):
    """A server of the archive; `server.source` says where it is and what it must be."""
    state = Server(archive)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            state.answer(self)

        def log_message(self, *args):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        url = f"http://127.0.0.1:{http.server_address[1]}/cifar-10-binary.tar.gz"
        state.source = Source(url, len(archive), hashlib.sha256(archive).hexdigest())
        yield state
        http.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def destination(tmp_path):
    return tmp_path / "cache" / "cifar10"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names(folder):
    return [path.name for path in folder.iterdir()]


def part_of(destination):
    return destination / "cifar-10-binary.tar.gz.part"


def test_the_six_files_arrive_and_nothing_else_is_left(server, destination, files):
    folder = download(destination, server.source)

    assert folder == destination / "cifar-10-batches-bin"
    assert contents(folder) == files
    assert names(destination) == [folder.name]
    assert cifar10.open_folder(folder).kind == "other"


def test_progress_ends_with_the_whole_size(server, destination):
    seen = []
    download(destination, server.source, lambda done, size: seen.append((done, size)))

    assert seen[-1] == (server.source.size, server.source.size)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_second_download_asks_for_nothing(server, destination):
    download(destination, server.source)
    download(destination, server.source)

    assert len(server.ranges) == 1


def test_the_files_can_be_read_by_another_user(server, destination):
    """The judge's container has a user of its own."""
    before = os.umask(0o022)
    try:
        folder = download(destination, server.source)
    finally:
        os.umask(before)

    assert folder.stat().st_mode & 0o555 == 0o555
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in folder.iterdir())


def test_a_cut_connection_is_resumed_where_it_ended(server, destination, files):
    server.behaviours = ["cut", "cut"]
    folder = download(destination, server.source)

    half = server.source.size // 2
    three_quarters = half + (server.source.size - half) // 2
    assert server.ranges == [None, f"bytes={half}-", f"bytes={three_quarters}-"]
    assert contents(folder) == files


def test_another_run_goes_on_where_the_first_one_stopped(server, destination, files):
    server.behaviours = ["cut", 503]
    with pytest.raises(DataUnavailable, match="503"):
        download(destination, server.source)
    assert part_of(destination).stat().st_size == server.source.size // 2

    folder = download(destination, server.source)

    assert server.ranges[2] == f"bytes={server.source.size // 2}-"
    assert contents(folder) == files


def test_a_whole_part_is_not_fetched_again(server, destination, archive, files):
    """The run was killed between the download and the unpacking."""
    destination.mkdir(parents=True)
    part_of(destination).write_bytes(archive)

    assert contents(download(destination, server.source)) == files
    assert server.ranges == []


def test_a_server_without_range_begins_again(server, destination, files):
    server.ranges_supported = False
    server.behaviours = ["cut"]
    folder = download(destination, server.source)

    assert len(server.ranges) == 2
    assert contents(folder) == files


def test_a_server_that_tells_no_length_will_do(server, destination, files):
    server.behaviours = ["unknown length"]

    assert contents(download(destination, server.source)) == files


def test_a_connection_that_brings_nothing_more_is_an_error(server, destination):
    """It does not ask for ever."""
    server.ranges_supported = False
    server.behaviours = ["cut"] * 5
    with pytest.raises(DataUnavailable, match="ended early") as caught:
        download(destination, server.source)

    assert len(server.ranges) == 2
    assert "CIFAR10_DIR" in caught.value.hint


def test_altered_bytes_are_refused_and_deleted(server, destination, archive):
    """One bit, in the middle; the size is right."""
    altered = bytearray(archive)
    altered[len(altered) // 2] ^= 1
    server.content = bytes(altered)

    with pytest.raises(DataUnavailable, match=f"must be SHA-256 {server.source.sha256}. Got") as e:
        download(destination, server.source)

    assert hashlib.sha256(altered).hexdigest() in e.value.message
    assert names(destination) == []


def test_a_part_of_something_else_is_refused_and_deleted(server, destination, files):
    destination.mkdir(parents=True)
    part_of(destination).write_bytes(b"something else")

    with pytest.raises(DataUnavailable, match="SHA-256"):
        download(destination, server.source)
    assert contents(download(destination, server.source)) == files, "the next run begins anew"


@pytest.mark.parametrize("behaviour", ["whole", "unknown length"])
def test_an_archive_that_is_too_long_is_refused(server, destination, archive, behaviour):
    """Before all of it is here: it might never end."""
    server.content = archive + bytes(8 * CHUNK)
    server.behaviours = [behaviour]
    seen = [0]

    with pytest.raises(DataUnavailable, match=f"must be {len(archive)} bytes. Got"):
        download(destination, server.source, lambda done, size: seen.append(done))
    assert max(seen) <= len(archive) + CHUNK
    assert names(destination) == []


def test_a_login_page_is_refused_by_its_length(server, destination):
    server.content = b"<html>Please log in</html>"

    with pytest.raises(DataUnavailable, match="Got 26 bytes") as caught:
        download(destination, server.source)

    assert "login page" in caught.value.hint
    assert names(destination) == []


def test_a_part_that_is_longer_than_the_archive_is_refused(server, destination, archive):
    destination.mkdir(parents=True)
    part_of(destination).write_bytes(archive + b"x")

    with pytest.raises(DataUnavailable, match=f"Got {len(archive) + 1} bytes"):
        download(destination, server.source)
    assert names(destination) == []


def test_a_range_that_the_server_does_not_have_begins_anew(server, destination):
    server.behaviours = ["cut", 416]
    with pytest.raises(DataUnavailable, match="416"):
        download(destination, server.source)

    assert names(destination) == []


@pytest.mark.parametrize("behaviour", [404, 500, "hang up"])
def test_a_server_that_fails_is_one_line_with_a_hint(server, destination, behaviour):
    server.behaviours = [behaviour]
    with pytest.raises(DataUnavailable, match="cannot be fetched") as caught:
        download(destination, server.source)

    assert "\n" not in caught.value.message
    assert "CIFAR10_DIR" in caught.value.hint


def test_offline_is_one_line_that_names_the_ways_out(destination):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # taken, but nobody listens
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/cifar-10-binary.tar.gz"
        with pytest.raises(DataUnavailable, match=r"cannot be fetched: .*refused") as caught:
            download(destination, replace(OFFICIAL, url=url))

    assert "\n" not in caught.value.message
    assert url in caught.value.message
    assert "CIFAR10_DIR" in caught.value.hint
    assert "synthetic" in caught.value.hint


def serve(server, content):
    server.content = content
    return replace(server.source, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def test_only_the_expected_members_are_unpacked(server, destination, files, tmp_path):
    """The checksum already vouches for the archive; its names are still not followed."""
    link = tarfile.TarInfo(f"{cifar10.FOLDER}/link.bin")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    extra = [tarfile.TarInfo("../../outside"), tarfile.TarInfo(str(tmp_path / "absolute")), link]
    folder = download(destination, serve(server, pack(files, extra=extra)))

    assert contents(folder) == files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache"]


def test_a_link_in_the_place_of_a_file_is_not_unpacked(server, destination, files):
    link = tarfile.TarInfo(f"{cifar10.FOLDER}/test_batch.bin")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    rest = {name: files[name] for name in cifar10.FILES[:5]}

    with pytest.raises(DataUnavailable, match=r"with cifar-10-batches-bin/test_batch\.bin"):
        download(destination, serve(server, pack(rest, extra=[link])))
    assert names(destination) == []


def test_a_destination_that_cannot_be_made_is_no_traceback(server, tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(DataUnavailable, match="cannot be written"):
        download(tmp_path / "file" / "cifar10", server.source)


def test_the_official_archive_is_the_one_of_the_authors():
    assert OFFICIAL.url == "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"
    assert OFFICIAL.size == 170_052_171
    assert OFFICIAL.sha256 == "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"
