"""What a person can do with units; what other rooms ask of them."""

from recognition.units.actions.history import dissolve, merge, move, rename, split
from recognition.units.actions.keeping import change, create
from recognition.units.actions.listeners import on_change
from recognition.units.actions.reading import (
    by_code,
    children,
    clusters,
    find,
    get,
    life,
    name_on,
    names,
    parents,
    require_living,
    subtree,
    tree,
)

__all__ = [
    "by_code",
    "change",
    "children",
    "clusters",
    "create",
    "dissolve",
    "find",
    "get",
    "life",
    "merge",
    "move",
    "name_on",
    "names",
    "on_change",
    "parents",
    "rename",
    "require_living",
    "split",
    "subtree",
    "tree",
]
