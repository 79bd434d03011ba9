# graphs   reads seeds/ and writes graphs/
# test     everything: Swift tests, snapshots, readers of other languages, format and layers
# format   formats the Swift sources
# bench    measures speed and memory
# bench-formats  measures every format on 1,000,000 edges, beside NetworkX and igraph
# fuzz     tries random input on the tokenizer and on the whole pipeline, FUZZ_SECONDS each
# man      writes the manual page and the completions to .build/share
# install  installs command, manual page and completions under PREFIX
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := graphs
.PHONY: graphs test format lint bench bench-formats fuzz man install packages test-packages

PREFIX ?= /usr/local
SEEDS := seeds
PACKAGES := git pkg-config libgraphviz-dev libdnnl-dev libxml2-dev libsqlite3-dev zlib1g-dev graphviz fonts-liberation
# The readers of other languages, and the browser that clicks through the explorer.
TEST_PACKAGES := $(PACKAGES) python3-venv libxml2-utils raptor2-utils python3-graph-tool chromium sqlite3

# Tests look inside modules; one set of flags for graphs and tests means one build.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing
ENTENTE := .build/release/entente
# What users install and what is measured is built without those openings.
PLAIN_FLAGS := -c release --scratch-path .build/plain
PLAIN := .build/plain/release/entente

graphs: packages
	swift build $(SWIFT_FLAGS) --product entente
	.ci/graphs $(ENTENTE) $(SEEDS) graphs

test: test-packages lint
	ENTENTE_STRICT=1 swift build $(SWIFT_FLAGS) --build-tests
	ENTENTE_STRICT=1 swift test $(SWIFT_FLAGS) --skip-build
	Tests/Interop/run.sh $(ENTENTE)
	python3 Tests/Interop/explorer_test.py graphs/syria-2015.html
	python3 Tests/Interop/explorer_test.py --large $(ENTENTE)

format:
	swift format format --in-place --recursive --parallel --configuration .swift-format Package.swift Sources Tests

lint:
	swift format lint --strict --recursive --parallel --configuration .swift-format Package.swift Sources Tests

bench: packages
	swift build $(PLAIN_FLAGS) --product entente
	ENTENTE=$(CURDIR)/$(PLAIN) .ci/bench

bench-formats: packages
	swift build $(PLAIN_FLAGS) --product entente
	swift build $(PLAIN_FLAGS) --product WriterSpeed
	Tests/Interop/environment.sh
	ENTENTE=$(CURDIR)/$(PLAIN) WRITER_SPEED=$(CURDIR)/.build/plain/release/WriterSpeed \
	    PYTHON=Tests/Interop/.venv/bin/python .ci/bench-formats

FUZZ_SECONDS ?= 300
fuzz: packages
	.ci/fuzz Tokenizer $(FUZZ_SECONDS)
	.ci/fuzz Pipeline $(FUZZ_SECONDS)

man: packages
	swift build $(PLAIN_FLAGS) --product entente
	.ci/share $(PLAIN) .build/share

install: man
	install -D -m 755 $(PLAIN) $(DESTDIR)$(PREFIX)/bin/entente
	cp -R .build/share/. $(DESTDIR)$(PREFIX)/share/

packages:
	@.ci/packages $(PACKAGES)

test-packages:
	@.ci/packages $(TEST_PACKAGES)
