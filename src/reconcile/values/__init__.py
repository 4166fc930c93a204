"""The values a claim can state, and the one algebra they share: `a.relate(b)` answers with a `Relation`."""

from reconcile.values.action import Action
from reconcile.values.base import FrozenValue, NamedValue, Value, relation
from reconcile.values.event_type import EventType
from reconcile.values.names import BUILTIN, Names, TableNames
from reconcile.values.parties import Parties, Party
from reconcile.values.period import Period
from reconcile.values.phase import Phase
from reconcile.values.places import Place, Places
from reconcile.values.quantity import Quantity
from reconcile.values.relation import Relation
from reconcile.values.text import Text

__all__ = [
    "BUILTIN",
    "Action",
    "EventType",
    "FrozenValue",
    "NamedValue",
    "Names",
    "Parties",
    "Party",
    "Period",
    "Phase",
    "Place",
    "Places",
    "Quantity",
    "Relation",
    "TableNames",
    "Text",
    "Value",
    "relation",
]
