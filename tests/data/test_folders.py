"""Where things are kept that can be made again."""

from pathlib import Path

import pytest

from grader.data.folders import cache_folder


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"HOME": "/home/anna"}, Path("/home/anna/.cache/grader")),
        ({"HOME": "/home/anna", "XDG_CACHE_HOME": "/big/cache"}, Path("/big/cache/grader")),
        ({"HOME": "/home/anna", "XDG_CACHE_HOME": ""}, Path("/home/anna/.cache/grader")),
        ({"HOME": "/home/anna", "XDG_CACHE_HOME": "cache"}, Path("/home/anna/.cache/grader")),
        ({}, None),
        ({"HOME": ""}, None),
    ],
)
def test_the_cache_folder_follows_the_xdg_specification(environ, folder):
    assert cache_folder(environ) == folder
