"""What is put into the line of a shell, by completion or by somebody who pastes what is told, is what it says."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from aseanrok.cli.shells import Typed, behind, words_of
from aseanrok.errors import typed

SHELLS = {name: found for name in ("bash", "zsh", "fish") if (found := shutil.which(name))}
STARTS = {
    "bash": ["--noprofile", "--rcfile", "rc", "-i"],
    "zsh": ["-i"],
    "fish": ["--no-config", "-i", "-C", "source rc"],
}
READY = "READY> "
RC = {
    "bash": f'PS1="{READY}"; set -H; eval "$(aseanrok completion bash)"\n',
    "zsh": f"PS1='{READY}'; autoload -Uz compinit; compinit -u; eval \"$(aseanrok completion zsh)\"\n",
    "fish": f"function fish_prompt; echo -n '{READY}'; end; aseanrok completion fish | source\n",
}
STAND_IN = """\
#!/bin/sh
if [ "$ASEANROK_COMPLETE" ] || [ "$1" = completion ]; then exec {python} -m aseanrok "$@"; fi
printf '%s\\0' "$@" > "$HOME/handed.new"
mv "$HOME/handed.new" "$HOME/handed"
"""
# It completes as the program does; run, it writes down what it is handed.


def handed(shell: str, lines: list[str], folder: Path) -> list[list[str]]:
    """Type lines, each with Tab and Enter behind it, into a shell on a terminal; return what the program is handed."""
    program = folder / "bin" / "aseanrok"
    program.parent.mkdir()
    program.write_text(STAND_IN.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    for name in ("rc", ".zshrc"):
        (folder / name).write_text(RC[shell], encoding="utf-8")
    for name in ("a b.csv", "it's.csv"):
        (folder / name).touch()
    environ = {"PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.execve(SHELLS[shell], [shell, *STARTS[shell]], environ | {"TERM": "xterm"})
    told = [""]

    def until(done: str | Path) -> None:
        end = time.monotonic() + 30
        while not (done.exists() if isinstance(done, Path) else done in told[0]):
            assert time.monotonic() < end, (lines, told[0])
            if select.select([terminal], [], [], 0.05)[0]:
                told[0] += os.read(terminal, 65536).decode("utf-8", "replace")

    found = []
    try:
        for line in lines:
            until(READY)
            told[0] = ""
            os.write(terminal, f"{line}\t\r".encode())
            until(folder / "handed")
            found.append((folder / "handed").read_text(encoding="utf-8").split("\0")[:-1])
            (folder / "handed").unlink()
    finally:
        os.kill(child, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(child, 0)
    return found


LAOS = "Lao People's Democratic Republic"
TRADE = "ASEAN+3 strengthen economic ties with over US$1 trillion in trade"
SUMMIT = 'Chairman\'s Statement of the 16th ASEAN Summit "Towards the ASEAN Community: from Vision to Action"'
CHANCE = '윤병세 신임 외교부장관 "위기를 기회로!"'
TRADED = "산업부 \"'아세안 교역 3000억 달러' 달성 목표로 협력 강화\""

LINES = [
    ("brief 'Lao Pe", ["brief", LAOS]),
    ('brief "Lao Pe', ["brief", LAOS]),
    ("brief Lao\\ Pe", ["brief", LAOS]),
    ("timeline --country='Lao Pe", ["timeline", f"--country={LAOS}"]),
    ('timeline --country="Lao Pe', ["timeline", f"--country={LAOS}"]),
    ("timeline --country=Lao\\ Pe", ["timeline", f"--country={LAOS}"]),
    ('show "ASEAN+3 strengthen economic ties with over US', ["show", TRADE]),
    ("show 'ASEAN+3 strengthen economic ties with over US", ["show", TRADE]),
    ("show ASEAN+3\\ strengthen\\ economic\\ ties\\ with\\ over\\ US", ["show", TRADE]),
    ("show \"Chairman's Statement of the 16th ASEAN Summit ", ["show", SUMMIT]),
    ("show Chairman\\'s\\ Statement\\ of\\ the\\ 16th\\ ASEAN\\ Summit\\ ", ["show", SUMMIT]),
    ("show '윤병세 신임 외교부장관 ", ["show", CHANCE]),
    ('show "윤병세 신임 외교부장관 ', ["show", CHANCE]),
    ("show 윤병세\\ 신임\\ 외교부장관", ["show", CHANCE]),
    ("show '산업부 ", ["show", TRADED]),
    ('show "산업부 ', ["show", TRADED]),
    ("timeline --framework mekong,asean-", ["timeline", "--framework", "mekong,asean-rok"]),
    ("timeline --framework 'mekong,asean-", ["timeline", "--framework", "mekong,asean-rok"]),
    ("timeline -o 'a ", ["timeline", "-o", "a b.csv"]),
]
BASH_LINES = [
    # Only the end of a word is bash's to replace, where quotes, `=` or `:` stand in it.
    ("show 'Chairman'\\''s Statement of the 16th ASEAN Summit ", ["show", SUMMIT]),
    (
        "show " + SUMMIT[: SUMMIT.index(":") + 1].translate({ord(each): f"\\{each}" for each in "' \""}),
        ["show", SUMMIT],
    ),
    ("show $'산업부 ", ["show", TRADED]),
    ("timeline --framework 'mekong',asean-", ["timeline", "--framework", "mekong,asean-rok"]),
    ('timeline --framework="mekong","asean-', ["timeline", "--framework=mekong,asean-rok"]),
    ("timeline 2>nowhere --framework mek", ["timeline", "--framework", "mekong"]),
]


@pytest.mark.parametrize("shell", SHELLS)
def test_what_completion_puts_into_a_line_is_handed_to_the_program_letter_for_letter(
    shell: str, tmp_path: Path
) -> None:
    lines = [*LINES, *(BASH_LINES if shell == "bash" else [])]
    found = handed(shell, [f"aseanrok {line}" for line, _ in lines], tmp_path)
    assert dict(zip((line for line, _ in lines), found, strict=True)) == dict(lines)


def made_of(shell: str, line: str) -> list[str]:
    """Return the words that a shell makes of a line."""
    start = {"bash": ["bash", "--norc", "-c"], "zsh": ["zsh", "-f", "-c"], "fish": ["fish", "--no-config", "-c"]}
    order = [*start[shell], f"printf '%s\\0' {line}"]
    environ = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
    done = subprocess.run(order, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, env=environ)
    assert not done.stderr, (line, done.stderr)
    return done.stdout.decode().split("\0")[:-1]


HARD = st.text("ab '\"\\$`!한;*?#~{},=:&|", min_size=1, max_size=8)


@pytest.mark.skipif("bash" not in SHELLS, reason="no bash")
@settings(max_examples=60, deadline=None)
@given(st.lists(HARD, min_size=30, max_size=30), st.sampled_from(["", "'", '"', "$'"]))
@example(["a'", "a!", "!", "'", '"', "\\", "a\\", "$", "한`"], '"')
def test_any_name_is_written_within_any_quotes(names: list[str], quote: str) -> None:
    """Bash closes quotes itself where the text does not end with one; two texts never share half of an escape."""
    line = []
    for name in names:
        (text,) = behind(f"{quote}", "", [name])
        whole = text if quote and text.startswith(quote) else f"{quote}{text}"
        line.append(whole + (quote[-1:] if quote and not text.endswith(quote[-1]) else ""))
    assert made_of("bash", " ".join(line)) == names
    for each, name in zip(line, names, strict=True):
        assert (read := Typed(each)).text == name and not read.quote


def alike(texts: list[str]) -> str:
    """Return what texts begin with, all of them."""
    return "".join(letters[0] for letters in takewhile(lambda each: len({*each}) == 1, zip(*texts, strict=False)))


@given(HARD, HARD, st.sampled_from(["", "'", '"', "$'"]))
@example("a b", "a'b", "")
@example("a$", 'a"', '"')
def test_what_several_names_have_in_common_ends_with_a_whole_letter(one: str, other: str, quote: str) -> None:
    assume(one != other)
    texts = behind(quote, "", [one, other])
    common = alike(texts)
    text = common[len(quote) :] if quote and common.startswith(quote) else common
    read = Typed(f"{quote}{text}")
    assert read.quote == quote and read.text == alike([one, other])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("aseanrok show 'a b", (["aseanrok", "show", "'a b"], False)),
        ("aseanrok  show a\\ b ", (["aseanrok", "show", "a\\ b", ""], False)),
        ("aseanrok show a\\\\ b", (["aseanrok", "show", "a\\\\", "b"], False)),
        ("aseanrok 2>/dev/null -o x", (["aseanrok", "-o", "x"], False)),
        ("aseanrok funds > o", (["aseanrok", "funds", "o"], True)),
        ("aseanrok funds >>o show", (["aseanrok", "funds", "show"], False)),
    ],
)
def test_a_line_is_parted_as_bash_parts_it(line: str, words: tuple[list[str], bool]) -> None:
    assert words_of(line) == words


def test_nothing_is_offered_behind_what_the_shell_puts_something_in_the_place_of() -> None:
    assert behind('"US$1":a', "a", ["US$1:ab"]) == []
    assert behind("'US$1':a", "a", ["US$1:ab"]) == ["ab"]


@pytest.mark.parametrize("shell", SHELLS)
@settings(max_examples=15, deadline=None)
@given(names=st.lists(HARD, min_size=40, max_size=40))
@example(names=["=x", "a\\", "\\\\", "it's", 'it\'s "so"', "US$1's", "a^b", "%self", "라오스", "!x'"])
def test_a_word_that_is_told_can_be_pasted(shell: str, names: list[str]) -> None:
    assert made_of(shell, " ".join(map(typed, names))) == names


@pytest.mark.parametrize("shell", [name for name in SHELLS if name != "fish"])
def test_letters_that_are_not_shown_can_be_pasted(shell: str) -> None:
    names = ["a\nb", "a\x1bbc", "it's\t", "a\u00a0b!", "라\u200b1", "\u202ea", "a\\\n", "\U000e0001f"]
    line = " ".join(map(typed, names))
    assert line.isprintable() and made_of(shell, line) == names
