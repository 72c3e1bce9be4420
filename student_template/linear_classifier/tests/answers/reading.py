"""An answer in the form that its question asks for. Which answer is right is not known here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .document import Node, Unreadable

_SHOWN = 40
_INFINITY = ("inf", ".inf", "infinity", "∞", "бесконечность")
_NUMBER = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)(e[+-]?[0-9]{1,3})?")
_THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_LATIN = str.maketrans("аеорсху", "aeopcxy")  # Cyrillic letters that look like Latin ones
_MINUS = str.maketrans("−–", "--")

Answer = float | str | tuple[str, ...] | dict[str, str | None]
"""A number; an option's key; keys; or for each item the option that was matched with it."""


@dataclass(frozen=True)
class Form:
    """What an answer must look like. `kind`: number, choice, choices, order or matching.

    `keys` are the options that may be given; `items` of a matching are what they are given for.
    """

    kind: str
    keys: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


def read_answer(form: Form, nodes: Sequence[Node]) -> Answer | None:
    """The answer in `nodes`, None where it is left blank; raises Unreadable."""
    if len(nodes) > 1:
        lines = ", ".join(str(node.line) for node in nodes[:4])
        raise Unreadable(
            f"this question is answered more than once (lines {lines}); keep one of the answers",
            f"на этот вопрос отвечено несколько раз (строки {lines}); оставьте один ответ",
        )
    (node,) = nodes
    if form.kind == "matching":
        return _matching(form, node)
    texts = _texts(node)
    if not texts:
        return None
    match form.kind:
        case "number":
            return _number(_single(texts, node), node.line)
        case "choice":
            return _key(_single(texts, node), form.keys, node.line)
    return _keys(texts, form.keys, node.line)


def forms(described: Mapping[str, Mapping[str, Any]]) -> dict[str, Form]:
    """The forms in questions.json."""
    return {
        name: Form(one["kind"], tuple(one["keys"]), tuple(one["items"]))
        for name, one in described.items()
    }


def _texts(node: Node) -> list[str]:
    """What is written in a list or a single value; what is blank is left out."""
    inside = (node,) if node.text is not None else node.items
    if node.pairs is not None or any(item.text is None for item in inside):
        raise Unreadable(
            "must be a single value or a list of values",
            "здесь нужно одно значение или простой список значений",
            node.line,
        )
    return [item.text for item in inside if item.text is not None and not item.blank]


def _single(texts: Sequence[str], node: Node) -> str:
    if len(texts) > 1:
        raise Unreadable(
            f"must be one answer, without brackets. Got a list of {len(texts)}",
            f"нужен один ответ, без скобок, а здесь список, в нём значений: {len(texts)}",
            node.line,
        )
    return texts[0]


def _number(text: str, line: int) -> float:
    plain = _THOUSANDS.sub("", text.strip().lower().translate(_MINUS).lstrip("=≈~ "))
    unsigned = plain[1:] if plain[:1] in ("+", "-") else plain
    if unsigned in _INFINITY:
        return float("-inf") if plain.startswith("-") else float("inf")
    value = float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else float("inf")
    if abs(value) == float("inf"):
        raise Unreadable(
            f"{shown(text)} is not a number. Calculate it and write digits, as in -0.7, 1e-4 or "
            "inf: no formulas, units or percent signs",
            f"{shown(text)} — не число. Вычислите и запишите цифрами, например -0,7, 1e-4 или "
            "inf: без формул, единиц измерения и знака процента",
            line,
        )
    return value


def _key(text: str, keys: Sequence[str], line: int) -> str:
    plain = text.strip().lower().rstrip(").").strip()
    for candidate in (plain, plain.translate(_LATIN)):
        if candidate in keys:
            return candidate
    raise Unreadable(
        f"{shown(text)} is none of {', '.join(keys)} (Latin letters)",
        f"{shown(text)} — такого варианта нет; есть {', '.join(keys)} (латинские буквы)",
        line,
    )


def _keys(texts: Sequence[str], keys: Sequence[str], line: int) -> tuple[str, ...]:
    words = re.findall(r"\w+", texts[0]) if len(texts) == 1 else texts
    found = [_key(word, keys, line) for word in words or texts]
    for key in found:
        if found.count(key) > 1:
            raise Unreadable(f"{key} is there twice", f"{key} встречается дважды", line)
    return tuple(found)


def _matching(form: Form, node: Node) -> dict[str, str | None] | None:
    if node.blank:
        return None
    if node.pairs is None:
        raise Unreadable(
            f"must have a line for each of {', '.join(form.items)}",
            f"нужна строка для каждого из {', '.join(form.items)}",
            node.line,
        )
    found: dict[str, str | None] = {}
    for name, value in node.pairs:
        item = _key(name, form.items, value.line)
        if item in found:
            raise Unreadable(f"{item} is there twice", f"{item} встречается дважды", value.line)
        texts = _texts(value)
        found[item] = _key(_single(texts, value), form.keys, value.line) if texts else None
    return found if any(found.values()) else None


def shown(text: str) -> str:
    """`text` in quotes on one line, cut when it is long."""
    line = " ".join(text.split())
    safe = "".join(one if one.isprintable() else "�" for one in line[:_SHOWN])
    return f"«{safe}{'…' if len(line) > _SHOWN else ''}»"
