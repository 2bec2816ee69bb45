"""What `aseanrok help TOPIC` explains."""

from __future__ import annotations

from aseanrok.cli.streams import wrapped
from aseanrok.output import formats

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def _formats() -> str:
    known = formats()
    optional = [f"{name} needs pip install 'aseanrok[{about.extra}]'" for name, about in known.items() if about.extra]
    return _FORMATS.format(
        formats="\n".join(f"  {name:11} {about.help}" for name, about in known.items()),
        choice=wrapped(
            _CHOICE.format(
                people=_for_people(),
                fixed=_listed(name for name, about in known.items() if about.fixed),
                sourced=_listed(name for name, about in known.items() if about.sourced),
                optional=", ".join(optional),
            ),
            WIDEST,
        ),
        uses="\n".join(f"  {use:{max(map(len, USES))}}  {line}" for use, line in USES.items()),
    )


def _for_people() -> str:
    """Return the formats that people read, as a sentence names them: `table, plain, records and md`."""
    return _listed(name for name, about in formats().items() if about.for_people)


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


USES = {
    "for Word": "aseanrok brief mekong -o mekong.docx; any listing or card: -o x.html, then copy and paste",
    "for Excel": "aseanrok projects mkcf -o mkcf.xlsx; every table: aseanrok export -o aseanrok.xlsx",
    "for mail": "aseanrok show mekong -o mekong.html; as plain text: -f records",
    "for a calendar": "aseanrok meetings asean-rok-summit -o summits.ics; also next, anniversaries, timeline",
    "for a thesis": "aseanrok cite mekong-rok-fmm-7; into a reference manager: --style bibtex, csl or ris",
    "for a database": "aseanrok export --format sqlite -o aseanrok.db; to deposit: --format datapackage -o folder",
    "for a notebook": 'in Python: aseanrok.load().rows("timeline"); or -f csv, which pandas.read_csv reads',
    "for a script": "aseanrok timeline --json; an object a line: -f jsonl; ids alone: -q",
}
"""What people do next, and what does it: a line for each."""

_CHOICE = """\
{people} show chosen columns; the others hold every field. --fields chooses for all but {fixed}, in the order given. \
`--output x.csv` takes the format from the name. {sourced} carry the sources of each row, the edition and what was \
asked. {optional};"""

WIDEST = 120
"""A line of a topic is no longer."""

_FORMATS = """\
Formats (--format, -f)

On a terminal a listing is a table and a named thing is a card; into a pipe or a file both are plain text. Any other
form is asked for by name.

{formats}

{uses}

{choice}
pip install 'aseanrok[all]' brings every form.

A list is joined by "; ". In csv, excel, tsv and xlsx a "; " inside an item is written "\\; ", and a backslash twice, so
that the list can be taken apart again: split it at every "; " that no single backslash precedes. PowerShell's > writes
UTF-16: use --output there.

Two commands have forms of their own, chosen by the name of the file: `cite` text, BibTeX (.bib), CSL-JSON (.json) and
RIS (.ris), `brief` Markdown with footnotes (.md), Word (.docx) and HTML, these two by pandoc.

In xlsx a date is text, as precise as it is; a star or a tilde behind a number is shown and is no part of it. In ics
what is known only to a month or a year is left out, and standard error says how much; what is only announced is
tentative, and what was cancelled or postponed is cancelled.

--output writes a file whole or not at all, and replaces one only with --force; a folder of tables is written whole or
not at all as well. A file that is replaced keeps its mode and its owner, a symbolic link is followed, and another hard
link keeps the old text. `--output -` is standard output; a device or a named pipe is written to as it is.

  aseanrok timeline --fields date,title --sort -date -n 5 --format md
  aseanrok contributions akcf --format excel --output akcf.csv
  aseanrok contributions akcf --output akcf.html
  aseanrok documents --kind agreement --lang ko --format md
"""

DATES = """\
Dates

A date is as precise as its source and no more, written in EDTF (ISO 8601-2):

  2011                    some time in 2011
  2011-10                 some time in October 2011
  2011-10-28              that day
  2009-06-01/2009-06-02   from the first day to the second
  2012/..                 since 2012, still running when the source was written
  ../2018                 until 2018, the beginning not recorded

--since and --until take a day, a month or a year, --year a year; they keep whatever may fall in the time asked for: a
record of 2009 is kept by --since 2009-06, because it may be later. Records without a date are left out by them. A span
stands after a command (timeline 2019..2021). Tables on a terminal shorten an interval's end (2009-06-01/02); every
other format writes it out.

  aseanrok timeline --since 2019 --until 2021-06
  aseanrok meetings --year 2019
  aseanrok timeline --country 라오스 --since 2019 --lang ko

--as-of tells what held on a day; a month or a year stands for its last day. What a partial date leaves open is never
turned into a yes: `holds` is

  yes      it held for certain: a member that joined in 2011 belonged on 2011-12-31 and after
  perhaps  the day falls into the year or month in which it began or ended: the same member on 2011-06-30
  undated  no beginning is recorded

and in tables its column appears where an answer is not yes. What ended on a day no longer held on it, but for
offices: a term has its last day, unless another took over on it.

  members     who belonged; a founding member since its framework was established
  frameworks  what existed, with `members`, and `members_perhaps` beyond them
  funds       `annual`, the yearly sum for the year of that day, with `annual_period`, `annual_value`, `annual_unit`;
              where none is recorded, `annual_before`, the newest before it
  documents   what was signed or adopted by then. Its `state` is in force (for all it names, or for all parties where it
              names none), in force for some, perhaps in force, not yet in force; where no entry into force is recorded,
              to come, running or over by the period it covers, else signed or adopted. `in_force_for`,
              `not_yet_in_force_for` and `perhaps_in_force_for` name the countries
  statistics  the newest figure of each kind whose period had ended; a kind is what record, indicator, name, unit and
              basis have in common. A period still running counts as ended on the day the sources were read

  aseanrok members asean --as-of 2025-10-25
  aseanrok documents --kind agreement --as-of 2008
"""

