"""HTTP, and nothing else of the network: one address at a time, only when somebody who was asked to calls it."""

from viewer.network.addresses import host_of, whole_address
from viewer.network.faults import Fault, FetchError
from viewer.network.fetching import Fetched, Fetcher, Wish
from viewer.network.limits import FEED, PAGE, PICTURE, Limits

__all__ = [
    "FEED",
    "PAGE",
    "PICTURE",
    "Fault",
    "FetchError",
    "Fetched",
    "Fetcher",
    "Limits",
    "Wish",
    "host_of",
    "whole_address",
]
