# `make run` starts a demonstration class; `make test` runs everything that CI runs. Both install what is missing.

SWIFT ?= swift
# The standard library goes into the program: Debian 12 has no package of it.
RELEASE = -c release --static-swift-stdlib
STRICT = -Xswiftc -warnings-as-errors
DATA ?= .build/demonstration
PORT ?= 8080
GONGBOX = .build/release/gongbox

.PHONY: run build test lint unit-tests killtest killtest-short fuzz fuzz-short bench sounds spectrograms circuit circuit-or-not \
	arm64 rig rig-short rig-or-not install-build install-test install-rig clean

run: build
	$(GONGBOX) serve --demo --data $(DATA) --port $(PORT)

build: install-build
	$(SWIFT) build $(RELEASE) --product gongbox

test: install-test lint unit-tests sounds killtest-short circuit-or-not fuzz-short rig-or-not

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Sounds Tests

# Those that compute by themselves: they would starve those that wait for a server or a browser.
COMPUTING = (Assessment|Formats|Synthesis)Tests

unit-tests: install-test
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test --skip-build --filter '$(COMPUTING)'
	$(SWIFT) test --skip-build --skip '$(COMPUTING)'

# Kills the running box again and again and looks for what it had said was saved.
killtest: build
	$(SWIFT) build $(RELEASE) --product killtest
	.build/release/killtest --rounds 50 --students 300

killtest-short: build
	$(SWIFT) build $(RELEASE) --product killtest
	.build/release/killtest --rounds 5 --students 60

# Throws what nobody should write at every reader, for an hour in all: `FUZZ_SECONDS=600 make fuzz`.
fuzz: install-build
	SWIFT=$(SWIFT) Tests/Fuzz/run

fuzz-short: install-build
	SWIFT=$(SWIFT) FUZZ_SECONDS=60 FUZZ_SEED=1 Tests/Fuzz/run

bench: install-test build
	$(SWIFT) build $(RELEASE) --product bench
	.build/release/bench

# Renders the gongs again and fails where a file in Sounds has other samples.
sounds: install-build
	$(SWIFT) run -c release render-sounds --check Sounds

# Draws the gongs, measures them, and fails where the table in Sounds/README.md says otherwise.
spectrograms:
	.ci/install sounds
	Sounds/measure

# Simulates the striker's circuit, and compares its figures, its drawings and the page about it with one another.
circuit:
	.ci/install circuit
	Hardware/striker/schematic.py --check
	Hardware/striker/header.py --check
	Hardware/striker/joints.py --check
	Hardware/striker/simulate.py --check

circuit-or-not:
	@if .ci/install circuit; then $(MAKE) --no-print-directory circuit; \
	else echo "circuit: SKIPPED, ngspice cannot be installed here"; fi

# For the Raspberry Pi, with Debian 13's own Swift: .build/arm64/gongbox. As root.
arm64: install-rig
	Hardware/rig/arm64

# The emulated box: the striker's pin on a Raspberry Pi, a lesson with a recorded gong. Ten minutes
# the first time, and four GB of cache. As root.
rig: arm64
	Hardware/rig/image
	Hardware/rig/rig --report Hardware/rig/report.txt

# One pulse and `gongbox gong off` on the emulated Raspberry Pi.
rig-short: arm64
	Hardware/rig/image
	Hardware/rig/rig --short

# The same in CI, or a sentence why this machine cannot.
rig-or-not:
	@Hardware/rig/short-or-not

install-build:
	.ci/install build

install-test:
	.ci/install build test

install-rig:
	.ci/install rig

clean:
	rm -rf .build .build-fuzz
