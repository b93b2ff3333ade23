# shellcheck shell=bash
# Part of packaging/dev (sourced): everything that can be found without running the program. Goes on after a failure
# and names all the parts that failed at the end.

formatted_by=14 # Debian 12's; other versions lay the same code out differently
jobs=$(nproc)

lint_format() {
    local version
    version=$(clang-format --version | sed -n 's/.*version \([0-9]*\).*/\1/p')
    if [[ $version != "$formatted_by" ]]; then
        echo "排版以 clang-format $formatted_by 为准，这台机器上是 $version，排出来不一样，所以跳过这一项。"
        return
    fi
    local unformatted
    unformatted=$(find src tests -name '*.[ch]' -print0 |
        xargs -0 -n 40 -P "$jobs" clang-format --dry-run --ferror-limit=1 2>&1 |
        sed -n 's/:[0-9]*:[0-9]*: warning: code should be clang-formatted.*//p' | sort -u) || return 1
    [[ -n $unformatted ]] || return 0
    echo "请排版：clang-format -i ${unformatted//$'\n'/ }"
    return 1
}

lint_layers() { python3 tests/layers.py --root . --build build/lint-gcc; }

lint_style() { python3 tests/style.py .; }

# Warnings are errors here, and gcc's static analyser looks at src/ on the way.
lint_gcc() { build lint-gcc -k 0 && build_bench lint-gcc; }

lint_clang() { build lint-clang -k 0 && build_bench lint-clang; }

build_bench() { ! compgen -G 'tests/bench/*.c' >/dev/null || build "$1" bench; }

# clang's analyser was nineteen twentieths of the time: it went on along 225000 states of a function, nearly all
# of them like others before. With a third of that it sees the same mistakes in a third of the time.
lint_tidy() {
    local budget=(--extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=max-nodes=75000)
    find src -name '*.c' -print0 |
        xargs -0 -n 1 -P "$jobs" clang-tidy --quiet --warnings-as-errors='*' "${budget[@]}" -p build/lint-clang 2> >(
            grep -v 'warnings\? generated\|^Suppressed\|^Use -header-filter' >&2
        )
}

# The build folder lets a second run look only at what has changed. In lines.c cppcheck 2.10 takes a pointer to the
# last column of a table for one to a single number.
lint_cppcheck() {
    mkdir -p build/cppcheck
    cppcheck --quiet --std=c11 --language=c -I src -D_POSIX_C_SOURCE=200809L '-DANZHI_VERSION=""' -j "$jobs" \
        --enable=warning,performance,portability --inline-suppr --error-exitcode=1 --suppress=missingIncludeSystem \
        --suppress=normalCheckLevelMaxBranches --suppress=objectIndex:src/ui/lines.c \
        --cppcheck-build-dir=build/cppcheck src
}

(($#)) || set -- style format gcc clang layers tidy cppcheck
failed=()
for part in "$@"; do
    declare -F "lint_$part" >/dev/null || {
        echo "没有「$part」这一项。"
        exit 2
    }
    echo "== $part"
    started=$SECONDS
    ("lint_$part") || failed+=("$part")
    echo "   $((SECONDS - started)) 秒"
done
if ((${#failed[@]})); then
    echo "没有通过：${failed[*]}"
    exit 1
fi
echo "全部通过。"
