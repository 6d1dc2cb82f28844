"""Lists in pages: `page` from 1, `page_size` from 1 to 100."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.pagination import BasePagination
from rest_framework.response import Response

from clinic.fields import QueryInteger
from clinic.parsers import query_of


class PageQuery(serializers.Serializer):
    page = QueryInteger(min_value=1, max_value=10**9, default=1)
    page_size = QueryInteger(min_value=1, max_value=100, default=20)


class PageResponse(Response):
    """A page of a list; the envelope shows `meta` beside its data."""

    def __init__(self, data: Any, meta: dict[str, int]) -> None:
        super().__init__(data)
        self.meta = meta


class Pages(BasePagination):
    """A page past the end is an empty list; a malformed one is refused."""

    def paginate_queryset(self, queryset: Any, request: Any, view: Any = None) -> list[Any]:
        asked = query_of(request, PageQuery)
        first = (asked["page"] - 1) * asked["page_size"]
        self.meta = {**asked, "total": queryset.count()}
        return list(queryset[first : first + asked["page_size"]])

    def get_paginated_response(self, data: Any) -> Response:
        return PageResponse(data, self.meta)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {
                "name": "page",
                "in": "query",
                "schema": {"type": "integer", "minimum": 1, "default": 1},
                "description": "Which page, from 1.",
            },
            {
                "name": "page_size",
                "in": "query",
                "schema": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 100,
                    "default": 20,
                },
                "description": "How many on a page.",
            },
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return schema


def page_of(request: Any, queryset: Any, shape: type[serializers.BaseSerializer], **context: Any) -> Response:
    """One page of a queryset, serialised, with its `meta`."""
    pages = Pages()
    rows = pages.paginate_queryset(queryset, request)
    return pages.get_paginated_response(shape(rows, many=True, context=context).data)
