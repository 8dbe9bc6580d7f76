"""Bytes of a page or a feed as text: by its byte order mark, the response's header, or what the document declares."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

# How far into a document browsers look for the encoding.
HEAD = 4096
IN_HEADER = re.compile(r"(?i)charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})")
# <?xml encoding="…"?>, <meta charset="…">, <meta http-equiv="Content-Type" content="text/html; charset=…">
IN_DOCUMENT = re.compile(
    rb"(?i)^\s{0,40}<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{2,40})"
    rb"|<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})"
)
# Python also has encodings that browsers refuse, because they hide markup or take long: UTF-7, punycode, zlib.
KNOWN = re.compile(
    r"utf-8|utf-16(-[lb]e)?|iso8859-\d{1,2}|cp125\d|cp1361|cp932|cp949|koi8-[ru]|mac-roman|ascii|gb2312|gbk|gb18030"
    r"|big5(hkscs)?|shift_jis|euc_jp|euc_kr|iso2022_jp"
)
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# In these, almost no text has the bytes of valid UTF-8 beyond ASCII by chance.
SINGLE_BYTES = re.compile(r"iso8859-\d{1,2}|cp125\d|ascii|mac-roman")
# What pages that declare Latin-1 or ASCII are in truth: browsers read them so.
WESTERN = {"iso8859-1": "cp1252", "ascii": "cp1252"}
STRAY = "listings.stray_bytes"


def decoded(body: bytes, content_type: str = "") -> str:
    """Never fails: bytes that are none of the encoding become what Windows shows for them."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    encoding = next(_declared(body, content_type), "utf-8")
    # Servers add "charset=iso-8859-1" to pages of every kind.
    if encoding == "utf-8" or (SINGLE_BYTES.fullmatch(encoding) and is_utf_8(body)):
        return body.decode("utf-8", STRAY)
    return body.decode(WESTERN.get(encoding, encoding), "replace")


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    names = [match[1] for match in IN_HEADER.finditer(content_type[:500])]
    names += [(match[1] or match[2]).decode() for match in IN_DOCUMENT.finditer(body[:HEAD])]
    for name in names:
        try:
            encoding = codecs.lookup(name).name
        except LookupError:
            continue
        if KNOWN.fullmatch(encoding):
            # A document that declares UTF-16 in bytes of ASCII is none.
            yield "utf-8" if encoding.startswith("utf-16") and b"\0" not in body[:HEAD] else encoding


def is_utf_8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error(STRAY, _stray_bytes)
