# Completions of fihris for fish.
function __fihris_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l plain (string unescape -- $current 2>/dev/null)
    and set current $plain
    for line in ($words[1] __complete fish -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c fihris -f -a '(__fihris_complete)'
