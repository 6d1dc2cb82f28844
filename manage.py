#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from config import environment


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # A migration or a large import may run longer than any request may.
    os.environ.setdefault("STATEMENT_TIMEOUT_MS", "0")
    if environment.is_local() and not os.environ.get("DATABASE_URL"):
        from config.local import database_for_command

        with database_for_command(environment.data_dir()) as url:
            os.environ["DATABASE_URL"] = url
            execute_from_command_line(sys.argv)
    else:
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
