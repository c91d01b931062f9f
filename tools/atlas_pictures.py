"""Renew the pictures of the documentation: ``make pictures``.

Each picture is a sheet of one state of the atlas at four sizes, reduced, in 256 colours. The sheets serve to compare
the page before and after a change, not to measure it. The projections that were considered and the poster of the
README are also renewed.
"""

from __future__ import annotations

import io
import itertools
import sys

from PIL import Image
from playwright.sync_api import Browser, Page

from liaison_atlas.maps.pages.atlas_pages import atlas_page
from liaison_atlas.maps.posters import poster_png, poster_svg
from tools import OMS, ROOT, layers_of
from tools.chromium import chromium, wait_until_ready
from tools.projection_pictures import projection_pictures

OUT = ROOT / "docs" / "pictures"
SIZES = ((1280, 800), (1080, 1920), (3840, 2160), (390, 844))
STATES = {
    "map": "year=1927",
    "station": "year=1931&select=station:shanghai",
    "person": "year=1931&select=person:jacob-rudnik",
    "disagreement": "year=1931&select=event:noulens-affair",
    "network": "year=1931&view=network&panel=network",
    "compare": "year=1921&compare=1931&panel=compare",
    "find": "year=1927&panel=find&find=moscow",
    "list": "year=1927&panel=list&lang=de",
    "fiction": "year=1927&world=fiction",
}
HEIGHT, GAP = 320, 12
COLOURS, FLAT_COLOURS = 256, 32
BACKGROUNDS = {"light": "#ffffff", "dark": "#101418"}


def screenshot(page: Page) -> Image.Image:
    """The current screen of a page."""
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def page_picture(browser: Browser, address: str, size: tuple[int, int]) -> Image.Image:
    """The page at a size, once it is at rest."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.goto(address)
    wait_until_ready(page)
    page.wait_for_timeout(800)
    taken = screenshot(page)
    page.close()
    return taken


def contact_sheet(pictures: list[Image.Image], height: int, gap: int, background: str) -> Image.Image:
    """Pictures side by side, each of this height."""
    small = [p.resize((round(p.width * height / p.height), height), Image.Resampling.LANCZOS) for p in pictures]
    canvas = Image.new("RGB", (sum(p.width + gap for p in small) + gap, height + 2 * gap), background)
    left = gap
    for each in small:
        canvas.paste(each, (left, gap))
        left += each.width + gap
    return canvas


def save_reduced(image: Image.Image, name: str) -> None:
    """Write a small file. Flat areas keep their colours; the rest are spread wide, so that a small red mark is red."""
    flat = sorted(image.getcolors(image.width * image.height), reverse=True)[:FLAT_COLOURS]
    spread = image.quantize(COLOURS - FLAT_COLOURS, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for _, colour in flat for channel in colour] + spread)
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(OUT / name, optimize=True)
    print(name)


def main() -> None:
    """Renew all pictures, or those whose names are given."""
    chosen = set(sys.argv[1:]) or {*STATES, "projections", "1927"}
    OUT.mkdir(parents=True, exist_ok=True)
    period = layers_of(OMS)
    file = ROOT / ".pictures.html"
    file.write_text(atlas_page(period), encoding="utf-8")
    try:
        with chromium() as browser:
            for name, (style, background) in itertools.product(STATES, BACKGROUNDS.items()):
                if name in chosen:
                    address = f"{file.as_uri()}#{STATES[name]}&style={style}"
                    pictures = [page_picture(browser, address, size) for size in SIZES]
                    save_reduced(contact_sheet(pictures, HEIGHT, GAP, background), f"{name}-{style}.png")
    finally:
        file.unlink()
    if "projections" in chosen:
        for name, image in projection_pictures():
            save_reduced(image, f"projection-{name}.png")
    if "1927" in chosen:
        (OUT / "1927.png").write_bytes(poster_png(poster_svg(period, 1927)))


if __name__ == "__main__":
    main()
