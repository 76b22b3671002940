"""Bodies are JSON in UTF-8, whatever a request says of itself."""

import json
import re

from rest_framework.exceptions import ParseError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser

MAY_BE_UNSTORABLE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


class Json(BaseParser):
    """JSON in UTF-8. NUL, which no database stores, is left out; a lone surrogate becomes U+FFFD."""

    media_type = "application/json"

    def parse(self, stream, media_type=None, parser_context=None):
        try:
            text = stream.read().decode("utf-8-sig")
            value = json.loads(text, parse_constant=_refuse)
            return _storable(value) if MAY_BE_UNSTORABLE.search(text) else value
        except RecursionError as error:
            raise ParseError("This JSON is nested too deeply.") from error
        except ValueError as error:
            raise ParseError(f"This is not JSON in UTF-8: {error}.") from error


def _refuse(constant):
    raise ValueError(f"{constant} is no number")


def _storable(value):
    match value:
        case str():
            text = value.replace("\0", "")
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case list():
            return [_storable(item) for item in value]
        case dict():
            return {_storable(name): _storable(item) for name, item in value.items()}
    return value


class AlwaysJson(BaseContentNegotiation):
    """JSON is what there is, whatever the request says it accepts."""

    def select_parser(self, request, parsers):
        wanted = request.content_type.partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == wanted), None)

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type
