#!/usr/bin/env bash
# Put axe-core in place for the accessibility tests. Never fails: without it those tests are skipped and say why.
set -u
cd "$(dirname "$0")/.."
version=4.14.1

[ -f .cache/node_modules/axe-core/axe.min.js ] && exit 0
without() {
    echo "没有 axe-core：$1，无障碍测试将跳过。"
    exit 0
}
command -v npm >/dev/null 2>&1 || without "这台机器没有 npm"
npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix .cache "axe-core@$version" >/dev/null 2>&1 ||
    without "npm 没有装成"
