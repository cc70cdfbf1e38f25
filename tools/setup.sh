#!/bin/sh
# Make a virtual environment hold exactly what the lock files name.
#
#   tools/setup.sh .venv         what a build of the handbook needs (requirements.lock)
#   tools/setup.sh .venv test    and what the tests need (requirements-test.lock), with what checks
#                                the site's scripts, into node_modules (package-lock.json)
#   tools/setup.sh .venv bench   and what is measured beside: another generator of sites
#                                (requirements-bench.lock), and packages of npm for the search, into
#                                benchmarks/node_modules (benchmarks/package-lock.json)
#
# There are two lock files so that somebody who only builds the handbook does not download a
# browser driver and a type checker. The second holds everything in the first, at the same versions.
#
# `make` runs this before every command. It keeps a copy of each file that it installed from, and
# writes the copy last: where the copies are as the files, there is nothing to do and no network is
# needed; where a set-up was cut short, a copy is missing and the next one starts from nothing.
# Contents are compared, not times, since git gives every file that it checks out a new time. What
# was installed is listed as well: where something of it is gone, the next one starts from nothing.
set -eu
cd "$(dirname "$0")/.."
# What a user has set for other environments would put packages elsewhere, or shadow those in here.
unset PYTHONPATH PYTHONHOME PIP_TARGET PIP_PREFIX PIP_ROOT
export PIP_USER=0 # over `user = true` in pip's own file
venv=${1%/}
done=$venv/installed # the copies

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }
same() { cmp -s "$1" "$done/$1"; }
pip() { "$venv/bin/python" -m pip -qq --disable-pip-version-check "$@"; }
install_lock() { pip install --require-hashes --requirement "$1"; }

packages_in() { (cd "$venv" && LC_ALL=C ls lib/python*/site-packages) 2>/dev/null | grep -v '\.dist-info$' || :; }
list_packages() { packages_in >"$done/packages"; }
has_all_packages() {
    # An environment that an older set-up made has no list yet: it gets one.
    [ -f "$done/packages" ] || list_packages 2>/dev/null || return 0
    [ -z "$(packages_in | LC_ALL=C comm -23 "$done/packages" - 2>&1)" ]
}

# Two set-ups at once would install over each other: the second waits until the first is done. The
# lock is on a file that both have open, so it ends with its owner, however that ends, and with what
# its owner has started. Where there are no locks, as on Windows, nobody waits.
exec 9<requirements.lock
wait_for_others() {
    "$1" -c '
import sys
try:
    import fcntl
    try:
        fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another set-up is at work here: waiting for it ...", file=sys.stderr)
        fcntl.flock(9, fcntl.LOCK_EX)
except (ImportError, OSError):
    pass
'
}

has_node() { node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' && command -v npm; }

# Packages of npm are in a folder that all environments share: beside them, a copy of their lock.
# What is half installed has no copy, and npm starts anew. No package runs anything of its own here.
install_packages() (
    packages=$1
    PATH="$(cd "$venv/bin" && pwd):$PATH" && export PATH
    has_node >/dev/null 2>&1 || {
        say "Adding Node to $venv (needs the network) ..."
        install_lock requirements-npm.lock
    }
    cmp -s "$packages/package-lock.json" "$packages/node_modules/installed.json" && exit
    say "Getting $2 (needs the network) ..."
    cd "$packages"
    npm ci --silent --ignore-scripts --no-audit --no-fund
    cp package-lock.json node_modules/installed.json
)

# Each candidate is run, not only looked for: a pyenv shim exists for versions that are not chosen.
find_python() {
    without_venv=
    for python in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3 python; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            # Debian ships both modules apart from Python itself.
            "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
            without_venv=$python
        fi
        # One that was asked for by name is not quietly replaced by another.
        [ -z "${PYTHON:-}" ] || break
    done
    [ -z "$without_venv" ] ||
        stop "$without_venv has no venv module: install it (on Debian and Ubuntu: apt-get install python3-venv)."
    [ -z "${PYTHON:-}" ] || stop "PYTHON=$PYTHON is not a Python 3.11 or newer that runs here."
    stop "No Python 3.11 or newer found: install one, or name it with make PYTHON=/path/to/python3."
}

make_venv() {
    if [ -e "$venv" ] && ! rmdir "$venv" 2>/dev/null; then
        # The folder is named by whoever calls: never delete one that is not ours.
        [ -e "$venv/pyvenv.cfg" ] || stop "$venv is not a virtual environment: move it away first."
        # Renamed in one step, so that no half-deleted environment is left under its name.
        rm -rf "$venv.old"
        mv "$venv" "$venv.old"
        rm -rf "$venv.old"
    fi
    "$python" -m venv "$venv"
}

works=yes
if ! { "$venv/bin/python" -c '' 2>/dev/null && wait_for_others "$venv/bin/python"; }; then
    works=
    find_python
    wait_for_others "$python"
    # Meanwhile somebody else may have done it all.
    ! "$venv/bin/python" -c '' 2>/dev/null || works=yes
fi

if [ -z "$works" ] || ! same requirements.lock || ! has_all_packages; then
    find_python
    say "Setting up $venv with $python (needs the network, takes about a minute) ..."
    make_venv
    install_lock requirements.lock
    # What another toolchain built is nothing to build on.
    rm -rf _build
    mkdir "$done"
    list_packages
    cp requirements.lock "$done"
fi

if [ "${2:-}" = test ] && ! same requirements-test.lock; then
    say "Adding the test tools to $venv (needs the network, takes about a minute) ..."
    # While this runs, the environment counts as unfinished.
    rm "$done/requirements.lock"
    install_lock requirements-test.lock
    list_packages
    cp requirements.lock requirements-test.lock "$done"
fi

if [ "${2:-}" = test ]; then
    install_packages . "what checks the site's scripts"
fi

if [ "${2:-}" = bench ] && ! same requirements-bench.lock; then
    say "Getting what builds are measured beside (needs the network) ..."
    install_lock requirements-bench.lock
    list_packages
    cp requirements-bench.lock "$done"
fi

if [ "${2:-}" = bench ]; then
    install_packages benchmarks "what the search is measured beside"
fi

# The package itself, editable: the environment holds its metadata and this folder's path,
# which is wrong in a checkout that was moved or copied.
if ! same pyproject.toml || [ "$(cat "$done/path")" != "$PWD" ]; then
    pip install --no-deps --no-build-isolation --editable .
    printf '%s\n' "$PWD" >"$done/path"
    cp pyproject.toml "$done"
fi
