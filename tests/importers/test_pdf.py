from __future__ import annotations

import io

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

PAGES = [
    [
        "Border Review 7",
        "Troops at the border",
        "Iraqi troops have reinforced their positions along the long bor-",
        "der with Syria, fearing that the fighting could spill over into it",
        "before the winter comes.",
        "Helicopters and more armoured cars arrived throughout the whole",
        "1",
    ],
    ["Border Review 7", "day, said a general who leads there.", "A last one.", "2"],
    ["Border Review 7", "The end of it.", "3"],
]


def pdf(pages, *, password="", **meta):
    writer = PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    for lines in pages:
        page = writer.add_blank_page(612, 792)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream.set_data(f"BT /F1 11 Tf 14 TL 40 740 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-GB")
    writer.add_metadata({f"/{name}": value for name, value in meta.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    found = io.BytesIO()
    writer.write(found)
    return found.getvalue()


def test_every_field_arrives(bring_in):
    data = pdf(
        PAGES,
        Title="Troops",
        Author="Ada Writer; Bo Reporter",
        Subject="What it is about",
        Keywords="iraq, syria",
        CreationDate="D:20181102143000+03'00'",
    )
    (article,), problems = bring_in("troops.pdf", data)
    assert (article.title, article.authors) == ("Troops", ("Ada Writer", "Bo Reporter"))
    assert (article.description, article.tags, article.language) == ("What it is about", ("iraq", "syria"), "en-GB")
    assert article.published == ""
    assert dict(article.extra) == {"pdf_created": "2018-11-02T14:30:00+03:00", "pdf_pages": "3"}
    assert (article.original.name, article.original.data) == ("original.pdf", data)
    assert problems == []


def test_lines_become_paragraphs_without_heads_and_feet(bring_in):
    (article,), _ = bring_in("troops.pdf", pdf(PAGES, Title="Microsoft Word - x.doc"))
    assert article.title == "Troops at the border"
    assert article.markdown.split("\n\n") == [
        "Troops at the border",
        "Iraqi troops have reinforced their positions along the long border with Syria, fearing that the fighting "
        "could spill over into it before the winter comes.",
        "Helicopters and more armoured cars arrived throughout the whole day, said a general who leads there.",
        "A last one.",
        "The end of it.",
    ]


def test_what_cannot_be_read_is_said(bring_in):
    assert "OCR" in bring_in("scan.pdf", pdf([[], []]))[1][0].reason
    assert "damaged" in bring_in("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<")[1][0].reason
    assert "password" in bring_in("locked.pdf", pdf(PAGES, password="x"))[1][0].reason


def test_a_damaged_page_leaves_the_others(bring_in):
    data = pdf(PAGES)
    (article,), problems = bring_in("x.pdf", data.replace(b"/Contents", b"/Contentz", 1))
    assert "The end of it." in article.markdown
    assert problems == []
