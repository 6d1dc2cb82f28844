"""Tokens that we have not given, at every address that asks for one."""

import jwt
import pytest
from django.conf import settings
from rest_framework.test import APIClient

from tests.tables import everything_kept
from tests.test_envelope import by_row, refused
from tests.test_permissions import ROWS


@pytest.mark.parametrize("row", [row for row in ROWS if row[2] == "401"], ids=by_row)
def test_a_forged_token(cast, row):
    before = everything_kept()
    method, path = row[:2]
    true = cast.clients["admin"]._credentials["HTTP_AUTHORIZATION"].split()[1]
    claims = jwt.decode(true, options={"verify_signature": False})
    key = settings.JWT_SIGNING_KEY
    forged = {
        "alg: none": jwt.encode(claims, None, algorithm="none"),
        "a foreign key": jwt.encode(claims, "f" * 64, algorithm="HS256"),
        "another algorithm": jwt.encode(claims, key, algorithm="HS512"),
        "expired": jwt.encode({**claims, "exp": claims["iat"] - 1}, key, algorithm="HS256"),
        "without end": jwt.encode({**claims, "exp": None}, key, algorithm="HS256"),
        "a session of nobody": jwt.encode({**claims, "sid": 10**400}, key, algorithm="HS256"),
        "a session as text": jwt.encode({**claims, "sid": "1 "}, key, algorithm="HS256"),
        "another's session": jwt.encode({**claims, "user_id": "1"}, key, algorithm="HS256"),
        "refresh as access": cast.refresh,
        "cut short": true[:-1],
        "no token": "x",
        "no ASCII": "é",
    }

    for name, token in forged.items():
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
        response = getattr(client, method.lower())("/api/" + path.format(**cast.ids), {})
        assert refused(response) == (401, "token_invalid"), name

    assert everything_kept() == before
