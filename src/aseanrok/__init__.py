"""Relations between ASEAN and the Republic of Korea: facts from 1989 to today, each with its source.

import aseanrok

data = aseanrok.load()
data.meetings["mekong-rok-fmm-7"].date
data.rows("timeline")
"""

from __future__ import annotations

TYPE_CHECKING = False  # the name alone tells a type checker; importing `typing` for it would take 5 ms
if TYPE_CHECKING:
    from aseanrok.library import Data

__all__ = ["__version__", "load"]

__version__ = "0.2.0"


def load() -> Data:
    """Return the data: as typed records, every table a mapping from id to a frozen Pydantic model; and as rows.

    Nothing is read before a table is first touched; then the facts are parsed and validated once. Dates are
    `PartialDate`: an EDTF string that knows its bounds, its precision and its order. Raises InvalidData, naming every
    problem, where the packaged files have been damaged.
    """
    # Pydantic takes longer to import than a command takes to run; only who asks for the models pays for them.
    from aseanrok.library import Data

    return Data()
