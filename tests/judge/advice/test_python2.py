"""Python 2 in a student's file: the advice names the line, and what it has become."""

from __future__ import annotations

import pytest

from tests.judge.advice.conftest import Advise


def test_a_print_statement(advise: Advise) -> None:
    text = advise("x = 1\nif x:\n    print 'loss', x\n", importing=True)
    assert text is not None
    assert text.en == (
        "See work.py, line 3: `print 'loss', x`. "
        "This is Python 2's print statement; in Python 3 it is a function: print(x)."
    )
    assert text.ru == (
        "См. work.py, строка 3: `print 'loss', x`. "
        "Это оператор print из Python 2; в Python 3 это функция: print(x)."
    )


def test_during_a_test_nothing_of_the_line_is_quoted(advise: Advise) -> None:
    """Then the process has the test's data, and the line may be anything."""
    text = advise("print 1234")
    assert text is not None
    assert text.en.startswith("This is Python 2's print statement")
    assert advise("def value(:") is None


def test_a_line_is_shown_as_one_and_not_too_long(advise: Advise) -> None:
    text = advise("print 'a\x1b[31m" + "x" * 500 + "'\n", importing=True)
    assert text is not None
    assert "\x1b" not in text.en
    assert len(text.en) < 300


SYNTAX = {
    "if 1: print 'x'": "print statement",
    "exec 'x = 1'": "exec statement",
    "try:\n    pass\nexcept ValueError, e:\n    pass\n": "named a caught exception",
    "if 1:\n        x = 1\n\tx = 2\n": "mixes tabs and spaces",
    "x = `1`\n": "Backticks",
    "if 1 <> 2: pass\n": "`!=`",
    "raise ValueError, 'no'\n": "raised an exception",
    "x = 0777\n": "octal",
    "x = 10L\n": "The L after",
    "f = lambda (a, b): a\n": "unpack a tuple",
    "def f((a, b)): pass\n": "unpack a tuple",
    "%matplotlib inline\n": "Jupyter",
    "!pip install numpy\n": "Jupyter",
    "x = 1 +\n": "See work.py, line 1: `x = 1 +`.",
    "def f():\nreturn 1\n": "See work.py, line 2: `return 1`.",
}


@pytest.mark.parametrize("code", SYNTAX)
def test_syntax(advise: Advise, code: str) -> None:
    text = advise(code, importing=True)
    assert text is not None
    assert SYNTAX[code] in text.en
    assert text.en.startswith("See work.py, line ")
    assert text.ru.startswith("См. work.py, строка ")


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16"])
def test_another_encoding(advise: Advise, encoding: str) -> None:
    """Windows editors have their own."""
    text = advise("print('потери')\n".encode(encoding), importing=True)
    assert text is not None
    assert "not saved in UTF-8" in text.en


NAMES = {
    "xrange(3)": "xrange is from Python 2; in Python 3 it is now range.",
    "raw_input()": "raw_input is from Python 2; in Python 3 it is now input.",
    "unicode('x')": "unicode is from Python 2; in Python 3 it is now str.",
    "{}.has_key(1)": "has_key is from Python 2; in Python 3 it is now `key in d`.",
    "{}.iteritems()": "iteritems is from Python 2; in Python 3 it is now `d.items()`.",
    "iter([1]).next()": "next is from Python 2; in Python 3 it is now `next(iterator)`.",
    "import cPickle": "cPickle is from Python 2; in Python 3 it is now pickle.",
    "from itertools import izip": "izip is from Python 2; in Python 3 it is now zip.",
    "import itertools\nitertools.imap": "imap is from Python 2; in Python 3 it is now map.",
    "for i in range(5 / 2): pass": "In Python 3 `/` always gives a float",
    "import numpy as np\nnp.zeros((4 / 2, 3))": "In Python 3 `/` always gives a float",
    "import numpy as np\nnp.arange(4)[4 / 2]": "In Python 3 `/` always gives a float",
    "[1, 2][:len([1]) / 2]": "In Python 3 `/` always gives a float",
    "x = range(3)\nx[0] = 1": "In Python 3 this is not a list",
    "map(abs, [1])[0]": "In Python 3 this is not a list",
    "len(filter(None, [1]))": "In Python 3 this is not a list",
    "{}.keys().sort()": "In Python 3 this is not a list",
    "import sys\nprint >>sys.stderr, 1": "In Python 3 print is a function",
}


@pytest.mark.parametrize("code", NAMES)
def test_names_and_values(advise: Advise, code: str) -> None:
    text = advise(code)
    assert text is not None
    assert text.en.startswith(NAMES[code])
    assert "Python 3" in text.ru


@pytest.mark.parametrize(
    "code",
    [
        "undefined",
        "1 / 0",
        "{}.has_keys(1)",
        "class A: pass\nA().iteritems()",
        "class A: pass\nA().next()",
        "import numpy as np\nlabels = np.zeros(2)\nx = np.ones(2)[labels[0]] / 2",
        "range(1.5)  # not 3 / 2",
        "range(float('1')) if 'a/b' else 0",
        "class NameError(Exception): pass\nraise NameError(\"name 'x' is not defined\")",
        "raise ValueError(\"name 'xrange' is not defined\")",
        "None[0]",
    ],
)
def test_other_mistakes_get_no_advice(advise: Advise, code: str) -> None:
    """A wrong hint is worse than none."""
    assert advise(code) is None
    assert advise(code, importing=True) is None
