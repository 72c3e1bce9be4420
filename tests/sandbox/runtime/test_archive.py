"""The tar stream: a function of names, modes and contents."""

from __future__ import annotations

import io
import os
import tarfile
from pathlib import Path

from grader.sandbox.runtime.archive import tar_stream


def _tree(root: Path) -> Path:
    (root / "folder").mkdir(parents=True)
    (root / "folder").chmod(0o1777)
    (root / "folder" / "block").write_bytes(b"x" * 512)
    (root / "folder" / "large").write_bytes(b"y" * 2_500_001)
    (root / "folder" / ("long" * 40)).write_bytes(b"")
    (root / "program").write_bytes(b"z")
    (root / "program").chmod(0o755)
    (root / "link").symlink_to("program")
    return root


def test_a_tar_reads_back(tmp_path: Path) -> None:
    tree = _tree(tmp_path / "tree")
    data = b"".join(tar_stream([("Dockerfile", b"FROM x"), ("root/opt", tree)]))
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        members = {member.name: member for member in tar}
        large = tar.extractfile("root/opt/folder/large")
        assert large is not None
        assert large.read() == b"y" * 2_500_001
    assert members["Dockerfile"].size == 6
    assert members["root/opt/folder"].mode == 0o1777
    assert members["root/opt/program"].mode == 0o755
    assert members["root/opt/link"].linkname == "program"
    assert "root/opt/folder/" + "long" * 40 in members
    assert {(member.uid, member.gid) for member in members.values()} == {(0, 0)}


def test_times_do_not_matter(tmp_path: Path) -> None:
    """The engine recognises a layer that it has by these bytes."""
    one, two = _tree(tmp_path / "one"), _tree(tmp_path / "two")
    os.utime(two / "program", (0, 0))
    assert b"".join(tar_stream([("r", one)])) == b"".join(tar_stream([("r", two)]))


def test_no_chunk_is_empty(tmp_path: Path) -> None:
    """An empty chunk would end the HTTP body: 512 bytes need no padding."""
    chunks = list(tar_stream([("r", _tree(tmp_path / "tree"))]))
    assert min(map(len, chunks)) > 0
    assert len(chunks) == 2