EXIT_CODES = """\
Exit codes

  0    done; a filter that leaves nothing is done as well, and prints an empty listing
  1    nothing found: search, show, or the name of a thing that is not recorded; where no record holds all the words
       of a search, those that hold most are printed all the same, each with what it misses; a calendar of rows none of
       which is known to the day
  2    the command line cannot be understood: an unknown command, option, format, field, framework, country, date
  3    data that breaks its rules (`aseanrok check`)
  74   output could not be written: a full disk, a closed stream
  130  interrupted (Ctrl-C)
  141  the reader of a pipe went away (`| head`)

Results go to standard output, everything else to standard error. An error is one line that begins with `aseanrok:`.
With --json a second line on standard error holds it for programs:
{"error": {"code": ..., "message": ..., "did_you_mean": [...]}}
The code is not-found, not-all (most of a search is printed), usage, invalid-data or cannot-write.
"""

ENVIRONMENT = """\
Environment

  NO_COLOR          any value: no colour and no other styling
  CLICOLOR_FORCE,
  FORCE_COLOR       any value but 0 or false: colour even into a pipe (with --format table)
  CLICOLOR          0: no colour
  TERM              dumb: no colour
  COLUMNS           the width of a table; 0 and what is no number are ignored, and less than 20 is 20
  ASEANROK_WIDTH    the same for this program alone; --width comes before both
  ACCESSIBLE        any value but 0, false, no or off: label: value records instead of tables
  ASEANROK_LANG     ko, else English: the language of names, kinds and places in
                    {};
                    the other formats are the same in every language, and --lang comes before it
  LC_ALL, LC_MESSAGES,
  LANG              the same, the first that is set: Korean where it begins with ko (ko_KR.UTF-8), else English
  ASEANROK_PAGER,
  PAGER             what pages a long answer on a terminal (less); cat or nothing: no paging; --no-pager the same
  LESS              options of less; -R is added, so that colour is colour
  SOURCE_DATE_EPOCH the day it is, in seconds since 1970, to 2099; on a terminal an edition a year old says so.
                    For next and brief no day is before that on which the sources were read
  PYTHONIOENCODING  the encoding of input and output, where it should not be the terminal's, or UTF-8 in a pipe. A
                    letter that it lacks is written as \\u1234; in csv, tsv and excel, which have no such escape, it is
                    an error

--color auto|always|never comes before all of these. Nothing is written but what --output or `check --fix` asks for, and
nothing is ever fetched.

  aseanrok meetings --place 부산 --lang ko
"""

SOURCES = """\
Sources

Every record names the sources it rests on, and where in each the fact stands: `aseanrok show ID` ends with them,
`aseanrok export citations` lists them all, `aseanrok sources` says what rests on which.

  confidence  high: an official source, or two publishers; medium: one agency, newspaper or reference work;
              announced: reported only before the event
  conflicts   where sources differ, or one misprints: every statement, the one the data follows, and why
  disputed    the fields of a row on which sources differ (a misprint is no dispute). On a card the id of the conflict
              stands beside such a value, and in a listing a star, in the formats that people read:
              {}
  coverage    how much is recorded of each series and table: dates exact to the day, records that rest on two publishers
              and on an official source, and the numbers of a series that are not recorded

What is not recorded was not found in a source. It does not mean that it did not happen.

  aseanrok show mkcf
  aseanrok conflicts --framework mekong
  aseanrok sources mofa-asean-overview
  aseanrok coverage asean-rok-summit
  aseanrok show 한-메콩 --lang ko
"""

TOPICS: dict[str, Callable[[], str]] = {
    "formats": _formats,
    "dates": lambda: DATES,
    "exit-codes": lambda: EXIT_CODES,
    "environment": lambda: ENVIRONMENT.format(_listed(name for name, each in formats().items() if each.worded)),
    "sources": lambda: SOURCES.format(_for_people()),
}
"""What each topic says."""
