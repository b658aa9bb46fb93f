"""What can go wrong on the way to an address, each as a sentence that names it and the remedy."""

from __future__ import annotations

from enum import StrEnum

from viewer.model import DatelineError


class Fault(StrEnum):
    """The kinds of faults. A feed is asked again later after all but ``GONE``."""

    ADDRESS = "no address"
    FORBIDDEN = "not allowed"
    NAME = "name not found"
    REFUSED = "refused"
    CERTIFICATE = "certificate"
    TIME = "took too long"
    SIZE = "too large"
    DAMAGED = "damaged"
    REDIRECTS = "redirects"
    STATUS = "status"
    GONE = "gone"
    BUSY = "busy"
    KIND = "another kind of thing"


class FetchError(DatelineError):
    """An address that could not be fetched. ``str(error)`` is a sentence for the reader.

    ``status`` is that of HTTP, 0 where no answer came; ``retry_after`` how many seconds the server asks to be left
    alone, 0 where it does not say.
    """

    def __init__(self, fault: Fault, sentence: str, *, status: int = 0, retry_after: int = 0) -> None:
        super().__init__(sentence)
        self.fault, self.status, self.retry_after = fault, status, retry_after


_STATUSES = {
    401: "{} is for those who have signed in. Open it in the browser, save the page, and add the file.",
    402: "{} is for those who pay. Open it in the browser, save the page, and add the file.",
    403: "{} does not let this program in (403). Open it in the browser, save the page, and add the file.",
    404: "{} is not there (404). Check the address; the page may have moved.",
    407: "The proxy wants a name and a password before it fetches {} (407). Check the proxy's settings.",
    410: "{} was taken away for good (410).",
    429: "{} was asked for too often (429). Try again {}.",
    451: "{} may not be shown where you are, by law (451).",
}


def of_status(address: str, status: int, retry_after: int) -> FetchError:
    """The fault for an answer whose ``status`` is no success."""
    if status == 429:
        sentence = _STATUSES[status].format(address, in_words(retry_after))
        return FetchError(Fault.BUSY, sentence, status=status, retry_after=retry_after)
    if status in _STATUSES:
        fault = Fault.GONE if status == 410 else Fault.STATUS
        return FetchError(fault, _STATUSES[status].format(address), status=status)
    if status >= 500:
        sentence = f"The server of {address} has a fault of its own ({status}). Try again {in_words(retry_after)}."
        return FetchError(Fault.BUSY, sentence, status=status, retry_after=retry_after)
    return FetchError(Fault.STATUS, f"The server did not give {address} (status {status}).", status=status)


def in_words(seconds: int) -> str:
    """When to try again: "later", "in 20 seconds", "in 2 hours"."""
    if seconds <= 0:
        return "later"
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            number = round(seconds / size)
            return f"in {number} {name}{'' if number == 1 else 's'}"
    return f"in {seconds} second{'' if seconds == 1 else 's'}"
