"""The JSON Schema: what `load` reads, and nothing of another shape; every key explained."""

from __future__ import annotations

import copy
import inspect
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML

from kpu_docs import inputs, schema
from kpu_docs.inputs import yaml
from kpu_docs.lampiran import KINDS
from kpu_docs.model import Keputusan
from tests.building import LEAST

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(ROOT.glob("examples/*/keputusan.yaml"))
SCHEMA = schema.schema()
VALIDATOR = Draft7Validator(SCHEMA)

Steps = tuple[str | int, ...]

SHAPE = ("extra_forbidden", "missing", "model_type", "tuple_type", "dict_type", "string_type", "float_type")
"""Faults of pydantic that are about shape; the others are about what is said."""

each_example = pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2, retyped as editors do: `1.` is a number, nothing is null; a date is text."""
    return json.loads(json.dumps(YAML(typ="safe").load(text), default=str))


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert json.loads(schema.text()) == SCHEMA
    assert list(SCHEMA["properties"]) == list(Keputusan.model_fields)


def test_it_is_a_new_one_each_time() -> None:
    schema.schema()["properties"].clear()
    assert schema.schema() == SCHEMA


@each_example
def test_every_example_is_valid_as_an_editor_reads_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for data in (as_an_editor_reads(text), yaml.read(text)):
        assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)] == []


ACT = {"kegiatan": "Rapat"}


def plan(**changes: Any) -> dict[str, Any]:
    return {"lampiran": {"rencana_kerja": {"bagian": [{"kegiatan": [ACT | changes]}]}}}


VALID: dict[str, dict[str, Any]] = {
    "a text for a list": {"menimbang": "bahwa satu;", "diktum": "Menetapkan.", "tembusan": "Ketua."},
    "parts of a diktum": {"diktum": [{"teks": "Satu:", "daftar": ["a", {"teks": "b", "daftar": ["c", "d"]}]}]},
    "label and parts": {"diktum": [{"label": "KESATU", "isi": ["a", {"daftar": {"penanda": "a.", "butir": ["b"]}}]}]},
    "detail lines": {"diktum": [{"rincian": {"Ketua": "A", "Nomor": 7}}]},
    "detail lines in a list": {"diktum": [{"rincian": [{"Anggota": "A"}, {"Anggota": None}]}]},
    "a table": {"diktum": [{"tabel": {"kolom": ["A", {"judul": "B", "lebar": 2}], "baris": [["x", 14], ["y", ""]]}}]},
    "a month": plan(bulan=3),
    "a range of months": plan(bulan="3-5"),
    "months": plan(bulan=[1, "3-5", "Juli", {6: "R1"}]),
    "a text in a month": plan(bulan={"6": "R1"}),
    "an activity that is a text": {"lampiran": {"rencana_kerja": {"bagian": [{"kegiatan": ["Rapat"]}]}}},
    "another grid": {"lampiran": [{"rencana_kerja": {"petak": {"judul": "T", "kolom": ["I", "II"]}, "bagian": []}}]},
    "a grid in groups": {
        "lampiran": {"rencana_kerja": {"petak": {"judul": "T", "kolom": [{"judul": "A", "kolom": "I"}]}, "bagian": []}}
    },
    "a long date": {"ditetapkan": {"di": "Sleman", "pada": "5 Januari 2026"}},
    "no date": {"nomor": None, "ditetapkan": {"di": "Sleman", "pada": None}},
    "nothing": {"lampiran": None, "tembusan": None, "memperhatikan": ""},
    "a code": {"satker": 3576},
    "a body with a code": {"satker": {"kode": "3576", "alamat": "Jalan Contoh"}},
    "a committee": {"satker": {"lembaga": "PPS", "desa": "Desa A", "kecamatan": "B", "induk": "kota-mojokerto"}},
    "yes and no": {"lampiran": [{"tanda_tangan": "tidak", "rencana_kerja": {"bagian": []}}]},
    "yes in capitals": {"lampiran": [{"tanda_tangan": "Ya", "rencana_kerja": {"bagian": []}}]},
    "a truth value for a text": {"diktum": ["a", {"rincian": {"Hadir": True}}]},
    "true": {"lampiran": [{"tanda_tangan": True, "rencana_kerja": {"bagian": []}}]},
    "a version": {"versi": 1},
    "a text for a person": {"penanda_tangan": "Sekretaris", "pembentuk": "Sekretaris"},
}

INVALID: dict[str, tuple[dict[str, Any], str]] = {
    "a misspelt key": ({"menimbangg": "bahwa"}, "$"),
    "a misspelt key of a part": ({"ditetapkan": {"di": "Sleman", "padda": "x"}}, "$.ditetapkan"),
    "a misspelt key of a diktum": ({"diktum": [{"tekss": "a"}]}, "$.diktum"),
    "a misspelt kind of annex": ({"lampiran": {"rencana_krja": {"bagian": []}}}, "$.lampiran"),
    "a misspelt key of a row": (plan(bulann=3), "$.lampiran"),
    "a list for a text": ({"tentang": ["a"]}, "$.tentang"),
    "nothing for a text": ({"tentang": None}, "$.tentang"),
    "a mapping for a text": ({"nomor": {"a": "b"}}, "$.nomor"),
    "no date at all": ({"ditetapkan": {"di": "Sleman", "pada": "besok"}}, "$.ditetapkan.pada"),
    "neither yes nor no": ({"lampiran": {"tanda_tangan": "x", "rencana_kerja": {"bagian": []}}}, "$.lampiran"),
    "another kind of copy": ({"naskah": "kopi"}, "$.naskah"),
    "two names in a detail line": ({"diktum": [{"rincian": [{"A": "1", "B": "2"}]}]}, "$.diktum"),
    "a body without a name": ({"satker": ["kota-mojokerto"]}, "$.satker"),
}


@pytest.mark.parametrize("case", VALID)
def test_what_is_read_is_valid(case: str) -> None:
    data = LEAST | VALID[case]
    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)] == []
    as_loaded = yaml.read(json.dumps(data).replace("null", ""))
    if case != "a text for a person":  # which needs a kantor.toml
        inputs.load(as_loaded)


@pytest.mark.parametrize("case", INVALID)
def test_another_shape_is_shown_where_it_stands(case: str) -> None:
    changes, path = INVALID[case]
    assert [error.json_path for error in VALIDATOR.iter_errors(LEAST | changes)] == [path]
    with pytest.raises(inputs.InputError):
        inputs.load(LEAST | changes)


def test_only_the_body_may_come_from_the_office() -> None:
    for key in ("tentang", "menimbang", "mengingat", "diktum"):
        assert not VALIDATOR.is_valid({name: part for name, part in LEAST.items() if name != key})
    assert VALIDATOR.is_valid({name: part for name, part in LEAST.items() if name != "satker"})


SHEETS = ("rencana.xlsx", "rencana.xlsx#Rencana", "#Rencana", "data/Rencana Kerja.XLSX#Lembar 1")


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_may_hold_the_rows(name: str) -> None:
    for annex in ({"rencana_kerja": name}, {"tabel": {"kolom": ["A"], "baris": name}}):
        assert VALIDATOR.is_valid(LEAST | {"lampiran": annex})
        assert VALIDATOR.is_valid(LEAST | {"lampiran": [annex]})
    assert not VALIDATOR.is_valid(LEAST | {"lampiran": {"rencana_kerja": name.replace("#", " ").lower()[:7]}})
    assert not VALIDATOR.is_valid(LEAST | {"lampiran": {"tabel": {"kolom": name}}})


def places(node: Any, path: Steps = ()) -> Iterator[Steps]:
    """The paths of everything in some data."""
    if path:
        yield path
    for step, part in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from places(part, (*path, step))


def replaced(data: Any, path: Steps, value: Any) -> Any:
    data = copy.deepcopy(data)
    node = data
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return data


OTHERS: tuple[Any, ...] = ("x", "", [], ["x"], [["x"]], {"x": "y"}, [{"x": "y"}], [{"x": "y", "z": "y"}])
OTHERS += ({"teks": "x"}, {"nama": "x"})


@pytest.mark.slow
@each_example
def test_it_agrees_with_the_model_about_every_other_shape(file: Path) -> None:
    """Whatever stands at any place: what the model reads is valid, what it refuses for its shape is not."""
    data = yaml.read(file.read_text(encoding="utf-8"))
    kantor = tomllib.loads((file.parent / "kantor.toml").read_text(encoding="utf-8"))
    kinds = {tuple("*" if isinstance(step, int) else step for step in path): path for path in places(data)}
    flagged, missed = [], []
    for kind, path in kinds.items():
        for other in OTHERS:
            changed = replaced(data, path, other)
            faults = faults_of_the_model(changed, kantor)
            if not VALIDATOR.is_valid(changed):
                flagged += [] if faults else [(kind, other)]
            elif faults.intersection(SHAPE):
                missed.append((kind, other))
    assert flagged == []
    assert missed == []


def faults_of_the_model(data: Any, kantor: Any) -> set[str]:
    try:
        Keputusan.model_validate({"kantor": kantor} | data)
    except ValidationError as error:
        return {fault["type"] for fault in error.errors()}
    return set()


def test_every_kind_of_annex_is_in_it() -> None:
    assert KINDS.keys() <= SCHEMA["$defs"]["Lampiran"]["properties"].keys()


def models() -> dict[str, type[BaseModel]]:
    """The classes of the data, found in the schema by what pydantic made it of."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[Any] = [Keputusan.__pydantic_core_schema__]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node.get("type") == "model":
                found[f"{node['cls'].__module__}.{node['cls'].__name__}"] = node["cls"]
            waiting.extend(part for key, part in node.items() if key != "metadata")
        elif isinstance(node, (list, tuple)):
            waiting.extend(node)
    return found


def test_every_key_is_explained() -> None:
    unexplained = [
        f"{name}.{key}"
        for name, model in models().items()
        for key in model.model_fields
        if not schema.explained(model, key)
    ]
    assert unexplained == [], "say what they are for in kpu_docs/data/penjelasan.toml"


def test_nothing_else_is_explained() -> None:
    known = {
        (base.__module__.rpartition(".")[2], base.__name__.lstrip("_"), key)
        for model in models().values()
        for base in model.__mro__
        for key in inspect.get_annotations(base)
    } | {("lampiran", "Lampiran", kind) for kind in KINDS}
    said = {
        (module, name, key)
        for module, classes in schema.explanations().items()
        for name, keys in classes.items()
        for key in keys
    }
    assert said - known == set()


def test_the_schema_speaks_indonesian_only() -> None:
    words = {said for said in descriptions(SCHEMA) if said}
    assert words == {
        said for classes in schema.explanations().values() for keys in classes.values() for said in keys.values()
    }


def descriptions(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            yield node["description"]
        for part in node.values():
            yield from descriptions(part)
    elif isinstance(node, list):
        for part in node:
            yield from descriptions(part)
