#!/usr/bin/env bash
# Gather all that an installation without a network needs: wheels, the lock, the fonts, a note how to go on.
#   tools/wheelhouse.sh PYTHON FOLDER    the wheels are for this Python and this kind of machine
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1
folder=$2

echo "收集安装文件到 $folder/"
rm -rf "$folder"
mkdir -p "$folder/wheels" "$folder/fonts"
"$python" -m pip download --quiet --quiet --require-hashes --only-binary :all: -r requirements/run.txt -d "$folder/wheels"
"$python" -m pip wheel --quiet --quiet --no-deps --no-build-isolation . -w "$folder/wheels"
cp requirements/run.txt LICENSE "$folder/"
"$python" -m mingzhang.publishing.fonts --copy "$folder/fonts" || echo "没有可带走的字体，目标机器须自备中文字体。"

version=$("$python" -c 'import platform, sys; print("%d.%d" % sys.version_info[:2], platform.system(), platform.machine())')
cat > "$folder/安装说明.txt" <<TEXT
明账离线安装包（适用于 Python $version）

在目标机器上进入本文件夹，依次执行：

  python3 -m venv ~/mingzhang
  ~/mingzhang/bin/pip install --no-index --find-links wheels --require-hashes -r run.txt
  ~/mingzhang/bin/pip install --no-index --no-deps wheels/mingzhang-*.whl
  mkdir -p ~/.cache/mingzhang/fonts && cp fonts/* ~/.cache/mingzhang/fonts/
  ~/mingzhang/bin/mingzhang --help

字体也可以放在别处，用环境变量 MINGZHANG_FONTS 指明文件夹。
TEXT
echo "完成：$(du -sh "$folder" | cut -f1)，怎样安装见 $folder/安装说明.txt"
