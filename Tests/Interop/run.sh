#!/bin/bash
# Checks what entente writes with the readers that people use: run.sh PATH/TO/entente [CHECK...]
# Makes its own Python environment in .venv/ on the first run.
set -e
binary=$(realpath "$1")
shift
cd "$(dirname "$0")"
if [ ! -x .venv/bin/python ] || ! cmp -s requirements.txt .venv/installed.txt; then
  python3 -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
  cp requirements.txt .venv/installed.txt
fi
exec .venv/bin/python -m interop "$binary" "$@"
