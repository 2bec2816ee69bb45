"""`aseanrok completion`: a script for a shell. It is printed; nothing is installed or changed."""

from __future__ import annotations

from aseanrok.cli.grammar import SHELLS
from aseanrok.cli.options import OPTIONS, Words
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.names import choice_or_fail

# Each script hands the words so far to the program, which answers with one candidate a line; where zsh, fish or
# PowerShell asks, with a tab and a description behind it. FILES and OPTIONS stand for the options that name a file:
# those the shell completes.
_SCRIPTS = {
    # Bash 3.2, which macOS has, knows neither `compopt` nor `mapfile`. Bash is told what to put in the place of its
    # last argument, which is only the end of a word that holds quotes, `=` or `:`: so the program is handed the line.
    "bash": """\
_aseanrok() {
    local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}
    COMPREPLY=()
    if type compopt >/dev/null 2>&1; then
        case "$before $word" in
            FILES) compopt -o default; return ;;
        esac
    fi
    # Up to 4.2 the place of the cursor counts bytes.
    (( BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] > 402 )) || line=$(LC_ALL=C; printf %s "${COMP_LINE:0:COMP_POINT}")
    while IFS= read -r line && [[ $line ]]; do
        COMPREPLY+=("$line")
    done <<< "$(ASEANROK_COMPLETE=line aseanrok "$line" "$2" 2>/dev/null)"
}
complete -F _aseanrok aseanrok
""",
    "zsh": """\
#compdef aseanrok
_aseanrok() {
    local -a lines found shown
    local line
    if [[ $words[CURRENT-1] == (OPTIONS) ]]; then _files; return; fi
    if [[ $words[CURRENT] == (OPTIONS)=* ]]; then compset -P '*='; _files; return; fi
    lines=("${(@f)$(ASEANROK_COMPLETE=zsh aseanrok "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    for line in $lines; do
        found+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/ -- }")
    done
    (( $#found )) && compadd -l -d shown -a found
}
if [[ $funcstack[1] == _aseanrok ]]; then
    _aseanrok "$@"
elif (( $+functions[compdef] )); then
    compdef _aseanrok aseanrok
else
    # Before compinit there is nothing to register with: wait for the first prompt.
    _aseanrok_register() {
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
        compdef _aseanrok aseanrok
        add-zsh-hook -d precmd _aseanrok_register
    }
    autoload -Uz add-zsh-hook && add-zsh-hook precmd _aseanrok_register
fi
""",
    "fish": """\
function __aseanrok
    set -l words (commandline -opc)
    ASEANROK_COMPLETE=fish aseanrok $words[2..-1] (commandline -ct | string collect) 2>/dev/null
end
complete -c aseanrok -f -a '(__aseanrok)'
complete -c aseanrok -s o -l output -r -F
""",
    # Before 7.3 PowerShell hands no empty word to a program: two quotes stand for it. Curved quotes end a text as
    # straight ones do, and a comma outside quotes makes two words of one.
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName aseanrok -ScriptBlock {
    param($word, $ast, $position)
    $words = @($ast.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $position } | ForEach-Object { $_.Extent.Text })
    if ($word -eq '') { $words += "''" }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        $env:ASEANROK_COMPLETE = 'powershell'
        aseanrok @words 2>$null | ForEach-Object {
            $found, $about = $_ -split "`t", 2
            $inside = $found -replace "['\\u2018-\\u201b]", '$0$0'
            $text = if ($found -match '[^\\w.=-]') { "'$inside'" } else { $found }
            if (-not $about) { $about = $found }
            [System.Management.Automation.CompletionResult]::new($text, $found, 'ParameterValue', $about)
        }
    } finally {
        Remove-Item Env:ASEANROK_COMPLETE -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
}
""",
}


HELP = """\
Print a script that completes commands, options, ids, frameworks, countries, fields and formats in a shell.

\b
Examples:
  aseanrok completion bash
  eval "$(aseanrok completion bash)"
  aseanrok completion fish > ~/.config/fish/completions/aseanrok.fish"""


def _script(shell: str) -> str:
    flags = [flag for option in OPTIONS.values() if option.words == Words.FILES for flag in option.written()]
    after = "|".join([*(f"{flag}\\ *" for flag in flags), *(f"*\\ {flag}=*" for flag in flags)])
    return _SCRIPTS[shell].replace("FILES", after).replace("OPTIONS", "|".join(flags))


def run(request: Request) -> list[str]:
    """Return the script for a shell."""
    if not request.names:
        raise UsageFailure(f"completion for which shell? {', '.join(SHELLS)}")
    return [_script(choice_or_fail("shell", request.names[0], SHELLS))]
