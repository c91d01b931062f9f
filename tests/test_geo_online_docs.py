"""The page on geocoders documents what the program does."""

from __future__ import annotations

import re

from conftest import ROOT
from geocoder_server import least_options
from geopy.geocoders import SERVICE_TO_GEOCODER

from liaison_atlas.geo.online import (
    ResponseStore,
    http_adapter,
    open_provider,
    provider,
    provider_options,
    rate_limiter,
)
from liaison_atlas.geo.online.provider import _COUNTRY_PARAMETERS, MAX_PLACES

PAGE = (ROOT / "docs" / "reference" / "geocoders.md").read_text(encoding="utf-8")


def test_the_documentation_gives_the_numbers_in_force() -> None:
    for sentence in (
        f"| `pause_s` | {provider_options.DEFAULT_PAUSE_S:g} |",
        f"| `timeout` | {provider_options.DEFAULT_TIMEOUT_S:g} |",
        f"{provider_options.MAX_TIMEOUT_S:g} at most",
        f"tried {provider.MAX_ATTEMPTS} times in all",
        f"up to {rate_limiter.MAX_WAIT_S:g} seconds",
        f"{provider.INITIAL_BACKOFF_S:g} seconds, then {2 * provider.INITIAL_BACKOFF_S:g}",
        f"{provider.INITIAL_RATE_LIMIT_BACKOFF_S:g} seconds, then {2 * provider.INITIAL_RATE_LIMIT_BACKOFF_S:g}",
        f"more than {http_adapter.MAX_BODY_BYTES // 1_000_000} MB, more than {http_adapter.BODY_TIMEOUT_S:g} seconds",
        f"| {provider.MAX_CONSECUTIVE_FAILURES} failures in a row",
        {10: "At most ten places"}[MAX_PLACES],
    ):
        assert sentence in PAGE, sentence


def test_the_documentation_lists_which_providers_filter_by_country(store: ResponseStore) -> None:
    documented = {
        name: row.split("|")[-2].strip()
        for row in PAGE.splitlines()
        if row.startswith("| `") and row.count("|") == 7
        for name in re.findall(r"`([a-z0-9]+)`", row.split("|")[1])
    }
    for name in SERVICE_TO_GEOCODER:
        opened = open_provider(name, least_options(name), store)
        can = [{*opened._geocode_arguments(codes)} & {*_COUNTRY_PARAMETERS} for codes in (["ru"], ["by", "ru"])]
        kind = "by the provider" if all(can) else "by the provider, where it is one country" if any(can) else "no"
        assert documented.get(name, "no").replace("afterwards, by what it tells", "no") == kind, name
