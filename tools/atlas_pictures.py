"""Renew the pictures of the documentation: ``make pictures``.

Each is a sheet of one state of the atlas at four sizes, small, in 256 colours: to compare the page before and after
a change, not for measuring. Beside them stand the projections that were weighed, and the poster of the README.
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from liaison_atlas import layers, seeds
from liaison_atlas.maps.pages.atlas_pages import atlas_page
from liaison_atlas.maps.posters import poster_png, poster_svg
from tools.projection_pictures import projection_pictures

ROOT = Path(__file__).parent.parent
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


def page_picture(browser: Browser, address: str, size: tuple[int, int]) -> Image.Image:
    """The page at a size, at rest."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.goto(address)
    page.wait_for_selector('html[data-ready="true"]', state="attached")
    page.wait_for_timeout(800)
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return taken.resize((round(width * HEIGHT / height), HEIGHT), Image.Resampling.LANCZOS)


def contact_sheet(pictures: list[Image.Image], background: str) -> Image.Image:
    """Pictures of one height side by side."""
    canvas = Image.new("RGB", (sum(p.width + GAP for p in pictures) + GAP, HEIGHT + 2 * GAP), background)
    left = GAP
    for each in pictures:
        canvas.paste(each, (left, GAP))
        left += each.width + GAP
    return canvas


def save_reduced(image: Image.Image, name: str) -> None:
    """A small file: the colours of the flat parts as they are, the others spread wide, so that a small red mark is red."""
    flat = sorted(image.getcolors(image.width * image.height), reverse=True)[:FLAT_COLOURS]
    spread = image.quantize(COLOURS - FLAT_COLOURS, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for _, colour in flat for channel in colour] + spread)
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(OUT / name, optimize=True)


def main() -> None:
    """Renew them all, or those whose names are given."""
    chosen = sys.argv[1:]
    OUT.mkdir(parents=True, exist_ok=True)
    period = layers.period_layers(seeds.require(seeds.read(ROOT / "seeds" / "oms")))
    file = ROOT / ".pictures.html"
    file.write_text(atlas_page(period), encoding="utf-8")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
                args=["--no-sandbox"],
            )
            for name, state in STATES.items():
                if chosen and name not in chosen:
                    continue
                for style, background in BACKGROUNDS.items():
                    address = f"{file.as_uri()}#{state}&style={style}"
                    save_reduced(
                        contact_sheet([page_picture(browser, address, size) for size in SIZES], background),
                        f"{name}-{style}.png",
                    )
                    print(f"{name}-{style}.png")
            browser.close()
    finally:
        file.unlink()
    if not chosen or "projections" in chosen:
        for name, image in projection_pictures():
            save_reduced(image, f"projection-{name}.png")
            print(f"projection-{name}.png")
    if not chosen or "1927" in chosen:
        (OUT / "1927.png").write_bytes(poster_png(poster_svg(period, 1927)))


if __name__ == "__main__":
    main()
