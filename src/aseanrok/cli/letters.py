"""What an encoding can carry: lines of text, each letter, a mark at its head. Asked where it is not the usual one."""

from __future__ import annotations

import codecs

from aseanrok.errors import CannotWrite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def carries_text(encoding: str) -> bool:
    """Say whether a codec makes of lines what can be read again, with letters it lacks escaped: idna does not."""
    try:
        encoder = codecs.getincrementalencoder(encoding)("backslashreplace")
        return (encoder.encode("ab 1\n") + encoder.encode("cd\n", True)).decode(encoding) == "ab 1\ncd\n"
    except (UnicodeError, LookupError):
        return False


def check(pieces: Iterable[str | bytes], encoding: str, errors: str) -> None:
    """Raise CannotWrite, which names the first letter that cannot be written so, or a way to write it there is not."""
    for piece in pieces:
        try:
            piece if isinstance(piece, bytes) else piece.encode(encoding, errors)
        except UnicodeEncodeError as error:
            letter = error.object[error.start]
            raise CannotWrite(
                f"cannot write output: {letter!r} (U+{ord(letter):04X}) is not in {encoding}; "
                "set PYTHONIOENCODING=utf-8, or name a file: --output FILE"
            ) from None
        except LookupError as error:
            raise CannotWrite(f"cannot write output: {error}; set PYTHONIOENCODING=utf-8") from None


def takes_mark(encoding: str) -> bool:
    """Say whether a mark may stand before text in an encoding: UTF-16 writes its own, EUC-KR has none."""
    try:
        return "".encode(encoding) == b"" != "\ufeff".encode(encoding)
    except UnicodeEncodeError:
        return False
