# shellcheck shell=bash
# Part of packaging/dev (sourced): runs each fuzz target, as many at once as there are processors, and prints how fast
# each one was. A crash fails, and names the input that caused it. The tree itself is never written to: libFuzzer
# grows a copy of the corpus inside the build folder.

# A small quarantine: with ASan's own 256 MB each run would get pages that were never touched before. And no stack is
# walked at each allocation: what is found is found again, with all its stacks, from the input that is kept.
export ASAN_OPTIONS=quarantine_size_mb=8:malloc_context_size=1

fuzz_one() {
    local name=$1 dir=build/fuzz
    local log=$dir/$name.log work=$dir/corpus/$name artefacts=$dir/artefacts/
    local options=(-artifact_prefix="$artefacts$name-" -max_len=1024 -timeout=25 -rss_limit_mb=2048
        -print_final_stats=1 "${fuzz_limit[@]}")
    [[ -e tests/fuzz/$name.dict ]] && options+=(-dict="tests/fuzz/$name.dict")
    mkdir -p "$work" "$artefacts"
    if ! "$dir/fuzz_$name" "${options[@]}" "$work" "tests/fuzz/corpus/$name" >"$log" 2>&1; then
        tail -n 40 "$log"
        echo "fuzz_${name}：出错。能重现错误的输入在 $(ls -t "$artefacts$name"-* 2>/dev/null | head -n 1)"
        return 1
    fi
    local runs speed
    runs=$(awk '/stat::number_of_executed_units:/ {print $2}' "$log")
    speed=$(awk '/stat::average_exec_per_sec:/ {print $2}' "$log")
    echo "fuzz_${name}：$runs 次，每秒 $speed 次，没有出错"
}

# A run by number starts from the same seed each time, so that CI is not a lottery; a run by time explores.
case $1 in
*[!0-9s]* | s*)
    say "次数写成 1000000，时间写成 60s。"
    exit 2
    ;;
*s) fuzz_limit=(-max_total_time="${1%s}") ;;
*) fuzz_limit=(-runs="$1" -seed=1) ;;
esac

# The slowest first, so that no processor is left alone with it at the end.
shopt -s nullglob
names=(pack)
for source in tests/fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    [[ $name == fuzz_pack ]] || names+=("${name#fuzz_}")
done

failed=0 running=0
for name in "${names[@]}"; do
    if ((running == $(nproc))); then
        wait -n || failed=1
        running=$((running - 1))
    fi
    fuzz_one "$name" &
    running=$((running + 1))
done
while ((running > 0)); do
    wait -n || failed=1
    running=$((running - 1))
done
exit $failed
