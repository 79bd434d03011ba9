"""python -m interop BINARY [CHECK...]: runs all checks, or those whose names begin with one of the words given."""

import sys
import tempfile
import time

from . import checks
from .fixture import Fixture

def main():
    binary, words = sys.argv[1], sys.argv[2:]
    failed = skipped = 0
    with tempfile.TemporaryDirectory() as folder:
        fixtures = [
            Fixture(binary, folder, "nasty", seed=1, nodes=60, edges=160),
            Fixture(binary, folder, "clean", seed=2, nodes=30, edges=60, controls=False),
            Fixture(binary, folder, "empty", seed=3, nodes=0, edges=0),
        ]
        for check in checks.ALL:
            if words and not any(check.__name__.startswith(w) for w in words):
                continue
            started = time.monotonic()
            try:
                for fixture in fixtures:
                    check(fixture)
                outcome = "ok"
            except checks.Skip as reason:
                outcome, skipped = f"skipped: {reason}", skipped + 1
            except Exception as problem:  # every kind of failure is a result here
                outcome, failed = f"FAILED ({fixture.name}): {type(problem).__name__}: {str(problem)[:700]}", failed + 1
            print(f"{check.__name__:28} {time.monotonic() - started:6.1f} s  {outcome}", flush=True)
    print(f"{failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


main()
