#!/bin/sh
# Install what `make site` or `make test` needs into .venv, from the locked requirements and nothing else.
# Run by make, from the repository's folder, as `sh tools/install.sh site` or `sh tools/install.sh tests`.
set -eu

here=$(pwd)

stop() {
    echo >&2
    printf '%s\n' "$@" >&2
    exit 1
}

fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        fits "$PYTHON" || stop "PYTHON is set to \"$PYTHON\", and that is not a Python 3.11 or newer." \
            'Unset PYTHON, or set it to the program of a newer Python.'
        echo "$PYTHON"
        return
    fi
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if fits "$name"; then
            echo "$name"
            return
        fi
    done
    stop 'No Python 3.11 or newer was found on this computer.' \
        'Install one (www.python.org has it for every system), or name its program: make PYTHON=/path/to/python site'
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        stop "This Python ($python) came without its \"venv\" part, which keeps the project's packages in one folder." \
            'On Debian and Ubuntu, install it with: apt install python3-venv'
    fi
    echo "Making .venv with $("$python" --version). This is done once and takes about a minute."
    "$python" -m venv --clear .venv || stop 'The folder .venv could not be made; the reason is above.'
    echo "$here" >.venv/folder
}

pip_install() {
    .venv/bin/python -m pip --disable-pip-version-check --no-input install -qq "$@" ||
        stop 'The packages could not be installed; the reason is above. Is this computer connected to the network?'
}

case "$1" in
site)
    if [ "$(cat .venv/folder 2>/dev/null)" != "$here" ] || ! fits .venv/bin/python; then
        make_venv
    fi
    pip_install --require-hashes -r requirements.txt
    pip_install --no-deps --no-build-isolation --no-index -e .
    echo "$here" >.venv/ready
    ;;
tests)
    echo 'Installing what the tests need.'
    pip_install --require-hashes -r requirements-dev.txt
    touch .venv/ready-to-test
    ;;
esac
