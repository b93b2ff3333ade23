#!/bin/bash
# The pictures of README.md, of the built-in content so that they change with the program alone.
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
