"""What was sent, for whoever works on the clinic: the files of DATA_DIR/mail, as pages. In local use only."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

SHOWN = 200
NAME = re.compile(r"\d{8}-\d{6}-\d{6,}-[a-z_]+\.(eml|txt)", re.ASCII)


@require_safe
@never_cache
def folder(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    files = sorted((file for file in _files() if NAME.fullmatch(file.name)), reverse=True)
    letters = [{"name": file.name, "mail": _read(file)} for file in files[:SHOWN]]
    return render(request, "notifications/dev_mail.html", {"letters": letters, "count": len(files)})


@require_safe
@never_cache
def letter(request: HttpRequest, name: str) -> HttpResponse:
    mail = _read(_file(name))
    plain = mail.get_body(["plain"])
    shown = {
        "name": name,
        "subject": mail["Subject"],
        "headers": [header for header in mail.items() if header[0] != "Subject"],
        "text": plain.get_content() if plain else "",
        "has_page": mail.get_body(["html"]) is not None,
        "files": [file.get_filename() for file in mail.iter_attachments()],
    }
    return render(request, "notifications/dev_letter.html", shown)


@require_safe
@never_cache
def page(request: HttpRequest, name: str) -> HttpResponse:
    """A mail as a mail program shows it."""
    html = _read(_file(name)).get_body(["html"])
    if html is None:
        raise Http404
    return HttpResponse(html.get_content())


def _files() -> list[Path]:
    return list(Path(settings.MAIL_DIR).glob("*")) if settings.MAIL_DIR else []


def _file(name: str) -> Path:
    found = Path(settings.MAIL_DIR or "") / name
    if settings.MAIL_DIR is None or not NAME.fullmatch(name) or not found.is_file():
        raise Http404
    return found


def _read(file: Path) -> EmailMessage:
    """An SMS is a mail with one header and one form."""
    return message_from_bytes(file.read_bytes(), policy=policy.default)


urlpatterns: list[URLPattern] = [
    path("dev/mail", folder),
    path("dev/mail/<str:name>", letter),
    path("dev/mail/<str:name>/page", page),
]
