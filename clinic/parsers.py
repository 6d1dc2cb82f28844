"""The one reader of request bodies."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import IO, Any, NoReturn

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

DEEPEST = 20


class Malformed(ParseError):
    default_detail = _("This is not JSON that we can read.")
    default_code = "malformed"


class StrictJSONParser(BaseParser):
    """JSON as RFC 8259 has it, in UTF-8: no NaN, no infinities, no repeated names, at most 20 levels deep."""

    media_type = "application/json"

    def parse(self, stream: IO[bytes], media_type: Any = None, parser_context: Any = None) -> Any:
        try:
            value = json.loads(
                stream.read().decode("utf-8"),
                parse_constant=_refuse,
                parse_float=_finite,
                object_pairs_hook=_unrepeated,
            )
        except (ValueError, RecursionError) as error:
            raise Malformed from error
        if _depth_exceeds(value, DEEPEST):
            raise Malformed
        return value


def body_of(request: Any, shape: type[serializers.BaseSerializer], **kwargs: Any) -> Any:
    """What was sent, read by a serializer; raises DRF's ValidationError."""
    reader = shape(data=request.data, **kwargs)
    reader.is_valid(raise_exception=True)
    return reader.validated_data


class Nothing(serializers.Serializer):
    """An act that needs no body; what is sent all the same must be JSON that we can read."""


def query_of(request: Any, shape: type[serializers.Serializer]) -> Mapping[str, Any]:
    """The query string, read by a serializer; an unknown value of a known filter is refused."""
    reader = shape(data=request.query_params.dict())
    reader.is_valid(raise_exception=True)
    return reader.validated_data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits)
    return number


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise ValueError("a repeated name")
    return names


def _depth_exceeds(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    if levels == 0:
        return True
    inner = value.values() if isinstance(value, dict) else value
    return any(_depth_exceeds(item, levels - 1) for item in inner)
