#!/usr/bin/env bash
# Put Debian's Chromium in place for the tests of pages. Never fails: without it those tests are skipped and say why.
set -u

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done

without() {
    echo "没有浏览器：$1，网页测试将跳过。要跑它们，请安装 Chromium（Debian：apt-get install chromium）。"
    exit 0
}

command -v apt-get >/dev/null 2>&1 || without "这台机器没有 apt-get"
[ "$(id -u)" -eq 0 ] || without "安装它需要管理员权限"
echo "安装 Chromium，供网页测试用（只在第一次）"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends chromium >>"$log" 2>&1
}
install || { apt-get update --quiet >>"$log" 2>&1 && install; } || {
    tail -n 3 "$log"
    without "apt-get 没有装成（原因见上）"
}
