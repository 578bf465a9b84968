"""Letters as PDF: what is read back, the fonts in them, the address, and what is named before it is printed."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.clock import FixedClock
from app.documents.keep import Document, document_bytes, keep_document
from app.documents.letter import Facts, Letter
from app.documents.letter_text import MergeField, merge, read_letter_text
from app.documents.letter_texts import LetterId, letter_text
from app.documents.letters import Composed, DelayLetter, letter_for_delay, summons_letter
from app.documents.pdf import letter_pdf
from app.reference.entry import resource
from app.talks.summon import Meeting
from app.work import Work, working
from db.errors import Refused
from db.rows.local import BlobRow
from db.rows.organisation import CaseworkerRow, LetterTemplateRow
from db.rows.talks import PrintedDocumentRow
from db.values.talks import SentHow, TalkForm, TalkPurpose
from tests.helpers.desk import TODAY, Desk

ADDRESS = "Mjølnerparken 42, 2. tv., 2200 København N"
MEETING = Meeting(
    TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, date(2007, 3, 28), time(9, 30), time(10, 15), place="lokale 2",
    address="Eksempelvej 1, 2400 København NV", phone="01 23 45 01", what_to_bring="CV",
    rebook_until=date(2007, 3, 26), duty_text="Udebliver du uden rimelig grund, kan det få betydning for din hjælp.",
)  # fmt: skip
LETTER = Letter(
    "Indkaldelse", ("Ada Bro",), ("Kære Ada Bro", Facts((("Tid", "i morgen"),))), ("Jobcentret", "M. Holm"), TODAY
)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The fonts of every page by name, and whether they are embedded."""
    found = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        resources = page["/Resources"]
        for font in resources["/Font"].values():  # type: ignore[index] # pypdf's own dictionaries.
            descriptor = font.get_object().get("/FontDescriptor")
            found[font.get_object()["/BaseFont"]] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


def composed(desk: Desk, case_id: str, meeting: Meeting = MEETING, *, by_post: bool = True) -> Composed:
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="t") as work:
        return summons_letter(work, case_id, meeting, by_post=by_post)


def test_that_a_letter_says_who_when_where_and_what_absence_means(desk: Desk) -> None:
    case = desk.citizen(address=ADDRESS)
    made = composed(desk, case)
    assert made.missing == ()
    text = text_of(letter_pdf(made.letter))
    for part in (
        "Nyropsgade", "Samira Lund Mjølnerparken 42, 2. tv. 2200 København N", "20. marts 2007", "Kære Samira Lund",
        "Onsdag den 28. marts 2007 kl. 9.30", "Lokale 2 Eksempelvej 1, 2400 København NV", "M. Holm, Nyropsgade",
        "senest mandag den 26. marts 2007", "kan det få betydning for din hjælp.", "Side 1 af 1",
    ):  # fmt: skip
        assert part in text
    assert "{" not in text
    assert "610175" not in text
    assert "tolk" not in text.lower()


def test_that_every_font_is_embedded_and_the_same_letter_gives_the_same_bytes() -> None:
    pdf = letter_pdf(LETTER)
    assert len(fonts_of(pdf)) == 3
    assert all(fonts_of(pdf).values())
    assert all("IBMPlexSans" in name for name in fonts_of(pdf))
    assert letter_pdf(LETTER) == pdf
    about = PdfReader(BytesIO(pdf)).metadata
    assert about is not None
    assert "Ada Bro" not in str(about)


@pytest.mark.parametrize(
    "name", ["Åse Søndergård-Ærø", "Łukasz Żółć", "Ștefan Țurcanu", "Işıl Öğüt", "Nguyễn Thị Ánh Tuyết", "Cafe\u0301"]
)
def test_that_every_european_turkish_and_vietnamese_letter_is_printed(name: str) -> None:
    text = text_of(letter_pdf(replace(LETTER, recipient=(name,))))
    assert unicodedata.normalize("NFC", name) in unicodedata.normalize("NFC", text)


def test_that_a_character_the_fonts_do_not_have_is_named_and_nothing_is_printed() -> None:
    with pytest.raises(Refused) as refused:
        letter_pdf(replace(LETTER, paragraphs=("Kære 漢, 漢字",)))
    assert refused.value.code == "character_missing"
    assert "»漢« (U+6F22), »字« (U+5B57)" in refused.value.message


def test_that_no_file_is_written_while_a_letter_is_made() -> None:
    letter_pdf(LETTER)
    opened: list[object] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open":
            opened.append(arguments)

    # A hook cannot be taken away again; it looks no further once the list is empty.
    sys.addaudithook(hook)
    letter_pdf(replace(LETTER, recipient=("Bo Ek",)))
    watching.clear()
    assert opened == []


def test_that_a_protected_address_is_never_in_the_letter_and_is_to_be_looked_up(desk: Desk) -> None:
    case = desk.citizen(address=ADDRESS, address_protected=True)
    made = composed(desk, case)
    text = text_of(letter_pdf(made.letter))
    assert "Mjølnerparken" not in text
    assert made.letter.recipient == ("Samira Lund",)
    assert "Adressebeskyttelse: slå adressen op" in text
    assert made.look_up
    assert made.post_order == ("", "", "")
    # Handed over, nobody needs an address.
    assert not composed(desk, case, by_post=False).look_up


def test_that_a_long_letter_goes_on_and_counts_its_pages_and_a_long_name_stays_in_the_window() -> None:
    name = "Maximilian " * 11
    long = replace(LETTER, recipient=(name.strip(),), paragraphs=("Ord og tal. " * 500, "Slut" + "x" * 400))
    pdf = letter_pdf(long)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in text
    assert pages[0].count("Maximilian") == 11


