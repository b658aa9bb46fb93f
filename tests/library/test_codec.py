import datetime

import pytest

from viewer.chronology import analyse
from viewer.document import parse
from viewer.library.codec import SHAPE, pack_chronology, unpack_chronology
from viewer.model import Chronology

TEXT = (
    "Iraqi forces retook Anbar in late 2017, the general said on Thursday, November 2. For weeks IS has been fighting "
    "back. Troops will leave in mid-December, up to 2,000 of them.\n\nHelicopters arrived throughout the day."
)


def test_every_field_comes_back():
    chronology = analyse(parse(TEXT).blocks, datetime.date(2018, 11, 2))
    assert chronology.timexes
    assert chronology.events
    assert unpack_chronology(pack_chronology(chronology)) == chronology


def test_an_empty_chronology_comes_back():
    assert unpack_chronology(pack_chronology(Chronology())) == Chronology()


@pytest.mark.parametrize("packed", [b"", b"nonsense", pack_chronology(Chronology())[:-3]])
def test_other_bytes_are_refused(packed):
    with pytest.raises(ValueError, match="not a stored chronology"):
        unpack_chronology(packed)


def test_the_shape_names_the_fields():
    assert len(SHAPE) == 16
