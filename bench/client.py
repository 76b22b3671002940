"""Programs and browsers that use the desk, as small as they can be so that they cost little beside it."""

import http.client
import json
import time
from http.cookies import SimpleCookie
from typing import Any, NamedTuple
from urllib.parse import urlencode

IDLE = 2.0  # seconds after which a connection is opened anew: the server closes idle ones
TIMEOUT = 60.0


class Answer(NamedTuple):
    status: int
    text: str
    headers: http.client.HTTPMessage
    seconds: float

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class Client:
    """One connection to the desk, kept alive; for one thread."""

    def __init__(self, port: int, token: str = "") -> None:
        self.port = port
        self.headers = {"Authorization": f"Token {token}"} if token else {}
        self.connection: http.client.HTTPConnection | None = None
        self.used_at = 0.0

    def request(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        if self.connection is None or time.monotonic() - self.used_at > IDLE:
            self.close()
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        started = time.perf_counter()
        try:
            self.connection.request(method, path, body, self.headers | headers)
            response = self.connection.getresponse()
            text = response.read().decode()
        except BaseException:
            self.close()
            raise
        self.used_at = time.monotonic()
        if response.will_close:
            self.close()
        return Answer(response.status, text, response.headers, time.perf_counter() - started)

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def __del__(self) -> None:  # dozens of them come and go
        self.close()


class Api(Client):
    """`path` is what follows /api/v1/."""

    def get(self, path: str) -> Any:
        """The body of a 200; any other answer raises."""
        answer = self.request("GET", f"/api/v1/{path}")
        if answer.status != 200:
            raise RuntimeError(f"GET {path}: {answer.status} {answer.text[:500]}")
        return answer.json

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        content = {"Content-Type": "application/json"} | headers
        return self.request("POST", f"/api/v1/{path}", json.dumps(body or {}).encode(), **content)

    def submit(self, text: str, title: str = "", key: str = "") -> Answer:
        body = {"title": title, "text": text, "kind": "outside", "desk": "news"}
        return self.post("articles/", body, **({"Idempotency-Key": key} if key else {}))

    def every(self, path: str) -> list[Any]:
        """All rows of a list, page after page."""
        rows: list[Any] = []
        next_page: str | None = path + ("&" if "?" in path else "?") + "limit=200"
        while next_page is not None:
            page = self.get(next_page)
            rows += page["results"]
            next_page = page["next"] and page["next"].partition("/api/v1/")[2]
        return rows


class Browser(Client):
    """Cookies, forms and the CSRF token of the page; no JavaScript."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.cookies: SimpleCookie = SimpleCookie()

    def request(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        jar = "; ".join(f"{name}={cookie.value}" for name, cookie in self.cookies.items())
        answer = super().request(method, path, body, **headers, Cookie=jar)
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies.load(line)
        return answer

    def get(self, path: str) -> Answer:
        return self.request("GET", path)

    def post(self, path: str, **fields: Any) -> Answer:
        token = self.cookies["csrf"].value
        body = urlencode(fields | {"csrfmiddlewaretoken": token}).encode()
        return self.request("POST", path, body, **{"Content-Type": "application/x-www-form-urlencoded"})

    def sign_in(self, email: str, password: str) -> None:
        self.get("/sign-in/")
        answer = self.post("/sign-in/", username=email, password=password)
        if answer.status != 302:
            raise RuntimeError(f"{email} cannot sign in: {answer.status}")
