# 明账 Mingzhang. `make help` explains every target; a second call of any of them is quick.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?=
EXAMPLE ?= examples/information-centre-2021
WHEELHOUSE ?= wheelhouse
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test check core cover slow bench lint format pages fonts chromium axe lock wheelhouse clean

help: ## 列出各目标 · list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.project fonts ## 安装并编制样例单位的决算公开 · install, then build the example
	@$(BIN)/mingzhang build $(EXAMPLE)

test: chromium axe lint cover slow ## 安装测试所需，跑全部检查和测试 · everything CI runs

lint: $(VENV)/.dev ## 风格、类型、分层检查 · ruff, mypy, import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

core: $(VENV)/.dev fonts ## 快测试 · the fast suite
	@$(BIN)/python -m pytest -n auto --dist loadfile

cover: $(VENV)/.dev fonts ## 快测试，带覆盖率（不低于 95%，较慢） · the fast suite with coverage, which slows it
	@$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term

slow: $(VENV)/.dev fonts ## 慢测试，各条规律多找几倍的例子 · the slow suite, properties searched deeper
	@MINGZHANG_TEST_DEPTH=5 $(BIN)/python -m pytest -n auto --dist loadfile -m "slow or law"

bench: $(VENV)/.bench fonts ## 量速度，与他家工具对照 · measure speed against other tools
	@command -v hledger >/dev/null || echo "没有 hledger（Debian 包 hledger），略去这一项对照"
	@$(BIN)/python -m benchmarks

format: $(VENV)/.dev ## 整理代码格式 · format and mend what can be mended by machine
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

pages: $(VENV)/.project ## 由规则数据重写 docs/rules.md 的清单 · write the list of rules in docs/rules.md anew
	@$(BIN)/python tools/rules_page.py

fonts: $(VENV)/.project ## 备好中文字体 · fetch the Chinese fonts once
	@$(BIN)/python -m mingzhang.publishing.fonts || true

chromium: ## 备好网页测试用的浏览器 · the browser for tests of pages
	@tools/ensure_chromium.sh

axe: ## 备好无障碍检查用的 axe-core · axe-core for tests of accessibility
	@tools/ensure_axe.sh

wheelhouse: $(VENV)/.project fonts ## 做一个可离线安装的文件夹 · a folder to install from without a network
	@tools/wheelhouse.sh $(BIN)/python $(WHEELHOUSE)

lock: ## 重写锁定文件（要有 uv） · write requirements/ anew, needs uv
	@tools/lock.sh

clean: ## 删去环境和生成物，不动字体缓存 · remove what was set up and built
	@rm -rf $(VENV) $(WHEELHOUSE) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache .coverage .coverage.*
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Setup. A stamp inside the environment says what it holds; a changed lock makes it stale.
$(BIN)/python:
	@python="$$(tools/find_python.sh "$(PYTHON)")"; \
	echo "用 $$python 建立环境 $(VENV)"; \
	"$$python" -m venv --clear $(VENV)

$(VENV)/.run: requirements/run.txt | $(BIN)/python
	@echo "按 $< 安装依赖（只在第一次或锁定文件有变时）"
	@$(BIN)/python -m pip install --quiet --quiet --require-hashes -r $<
	@touch $@

$(VENV)/.project: pyproject.toml $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.project
	@echo "按 $< 安装测试工具（只在第一次或锁定文件有变时）"
	@$(BIN)/python -m pip install --quiet --quiet --require-hashes -r $<
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.project
	@echo "按 $< 安装对照用的工具（只在第一次或锁定文件有变时）"
	@$(BIN)/python -m pip install --quiet --quiet --require-hashes -r $<
	@touch $@
