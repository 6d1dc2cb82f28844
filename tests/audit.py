"""`make audit`: whether a weakness of a package that we pin is known. Asks two services on the network.

Exits with 0 where none is known, with 1 where one is, and with 2 where none is and a service did not answer.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from config.environment import ROOT

PIP = [sys.executable, "-m", "pip_audit", "--progress-spinner=off", "--format=json", "--desc=off"]
# The list is whole and pinned, so that nothing needs to be resolved or installed.
PIP += ["--require-hashes", "--disable-pip", "--requirement=requirements-dev.txt"]
NPM = ["npm", "audit", "--omit=dev", "--json"]
NONE_KNOWN, KNOWN, UNANSWERED = range(3)


class Verdict(NamedTuple):
    code: int
    lines: list[str]


def of_python(answer: dict[str, Any] | None) -> Verdict:
    """What pip-audit found; it calls a package clean that the service did not know."""
    if answer is None:
        return Verdict(UNANSWERED, ["The service does not answer."])
    weak = [
        f"{package['name']} {package['version']}: {known['id']}, mended in {known['fix_versions']}"
        for package in answer["dependencies"]
        for known in package.get("vulns", [])
    ]
    unknown = [package for package in answer["dependencies"] if "skip_reason" in package]
    if unknown:
        weak.append(
            f"The service does not answer for {len(unknown)} of {len(answer['dependencies'])} packages."
        )
        return Verdict(KNOWN if len(weak) > 1 else UNANSWERED, weak)
    return Verdict(KNOWN, weak) if weak else Verdict(NONE_KNOWN, ["No weakness is known."])


def of_node(answer: dict[str, Any] | None) -> Verdict:
    if answer is None or "vulnerabilities" not in answer:
        why = (answer or {}).get("message", "no answer").partition(" - ")[0]
        return Verdict(UNANSWERED, [f"The registry does not answer this question: {why}."])
    weak = [f"{one['name']} {one['range']}: {one['severity']}" for one in answer["vulnerabilities"].values()]
    return Verdict(KNOWN, weak) if weak else Verdict(NONE_KNOWN, ["No weakness is known."])


def asked(command: list[str], folder: Path) -> dict[str, Any] | None:
    """The answer, where there is one. Both programs also fail where they found something."""
    output = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True).stdout
    try:
        return json.loads(output)
    except ValueError:
        return None


def main() -> int:
    verdicts = {
        "Python, all packages": of_python(asked(PIP, ROOT)),
        "Node, what the pages are made of": of_node(asked(NPM, ROOT / "frontend")),
    }
    for title, verdict in verdicts.items():
        for line in verdict.lines:
            print(f"{title}: {line}")
    codes = {verdict.code for verdict in verdicts.values()}
    return KNOWN if KNOWN in codes else max(codes)


if __name__ == "__main__":
    sys.exit(main())
