"""The rows of a period layer: ids and GeoDataFrame are each computed when first needed.

Making a GeoDataFrame of a hundred thousand claims takes seconds, and a page needs only their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    import geopandas as gpd

NarrowedRows = tuple[Sequence[str], dict[str, Sequence[Any]]]
"""The ids of the rows that stay, and additional columns with one value per row."""
Narrow = Callable[[Sequence[str]], NarrowedRows]


class LayerRows:
    """The rows of a layer.

    Parameters
    ----------
    find_ids, make_frame : callable
        called once, when the ids or the GeoDataFrame are first needed.
    complete : bool
        whether the layer has all its rows of the data set.
    """

    def __init__(
        self, find_ids: Callable[[], Sequence[str]], make_frame: Callable[[], Any], complete: bool = False
    ) -> None:
        self._find_ids, self._make_frame, self._complete = find_ids, make_frame, complete

    @classmethod
    def of_frame(cls, frame: gpd.GeoDataFrame) -> LayerRows:
        """The rows of a GeoDataFrame made by the user."""
        rows = cls(list, list)
        rows.frame = frame  # from now on the ids are those of the frame
        return rows

    @cached_property
    def _ids(self) -> Sequence[str]:
        return self._find_ids()

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the rows; once a GeoDataFrame exists, its current ids, because the user may have dropped rows."""
        return self.frame["id"].tolist() if "frame" in self.__dict__ else self._ids

    @cached_property
    def frame(self) -> gpd.GeoDataFrame:
        """The rows as a GeoDataFrame."""
        frame: gpd.GeoDataFrame = self._make_frame()
        return frame

    @property
    def is_complete(self) -> bool:
        """Whether these are all rows of the layer, and no GeoDataFrame exists from which rows may have been dropped."""
        return self._complete and "frame" not in self.__dict__

    def narrowed(self, narrow: Narrow) -> LayerRows:
        """A part of the rows, computed when it is first needed."""
        return _NarrowedRows(self, narrow)


class _NarrowedRows(LayerRows):
    """A part of the rows of another `LayerRows`."""

    def __init__(self, rows: LayerRows, narrow: Narrow) -> None:
        super().__init__(self._find_narrowed_ids, self._make_narrowed_frame)
        self._wider, self._narrow = rows, narrow

    @cached_property
    def _narrowed(self) -> NarrowedRows:
        return self._narrow(self._wider.ids)

    def _find_narrowed_ids(self) -> Sequence[str]:
        return self._narrowed[0]

    def _make_narrowed_frame(self) -> gpd.GeoDataFrame:
        import pandas as pd  # slow to import, and not needed for ids

        ids, columns = self._narrowed
        positions = pd.Index(self._wider.frame["id"]).get_indexer(list(ids))
        frame: gpd.GeoDataFrame = self._wider.frame.iloc[positions].assign(**columns)
        return frame


class LayerField:
    """A field of a dataclass that stores `LayerRows` and returns their GeoDataFrame when read."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    @overload
    def __get__(self, instance: None, owner: type) -> LayerField: ...
    @overload
    def __get__(self, instance: object, owner: type) -> gpd.GeoDataFrame: ...
    def __get__(self, instance: object | None, owner: type) -> LayerField | gpd.GeoDataFrame:
        if instance is None:
            raise AttributeError(self._name)  # the dataclass looks for a default; there is none
        return self.rows_of(instance).frame

    def __set__(self, instance: object, value: LayerRows | gpd.GeoDataFrame) -> None:
        instance.__dict__[self._name] = value if isinstance(value, LayerRows) else LayerRows.of_frame(value)

    def rows_of(self, instance: object) -> LayerRows:
        """The rows of the layer of an instance."""
        rows: LayerRows = instance.__dict__[self._name]
        return rows
