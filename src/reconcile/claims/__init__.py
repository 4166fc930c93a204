"""Claims: one statement each, with who said it, through whom, and where it stands."""

from reconcile.claims.claim import Claim, Reference
from reconcile.claims.evidence import Evidence, digest
from reconcile.claims.roles import Disputed, FieldSpec, Identity, specs
from reconcile.claims.source import Source

__all__ = ["Claim", "Disputed", "Evidence", "FieldSpec", "Identity", "Reference", "Source", "digest", "specs"]
