"""The built browser application, served by Django for a clinic that wants one box."""

from wsgiref.headers import Headers

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware

PAGE = "/index.html"
HASHED = "/assets/"
NOT_PAGES = ("/api/", "/dev/", HASHED, "/static/")
UNBUILT = "The pages of the clinic are not built yet. `make run` builds them and starts the clinic.\n"


class SinglePage(WhiteNoiseMiddleware):
    """Serves the files of the build, and the one page at every path that is neither a file nor the API's."""

    FOREVER = 365 * 24 * 60 * 60

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if path in self.files:
            return self.serve(self.files[path], request)
        if request.method not in {"GET", "HEAD"} or path.startswith(NOT_PAGES):
            return self.get_response(request)
        if PAGE in self.files:
            return self.serve(self.files[PAGE], request)
        headers = {"Cache-Control": "no-store"}
        return HttpResponse(UNBUILT, status=503, content_type="text/plain; charset=utf-8", headers=headers)

    def add_cache_headers(self, headers: Headers, path: str, url: str) -> None:
        """What has a hash in its name never changes; everything else is asked for again, mostly a 304."""
        if url.startswith(HASHED):
            headers["Cache-Control"] = f"public, max-age={self.FOREVER}, immutable"
        else:
            headers["Cache-Control"] = "no-cache"
