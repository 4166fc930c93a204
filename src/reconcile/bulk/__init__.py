"""The way for many claims: columns in, columns out, no object for each row in between.

given → cells → checks → sifted → rows → aligned → denied → run → told → files
"""

from reconcile.bulk.entry import reconcile_table
from reconcile.bulk.tables import Tables
from reconcile.bulk.written import claims_table

__all__ = ["Tables", "claims_table", "reconcile_table"]
