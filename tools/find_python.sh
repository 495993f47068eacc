#!/usr/bin/env bash
# Print the newest Python of 3.11 or later that runs and can make environments; say what to do when there is none.
#   tools/find_python.sh [PYTHON]    PYTHON, when given and not empty, is the only candidate
set -euo pipefail

usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

candidates=(python3.15 python3.14 python3.13 python3.12 python3.11 python3 python)
[ -z "${1:-}" ] || candidates=("$1")
for candidate in "${candidates[@]}"; do
    if usable "$candidate"; then
        command -v "$candidate"
        exit
    fi
done

cat >&2 <<TEXT
没有找到可用的 Python：需要 3.11 或更新版本，并带 venv 模块。
试过：${candidates[*]}
怎么办：
  Debian、Ubuntu、统信 UOS：apt-get install python3 python3-venv
  其他系统：安装 Python 3.11 以上版本，或指明位置：make PYTHON=/路径/python3.12 run
No usable Python was found: 3.11 or later with the venv module is needed.
TEXT
exit 2
