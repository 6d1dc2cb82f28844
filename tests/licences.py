"""`make licences`: what every package that we build on allows, written to docs/licences.md."""

import json
import re
from collections.abc import Iterable, Iterator
from importlib import metadata
from textwrap import fill
from typing import NamedTuple

from config.environment import ROOT

PAGE = ROOT / "docs" / "licences.md"
# Whoever runs a clinic, or changes its code, has to give nothing away and to ask nobody.
ALLOWED = {
    *(
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BlueOak-1.0.0",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
    ),
    *("OFL-1.1", "PSF-2.0", "Python-2.0", "Unlicense", "WTFPL"),
    *("LGPL-3.0-only", "MPL-2.0"),  # what is changed in the package itself has to be shown; we change none
    "Artistic-1.0-Perl",
}
# Packages that say it in words of their own.
SPOKEN = {
    "Apache 2.0": "Apache-2.0",
    "Apache License": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Artistic License": "Artistic-1.0-Perl OR GPL-2.0-or-later",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause OR Apache-2.0": "BSD-3-Clause OR Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "pytest-django is released under the BSD (3-clause) license": "BSD-3-Clause",
}
# Packages whose lock file does not say it, and their own files do.
UNSAID = {"httpntlm": "MIT", "stack-trace": "MIT"}
# Nothing of ours runs on Windows, so what only that needs is never installed.
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S++)(?! ; sys_platform == 'win32')", re.MULTILINE)
INTRODUCTION = """\
# Licences

Every package that the clinic runs with, is built with or is tested with, and the licence it is used under.
`make licences` writes this page from the lock files and from what the packages say of themselves. A test
fails while the page is not what they say, or while a licence is not one of these:

{allowed}.

Two kinds ask for something. What is changed inside a package under `LGPL-3.0-only` or `MPL-2.0` has to be
published; no package is changed here. And whoever hands the packages on hands on their notices too, which lie
in what `pip` and `npm` install.
"""


class Package(NamedTuple):
    name: str
    version: str
    licence: str


def is_allowed(licence: str) -> bool:
    """Whether one of the alternatives of an SPDX expression is allowed in all its parts."""
    alternatives = licence.strip("()").split(" OR ")
    return any(ALLOWED.issuperset(alternative.split(" AND ")) for alternative in alternatives)


def python(locked: str) -> set[Package]:
    pins = PINNED.finditer((ROOT / locked).read_text())
    return {Package(pin["name"], pin["version"], of_python(pin["name"], pin["version"])) for pin in pins}


def of_python(name: str, version: str) -> str:
    """What the installed package says; it has to be the one that is pinned."""
    said = metadata.metadata(name)
    if said["Version"] != version:
        raise LookupError(f"{name} {said['Version']} is installed, {version} is pinned: `make install`.")
    words = (
        said.get("License-Expression") or (said.get("License") or "").partition("\n")[0] or classified(said)
    )
    return SPOKEN.get(words, words)


def classified(said: metadata.PackageMetadata) -> str:
    classifiers = [line.split(" :: ") for line in said.get_all("Classifier", [])]
    return next((parts[-1] for parts in classifiers if parts[0] == "License"), "unknown")


def node(folder: str, *, dev: bool) -> set[Package]:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text())
    return {
        of_node(path, said)
        for path, said in lock["packages"].items()
        if path and said.get("dev", False) is dev
    }


def of_node(path: str, said: dict[str, str]) -> Package:
    name = path.rpartition("node_modules/")[2]
    return Package(name, said["version"], said.get("license") or UNSAID.get(name, "unknown"))


def lists() -> dict[str, set[Package]]:
    running = python("requirements.txt")
    return {
        "What the clinic runs with": running,
        "What its pages are made of": node("frontend", dev=False),
        "What only checks and tests use": python("requirements-dev.txt") - running,
        "What only builds and tests of the pages use": node("frontend", dev=True),
        "What only plays the Postman collection": node("postman", dev=True),
    }


def page() -> str:
    allowed = fill(", ".join(sorted(ALLOWED)), 110, break_on_hyphens=False)
    return INTRODUCTION.format(allowed=allowed) + "".join(sections())


def sections() -> Iterator[str]:
    for title, packages in lists().items():
        yield f"\n## {title}\n\n| package | version | licence |\n|---|---|---|\n"
        yield from rows(packages)


def rows(packages: Iterable[Package]) -> Iterator[str]:
    for one in sorted(packages):
        yield f"| {one.name} | {one.version} | {one.licence} |\n"


if __name__ == "__main__":
    PAGE.write_text(page())
