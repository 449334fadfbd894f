"""The witnesses of a family in time."""