def test_that_an_empty_field_is_marked_and_a_part_that_depends_on_it_is_left_out(desk: Desk) -> None:
    case = desk.citizen(address=ADDRESS)
    made = composed(desk, case, replace(MEETING, address=None, what_to_bring=None, rebook_until=None))
    assert made.missing == (MergeField.WHERE,)
    text = text_of(letter_pdf(made.letter))
    assert "[mangler: sted og adresse]" in text
    assert "Tag med" not in text
    assert "senest" not in text
    assert "før samtalen begynder" in text


def test_that_a_talk_by_phone_or_at_home_needs_no_room(desk: Desk) -> None:
    case = desk.citizen(address=ADDRESS, phone="01 99 88 77")
    by_phone = replace(MEETING, form=TalkForm.TELEPHONE, address=None, place=None)
    assert "Vi ringer til dig på 01 99 88 77" in text_of(letter_pdf(composed(desk, case, by_phone).letter))
    at_home = replace(by_phone, form=TalkForm.HOME_VISIT)
    assert "Hjemme hos dig" in text_of(letter_pdf(composed(desk, case, at_home).letter))


@pytest.mark.parametrize("letter", list(LetterId))
def test_that_every_text_that_comes_along_can_be_read_and_has_a_greeting(letter: LetterId) -> None:
    found = read_letter_text(resource("letters", f"{letter.value}.toml"), letter.value)
    assert found.letter_id == letter.value
    assert found.parts[0].text == "Kære {navn}"
    # With room to sign between the greeting and the name.
    assert found.parts[-1].text == "Med venlig hilsen\n\n\n{medarbejder}\n{enhed}"
    filled = merge(found, {field: field.value.upper() for field in MergeField})
    assert filled.missing == ()


@pytest.mark.parametrize(("text", "wrong"), [
    ('letter_id = "a"\ntitle = "A"\n[[part]]\ntext = "Kære {nafn}"', "a.toml, part 1: »text« bruger {nafn}"),
    ('letter_id = "a"\ntitle = "A"\n[[part]]\ntext = "Kære {navn"', "a.toml, part 1: »text« har en { eller }"),
    ('letter_id = "a"\ntitle = "A"\n[[part]]\ntext = "x"\nhvis = "navn"', "a.toml, part 1: »hvis« kendes ikke"),
    ('letter_id = "a"\ntitle = "A"\n[[part]]\ntext = "x"\nwhen = "hvem"', "a.toml, part 1: »when« skal være en af"),
    ('letter_id = "a"\ntitle = "A"', "a.toml: »part« mangler"),
    ('letter_id = "a"\n[[part]]\ntext = "x"', "a.toml: »title« mangler"),
])  # fmt: skip
def test_that_a_wrong_text_is_refused_with_file_place_and_key(text: str, wrong: str) -> None:
    with pytest.raises(Refused) as refused:
        read_letter_text(text, "a.toml")
    assert refused.value.message.startswith(wrong)


def test_that_the_municipalitys_own_text_goes_before_in_the_days_it_holds(desk: Desk) -> None:
    own = 'letter_id = "samtale"\ntitle = "Kom til samtale"\n[[part]]\ntext = "Kære {navn}"'

    def add(work: Work) -> None:
        for version, start, end in ((1, date(2007, 1, 1), date(2007, 2, 28)), (2, date(2007, 3, 1), None)):
            work.add(
                LetterTemplateRow(
                    letter_id="samtale", version=version, title="x", valid_from=start, valid_to=end,
                    text=own.replace("Kom", f"{version}. Kom"),
                )
            )  # fmt: skip

    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="t") as work:
        add(work)
    with desk.store.reading() as session:
        titles = [letter_text(session, LetterId.CONTACT, date(2007, month, 15)).title for month in (2, 3)]
        before = letter_text(session, LetterId.CONTACT, date(2006, 12, 1)).title
    assert titles == ["1. Kom til samtale", "2. Kom til samtale"]
    assert before == "Indkaldelse til samtale"


def test_that_a_delay_is_told_with_its_reason_and_the_new_date(desk: Desk) -> None:
    case = desk.citizen(address=ADDRESS)
    request = DelayLetter(case, "Ansøgning om fleksjob", "Vi venter på en lægeerklæring.", date(2007, 5, 2))

    def say(request: DelayLetter) -> bytes:
        with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="t") as work:
            return letter_for_delay(work, request)

    with pytest.raises(Refused) as refused:
        say(replace(request, reason=" "))
    assert refused.value.message == "Brevet mangler: grunden, telefon."
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="t") as work:
        worker = work.session.get(CaseworkerRow, desk.me)
        assert worker is not None
        worker.phone = "01 23 45 01"
    text = text_of(say(request))
    assert "Ansøgning om fleksjob" in text
    assert "Vi venter på en lægeerklæring." in text
    assert "senest den 2. maj 2007" in text


def test_that_the_exact_bytes_are_kept_once_with_who_when_and_how(desk: Desk) -> None:
    case = desk.citizen()
    pdf = letter_pdf(LETTER)
    document = Document(case, "samtale", "Indkaldelse", pdf, "about", SentHow.HANDED_OVER)
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="t") as work:
        digest = keep_document(work, document)
        assert keep_document(work, document) == digest
    assert desk.count(BlobRow) == 1
    row = desk.rows(PrintedDocumentRow)[0]
    assert (row.printed_on, row.printed_by, row.handed_over_how) == (TODAY, desk.me, SentHow.HANDED_OVER)
    with desk.store.reading() as session:
        assert document_bytes(session, digest) == pdf
