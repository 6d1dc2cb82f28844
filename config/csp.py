"""The content security policy: what a page of ours may load, and from where."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from django.utils.csp import CSP

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(page: Path) -> dict[str, list[str]]:
    """The policy under which the built page works. Its one inline script is known by its hash."""
    return {
        "default-src": [CSP.NONE],
        "script-src": [CSP.SELF, *inline_scripts(page)],
        "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
        "img-src": [CSP.SELF, "data:", "https:"],
        "font-src": [CSP.SELF],
        "connect-src": [CSP.SELF],
        "manifest-src": [CSP.SELF],
        "worker-src": [CSP.SELF],
        "base-uri": [CSP.NONE],
        "form-action": [CSP.SELF],
        "frame-ancestors": [CSP.NONE],
    }


def inline_scripts(page: Path) -> list[str]:
    """The hashes of the page's inline scripts; none while there is no build."""
    scripts = INLINE_SCRIPT.findall(page.read_text()) if page.is_file() else []
    return [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]
