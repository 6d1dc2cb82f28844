"""Every way in which messages say no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from clinic.errors import Refused


class NotGivenUp(Refused):
    code = "wrong_status"
    message = _("Only a message that could not be sent can be tried again.")
