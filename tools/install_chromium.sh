#!/bin/sh
# Install a Chromium for the browser tests: Debian's package if possible, else Playwright's own.
# usage: install_chromium.sh PYTHON
python=$1
command -v chromium >/dev/null 2>&1 && command -v chromium-headless-shell >/dev/null 2>&1 && exit 0
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then root=; elif sudo -n true 2>/dev/null; then root="sudo -n"; else root=none; fi
    if [ "$root" != none ]; then
        { $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium chromium-headless-shell; } >/dev/null 2>&1 && exit 0
    fi
fi
"$python" -m playwright install chromium >/dev/null 2>&1 && exit 0
echo "The browser tests need a Chromium: install one as root (apt-get install chromium), or connect to the network so that Playwright can fetch its own." >&2
exit 1
