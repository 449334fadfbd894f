"""The sample case, as the tests of provenance read it."""

from tests.provenance.conftest import sample

__all__ = ["sample"]
