#!/bin/bash
# Checks what entente writes with the readers that people use: run.sh PATH/TO/entente [CHECK...]
set -e
binary=$(realpath "$1")
shift
cd "$(dirname "$0")"
./environment.sh
exec .venv/bin/python -m interop "$binary" "$@"
