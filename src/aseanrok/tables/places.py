"""Cities in which records take place, with their Korean names."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model.base import CountryCode, Named
from aseanrok.model.field import field
from aseanrok.model.table import Table, by_id, record_columns, records_of


class Place(Named):
    """A city, under the name by which the records write it."""

    country: CountryCode = field(
        "ISO 3166-1 alpha-3 code of the country it lies in.", "국가", roles=(roles.COUNTRY, roles.WHOLE)
    )


TABLE = Table(
    name="places",
    about="Cities in which something took place, with their Korean names.",
    rank=45,
    singular="place",
    name_ko="도시",
    record=Place,
    columns=record_columns(Place),
    listing=("id", "country", "name_ko", "name"),
    items=records_of("places"),
    order=by_id,
    weight=0.97,
    by_name=False,
    unique_names=True,
)
