"""Reports as files."""


def write_export(pk):
    """Write the stored export with this id."""
