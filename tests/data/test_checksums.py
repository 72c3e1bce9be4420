"""The checksum cache saves time, and can never make a checksum wrong."""

import hashlib
import json
import os

import pytest

from grader.data.checksums import sha256_of


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "data.bin"
    path.write_bytes(b"one")
    return path


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "sha256.json"


ONE, TWO = (hashlib.sha256(content).hexdigest() for content in (b"one", b"two"))


def test_the_checksum_is_that_of_the_content(path):
    assert sha256_of(path) == ONE


def test_a_second_time_does_not_read_the_file(path, cache, monkeypatch):
    sha256_of(path, cache)
    monkeypatch.setattr(hashlib, "file_digest", None)

    assert sha256_of(path, cache) == ONE


def test_two_files_are_remembered_side_by_side(path, cache, tmp_path, monkeypatch):
    other = tmp_path / "other.bin"
    other.write_bytes(b"two")
    sha256_of(path, cache)
    sha256_of(other, cache)
    monkeypatch.setattr(hashlib, "file_digest", None)

    assert [sha256_of(path, cache), sha256_of(other, cache)] == [ONE, TWO]


def test_a_changed_file_is_read_again(path, cache):
    """Same size, another time of change."""
    sha256_of(path, cache)
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))

    assert sha256_of(path, cache) == TWO


def test_a_file_of_another_size_is_read_again(path, cache):
    """The time of change may be copied with the file."""
    facts = path.stat()
    sha256_of(path, cache)
    path.write_bytes(b"longer")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))

    assert sha256_of(path, cache) == hashlib.sha256(b"longer").hexdigest()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe"])
def test_a_broken_cache_is_made_anew(path, cache, content):
    cache.parent.mkdir()
    cache.write_bytes(content)

    assert sha256_of(path, cache) == ONE
    assert list(json.loads(cache.read_text())) == [str(path)]


@pytest.mark.parametrize("entry", [None, 1, "x", [], [3], {"size": 3}])
def test_a_broken_entry_is_made_anew(path, cache, entry):
    cache.parent.mkdir()
    cache.write_text(json.dumps({str(path): entry}))

    assert sha256_of(path, cache) == ONE


def test_a_cache_that_cannot_be_written_costs_only_time(path, tmp_path):
    """The cache folder lies under a file: nothing can be made there, whoever asks."""
    (tmp_path / "file").touch()

    assert sha256_of(path, tmp_path / "file" / "sha256.json") == ONE


def test_nothing_is_left_beside_the_cache(path, cache):
    sha256_of(path, cache)

    assert list(cache.parent.iterdir()) == [cache]
