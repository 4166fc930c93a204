"""The doors for claims: files in, files out, and the proof of their evidence."""

from reconcile.io.faults import claim_errors
from reconcile.io.proof import verify_evidence
from reconcile.io.read import Claims, read_claims
from reconcile.io.records import claim_from
from reconcile.io.write import write_claims

__all__ = ["Claims", "claim_errors", "claim_from", "read_claims", "verify_evidence", "write_claims"]
