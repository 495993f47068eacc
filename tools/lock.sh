#!/usr/bin/env bash
# Write requirements/*.txt anew: exact versions, hashes for every platform and Python, no index address.
#   tools/lock.sh            keep what is locked, add what is new
#   tools/lock.sh --upgrade  take the newest versions
# Needs uv (pip install uv). An index of your own: UV_DEFAULT_INDEX.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() { # lock FILE [more arguments of uv]
    local file=requirements/$1
    shift
    echo "锁定 $file"
    uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --custom-compile-command tools/lock.sh \
        --output-file "$file" "$@" pyproject.toml --group build
}

mkdir -p requirements
lock dev.txt --group dev "$@"
lock run.txt --constraint requirements/dev.txt "$@"
lock bench.txt --group bench --constraint requirements/dev.txt "$@"

if grep -HnE '^[^#]*(https?:|file:|--(index-url|extra-index-url|find-links))' requirements/*.txt; then
    echo "锁定文件里出现了地址（见上），请删去后再提交。" >&2
    exit 1
fi
