"""`make postman`: the collection, played to its end before a clinic of its own."""

import subprocess
import sys
import tempfile
from pathlib import Path

from config.environment import ROOT
from tests.e2e.live import open_clinic


def play() -> int:
    with (
        tempfile.TemporaryDirectory(prefix="clinic-", ignore_cleanup_errors=True) as folder,
        open_clinic(Path(folder)) as address,
    ):
        newman = ["npm", "test", "--silent", "--", "--env-var", f"base_url={address}"]
        return subprocess.run(newman, cwd=ROOT / "postman", check=False).returncode


if __name__ == "__main__":
    sys.exit(play())
