"""`aseanrok completion`: a script for a shell. It is printed; nothing is installed or changed."""

from __future__ import annotations

from aseanrok.cli.grammar import SHELLS
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.names import choice_or_fail

# Each script hands the words so far to the program, which answers with one candidate a line.
_SCRIPTS = {
    "bash": """\
_aseanrok() {
    local IFS=$'\\n'
    local words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    COMPREPLY=($(ASEANROK_COMPLETE=1 aseanrok "${words[@]}" 2>/dev/null))
    [[ ${#COMPREPLY[@]} -eq 0 && ${COMP_WORDS[COMP_CWORD-1]} == @(-o|--output) ]] && compopt -o default
}
complete -F _aseanrok aseanrok
""",
    "zsh": """\
#compdef aseanrok
_aseanrok() {
    local -a candidates
    candidates=("${(@f)$(ASEANROK_COMPLETE=1 aseanrok "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "${candidates[*]}" ]]; then compadd -a candidates; else _files; fi
}
if [[ $funcstack[1] == _aseanrok ]]; then _aseanrok "$@"; else compdef _aseanrok aseanrok; fi
""",
    "fish": """\
function __aseanrok
    set -l words (commandline -opc) (commandline -ct)
    ASEANROK_COMPLETE=1 aseanrok $words[2..-1] 2>/dev/null
end
complete -c aseanrok -f -a '(__aseanrok)'
complete -c aseanrok -s o -l output -r -F
""",
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName aseanrok -ScriptBlock {
    param($word, $ast, $position)
    $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($word -eq '') { $words += '' }
    $env:ASEANROK_COMPLETE = '1'
    try { aseanrok @words 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) } }
    finally { Remove-Item Env:ASEANROK_COMPLETE }
}
""",
}


HELP = """\
Print a script that completes commands, options, ids, frameworks, countries, fields and formats in a shell.

\b
Examples:
  aseanrok completion bash
  source <(aseanrok completion bash)
  aseanrok completion fish > ~/.config/fish/completions/aseanrok.fish"""


def run(request: Request) -> list[str]:
    """Return the script for a shell."""
    if not request.names:
        raise UsageFailure(f"completion for which shell? {', '.join(SHELLS)}")
    return [_SCRIPTS[choice_or_fail("shell", request.names[0], SHELLS)]]
