"""Cases and results between two installations that no network joins, by parcels on a USB stick."""
