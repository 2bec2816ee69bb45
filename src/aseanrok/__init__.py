"""Relations between ASEAN and the Republic of Korea: facts from 1989 to today, each with its source."""

__version__ = "0.1.0"
