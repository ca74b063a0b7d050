# Machikado. `make run` serves the sample ward; `make test` proves everything. Both set themselves up.
SHELL := /bin/bash
DATA ?= .machikado
BIND ?= 127.0.0.1:8080
RELEASE := target/release/machikado
WEB_SOURCES := $(shell find web tiles -type f -not -path '*/node_modules/*' -not -path 'web/dist/*' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help run build test bench lint fmt docs sample clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: build ## set up, build, and serve the sample ward on http://127.0.0.1:8080
	$(RELEASE) serve --bind $(BIND) --data $(DATA) --sample

build: web/dist/index.html ## leave the release binary, web bundle inside, in target/release/machikado
	cargo build --release --locked

test: .setup-test lint web/dist/index.html ## set up, then pass every check and test
	cd web && npm test
	.ci/postgis cargo nextest run --locked
	cargo test --doc --locked --quiet

lint: .setup-test web/dist/index.html ## rustfmt, clippy, Biome and svelte-check
	cargo fmt --check
	cargo clippy --locked --all-targets --quiet -- -D warnings
	cd web && npm run check

bench: ## measure tiles and questions at ward size, beside their peers
	@.ci/setup bench
	@$(MAKE) --no-print-directory build
	cargo bench --locked
	.ci/postgis benches/http.sh
	benches/page.sh

fmt: .setup-build ## format Rust and web sources
	cargo fmt
	cd web && npm run format

docs: .setup-build ## build the API documentation of the crate into target/doc
	cargo doc --no-deps --locked

sample: build ## write data/sample/ again (it is deterministic)
	$(RELEASE) sample data/sample

clean: ## forget builds and the local data folder
	rm -rf target web/dist web/node_modules $(DATA)

.PHONY: .setup-build .setup-test
.setup-build:
	@.ci/setup build
.setup-test:
	@.ci/setup test

web/dist/index.html: $(WEB_SOURCES) | .setup-build
	cd web && npm run build
	@touch $@
