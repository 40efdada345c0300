# ruff: noqa: T201
"""The pinned dependencies held against the list of known weaknesses (`make audit`).

Exit code 1 when a pinned version has a known weakness. Where the list cannot be reached, or does not know our packages
(a mirror of the registry need not carry it), that is said and the exit code is 0: nothing was found because nothing was
looked up. `--strict` makes it 2.
"""

import json
import subprocess
import sys
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parents[1] / "constraints.txt"
SECONDS = 300
NOT_LOOKED_UP = 2


def main() -> int:
    """Ask, and say what was found."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(CONSTRAINTS), "--no-deps", "--disable-pip", "-f", "json"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603
        packages = json.loads(run.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return _not_looked_up("the list of known weaknesses cannot be reached")
    looked_up = [one for one in packages if "vulns" in one]
    if not looked_up:
        return _not_looked_up(f"the list does not know any of the {len(packages)} pinned packages")
    weak = [(one, found) for one in looked_up for found in one["vulns"]]
    for one, found in weak:
        mended = ", ".join(found.get("fix_versions") or ()) or "none yet"
        print(f"{one['name']} {one['version']}: {found['id']}; mended in {mended}")
    print(f"{len(looked_up)} of {len(packages)} pinned packages looked up: {len(weak)} known weaknesses.")
    return 1 if weak else 0


def _not_looked_up(why: str) -> int:
    print(f"Not audited: {why}. Run `make audit` where it can be reached.", file=sys.stderr)
    return NOT_LOOKED_UP if "--strict" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
