"""What a field of a published table is to those who read it: the words with which a table declares its columns and
its command.

They are written into the published description of the fields, so that listings, cards and filters can ask for them.
"""

from __future__ import annotations

LABEL = "label"  # names the row to a reader; one a table
WIDE = "wide"  # gets the room that is left on a terminal, where that is not the label
NAME = "name"  # a person may call the record so
DATE = "date"  # dates the row; of several, the first that a table has
KIND = "kind"  # says what kind of thing the row is: what `--kind` asks for
PLACE = "place"  # names a place: what `--place` asks for
COUNTRY = "country"  # holds ISO 3166-1 alpha-3 codes: what `--country` asks for
WHOLE = "whole"  # an id, a code or a number: never broken over lines
SHARE = "share"  # a number between 0 and 1, shown in percent
ITEMS = "items"  # a list that a table prints under the label, an item a line
BELOW = "below"  # a text that a table prints under the label, after its heading
SPARE = "spare"  # a column where a table has room for it, else printed under the label, after its heading
PHRASES = "phrases"  # a list whose items may hold commas
TABLE = "table"  # holds the name of a table
RELATION = "relation"  # holds a word by which one record belongs to another
STANDING = "standing"  # says whether it took place, or is only announced
SEEN = "seen"  # days on which it is known to have been, of what has no date
LASTS = "lasts"  # a time that is asked for by any year in it
YEARS = "years"  # how many years before its date it was
APART = "apart"  # stands in a listing where some row says other than the usual; a card says it always
PASSAGE = "passage"  # a text that a table prints under the label as it stands

ROLES = frozenset(word for name, word in globals().copy().items() if name.isupper())
"""Every role above."""

# How the card of a record shows a field.
FACT = "fact"  # a line: heading and value
LIST = "list"  # a part of its own, an item a line
NONE = "none"  # not by itself: in the title, in another field, or among the relations

CARDS = (FACT, LIST, NONE)

BESIDE = ("table", "relations", "citations", "conflicts", "coverage")
"""What a record that is shown whole holds beside its own fields and the rows of the tables that belong to it."""

DOUBTS = {"derived": "worked out", "disputed": "sources differ"}
"""The fields of a row that name those of its values that are not certain, and what is said of such a value."""

GROUPS = ("Read", "Find", "Take away", "Trust", "Extend")
"""The groups of commands, in the order help lists them."""
