#!/bin/bash
# The same content, mode and seed give the same questions on every compiler and at every level of optimisation:
# builds the program three times and compares what the three print, byte by byte.
set -euo pipefail

variants=(gcc-O0 gcc-O2 clang-O2)
seeds=20
count=200
work=$BUILD_DIR/same_everywhere

for variant in "${variants[@]}"; do
    compiler=${variant%-*}
    command -v "$compiler" >/dev/null || { echo "$compiler is not here"; exit 1; }
    # One optimisation level and nothing else: neither hardening nor NDEBUG may make a difference either.
    cmake -S "$SOURCE_DIR" -B "$work/$variant" -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_C_COMPILER="$compiler" \
        -DCMAKE_C_FLAGS="-${variant#*-}" -DANZHI_TESTS=OFF >"$work-$variant.log" 2>&1 || {
        cat "$work-$variant.log"
        exit 1
    }
    ninja --quiet -C "$work/$variant" anzhi
done

# Everything that one program prints, with a heading for each command, so that a difference says where it came from.
print_all() {
    local anzhi=$1 mode seed replay
    for mode in kiosk class training; do
        for ((seed = 1; seed <= seeds; seed++)); do
            echo "# generate --seed $seed --mode $mode"
            "$anzhi" generate --content content --seed "$seed" --count "$count" --mode "$mode" --format jsonl
        done
    done
    for replay in tests/replays/*.replay; do
        echo "# play $replay"
        "$anzhi" play "$replay" --content tests/fixtures/small.json --dump
    done
}

cd "$SOURCE_DIR"
shopt -s nullglob
for variant in "${variants[@]}"; do
    print_all "$work/$variant/anzhi" >"$work/$variant.txt" &
    printing+=($!)
done
for process in "${printing[@]}"; do wait "$process"; done

questions=$(grep -c '^{' "$work/gcc-O0.txt" || true)
echo "$questions questions and $(grep -c '^# play' "$work/gcc-O0.txt" || true) replays from each of ${variants[*]}"
# A program that prints nothing is the same everywhere, too.
((questions == 3 * seeds * count)) || { echo "expected $((3 * seeds * count)) questions"; exit 1; }
for variant in "${variants[@]:1}"; do
    cmp "$work/gcc-O0.txt" "$work/$variant.txt" || {
        diff "$work/gcc-O0.txt" "$work/$variant.txt" | head -n 20
        exit 1
    }
done
