"""``python -m liaison_atlas`` is ``liaison``."""

from liaison_atlas.verbs.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
