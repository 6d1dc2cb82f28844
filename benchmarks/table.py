"""The figures beside their targets."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """`met` None: there is nothing to hold the figure against."""

    what: str
    target: str
    measured: str
    met: bool | None


def at_most(what: str, measured: float, limit: float, unit: str = "", beside: str = "") -> Row:
    digits = 0 if unit == "statements" else 2
    space = " " if unit else ""
    told = f"{measured:.{digits}f}{space}{unit}" + (f" ({beside})" if beside else "")
    return Row(what, f"≤ {limit:g}{space}{unit}", told, measured <= limit)


def told(rows: list[Row]) -> str:
    """As a table of Markdown."""
    verdicts = {True: "met", False: "**missed**", None: "–"}
    lines = ["| what | target | measured | |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.target} | {row.measured} | {verdicts[row.met]} |" for row in rows]
    return "\n".join(lines)
