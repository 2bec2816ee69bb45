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
    # Bash 3.2, which macOS has, knows neither `compopt` nor `mapfile`. Bash breaks words at `=`: they are joined for
    # the program, and what it answers is cut where the word was broken.
    "bash": """\
_aseanrok() {
    local word words=() joined="" before="" broken="" line
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $joined && ( $word == = || $before == = ) && ${words[${#words[@]}-1]} == --* ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        joined=1 before=$word
    done
    word=${words[${#words[@]}-1]}
    [[ $word == --*=* && $COMP_WORDBREAKS == *=* ]] && broken=${word%%=*}=
    COMPREPLY=()
    before=""
    [[ ${#words[@]} -gt 1 ]] && before=${words[${#words[@]}-2]}
    case "$before $word" in
        FILES)
            word=${word#"$broken"}
            if type compopt >/dev/null 2>&1; then
                compopt -o default
            else
                while IFS= read -r line && [[ $line ]]; do
                    printf -v line %q "$line"
                    COMPREPLY+=("$line")
                done <<< "$(compgen -f -- "$word")"
            fi
            return ;;
    esac
    while IFS= read -r line && [[ $line ]]; do
        line=${line#"$broken"}
        # Inside quotes a name needs no other protection.
        [[ $word == *[\\"\\']* || $line != *[!a-zA-Z0-9_.,=-]* ]] || line=$(_aseanrok_quoted "$line")
        COMPREPLY+=("$line")
    done <<< "$(ASEANROK_COMPLETE=bash aseanrok "${words[@]}" 2>/dev/null)"
}
_aseanrok_quoted() {
    local special="[][ \\"'\\\\\\$&;|<>()*?!\\`#~]" character
    for ((i = 0; i < ${#1}; i++)); do
        character=${1:i:1}
        if [[ $character == $special ]]; then printf '\\\\%s' "$character"; else printf %s "$character"; fi
    done
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
    # straight ones do.
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
            $quoted = "'" + ($found -replace "['\\u2018-\\u201b]", '$0$0') + "'"
            $text = if ($found -match '[^\\w.,=-]') { $quoted } else { $found }
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
