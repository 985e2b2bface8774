#!/bin/sh
# Sets up the environment in the folder $1 from the locked versions: with uv where it is there, else with venv and pip.
set -eu
venv=$1
rm -f "$venv/.ready"

newest() {
    for name in python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "evinvest needs Python 3.11 or newer" >&2
    exit 1
}

python=$(newest)
if command -v uv >/dev/null 2>&1; then
    export UV_SYSTEM_CERTS=1 # as pip: behind a proxy only the system knows its certificate
    [ -x "$venv/bin/python" ] || uv venv --quiet --python "$python" "$venv"
    uv pip install --quiet --python "$venv/bin/python" --require-hashes -r requirements/dev.txt
    uv pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation -e .
else
    [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
fi
touch "$venv/.ready"
