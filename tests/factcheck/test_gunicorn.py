from datetime import timedelta
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from factcheck import gunicorn


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/claims/12/take/", "/claims/12/take/"),
        ("/password/set/MQ/c1x2-secret/", "/password/set/MQ/…/"),
        ("/password/set/MQ/set-password/", "/password/set/MQ/…/"),
    ],
)
def test_a_log_line_tells_neither_queries_nor_the_link_for_a_password(path, logged):
    logger = gunicorn.logger_class(Config())
    request = SimpleNamespace(headers=[])
    response = SimpleNamespace(status="200 OK", sent=10, headers=[])
    environ = {"PATH_INFO": path, "QUERY_STRING": "q=words", "RAW_URI": f"{path}?q=words"}
    environ |= {"REQUEST_METHOD": "GET", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1"}

    atoms = logger.atoms(response, request, environ, timedelta(milliseconds=7))

    line = gunicorn.access_log_format % logger.atoms_wrapper_class(atoms)
    assert line.endswith(f"127.0.0.1 GET {logged} 200 10 bytes 7 ms")
