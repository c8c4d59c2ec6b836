"""What the model expects at a path of the data: which part of it, which keys, whether a text would do."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from kpu_docs.complaints import DataPath
from kpu_docs.kantor import Kantor
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import TataNaskah


def model_at(path: DataPath) -> type[BaseModel] | None:
    """The part of the model that a path leads to; None where it leads to a text, a list or nothing."""
    kind: Any = Keputusan
    for step in path:
        model = _model_of(kind)
        if model is Kantor and step == "tata_naskah":
            kind = TataNaskah
        elif model is not None:
            field = model.model_fields.get(str(step))
            kind = field.annotation if field else None
        else:
            kind = _element(kind, step)
    return _model_of(kind)


@cache
def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """What may be written in a mapping for that model: its fields, and what a short spelling folds into one of them."""
    inner = [_model_of(_element(field.annotation, 0)) for field in model.model_fields.values()]
    folded = [key for part in inner if part for key in part.model_fields if key not in model.model_fields]
    return (*model.model_fields, *(key for key in dict.fromkeys(folded) if not _forbids(model, key)))


def _forbids(model: type[BaseModel], key: str) -> bool:
    try:
        model.model_validate({key: ""})
    except ValidationError as error:
        return any(fault["type"] == "extra_forbidden" and fault["loc"] == (key,) for fault in error.errors())
    return False


def accepts(model: type[BaseModel], value: Any) -> bool:
    """Whether a value is a valid spelling of that part of the model."""
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


def _model_of(kind: Any) -> type[BaseModel] | None:
    kind = _bare(kind)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _element(kind: Any, step: str | int) -> Any:
    """The type of an element of a tuple, or of a value of a mapping."""
    kind = _bare(kind)
    if get_origin(kind) is tuple and isinstance(step, int):
        return get_args(kind)[0]
    return get_args(kind)[1] if get_origin(kind) is dict else None


def _bare(kind: Any) -> Any:
    """A type without `Annotated` and without `| None`."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if NoneType in (options := get_args(kind)):
        return _bare(next(option for option in options if option is not NoneType))
    return kind
