#!/bin/bash
# The pictures of README.md and content/README.md, of the built-in content and of the guide's own, so that they change
# with the program alone.
#     shots.sh ANZHI FOLDER
set -euo pipefail
anzhi=$1 folder=$2
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "$folder"

shot() {
    local name=$1
    shift
    "$anzhi" shot --content "$root/assets/demo.json" --size 960x540 --small "$@" -o "$folder/$name.png"
}

shot attract --screen attract
shot feedback --screen feedback
shot card --screen card --theme dark
shot result --screen result

# assets/guide/shenyue.jpeg is the page of `anzhi review -o` for the guide's two documents, as a browser shows it: chromium
# --headless --window-size=900,790 --screenshot=shenyue.jpeg.
# What the guide's document becomes, once it is imported and its first draft accepted.
practice=$(mktemp -d)
trap 'rm -rf "$practice"' EXIT
mkdir "$practice/packs" "$practice/inbox"
cp "$root/assets/guide/lianxi.json" "$practice/packs/"
cp "$root/assets/guide/kaimu.txt" "$practice/inbox/"
"$anzhi" import document "$practice/inbox/kaimu.txt" --into lianxi --content "$practice" >/dev/null 2>&1
"$anzhi" accept D0001 --decided --content "$practice" >/dev/null 2>&1
"$anzhi" shot --content "$practice" --size 960x540 --small --screen feedback --seed 1 --state question=1 -o "$folder/guide-fact.png"
