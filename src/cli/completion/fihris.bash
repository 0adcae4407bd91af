# Completions of fihris for bash.
_fihris() {
    local line="${COMP_LINE:0:COMP_POINT}" cur="${COMP_WORDS[COMP_CWORD]}" candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        if [[ $candidate == ":files" ]]; then
            compopt -o filenames -o default 2>/dev/null
        elif [[ -n $candidate ]]; then
            COMPREPLY+=("$candidate")
        fi
    done < <("${COMP_WORDS[0]}" __complete bash "$line" 2>/dev/null)
    # A field or a list goes on behind what is completed.
    [[ ${#COMPREPLY[@]} -gt 0 ]] && compopt +o filenames 2>/dev/null
    [[ ${COMPREPLY[0]-} == *[:=] ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -F _fihris -o bashdefault fihris
