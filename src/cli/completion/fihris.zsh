#compdef fihris
# Completions of fihris for zsh.
_fihris() {
    local -a values shown
    local line files=""
    while IFS= read -r line; do
        if [[ $line == ":files" ]]; then
            files=1
        elif [[ -n $line ]]; then
            values+=("${line%%$'\t'*}")
            if [[ -n ${line#*$'\t'} ]]; then
                shown+=("${line%%$'\t'*}  -- ${line#*$'\t'}")
            else
                shown+=("${line%%$'\t'*}")
            fi
        fi
    done < <("${(Q)words[1]}" __complete zsh -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#values} )); then
        if [[ ${values[1]} == *[:=] ]]; then
            compadd -U -S '' -l -d shown -a values
        else
            compadd -U -l -d shown -a values
        fi
    fi
    [[ -n $files ]] && _files
    return 0
}
if [[ ${funcstack[1]} == _fihris ]]; then
    _fihris "$@"
else
    compdef _fihris fihris
fi
