"""What can be done about a case, by name: the queue, the citizen's page and the search all offer the same."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class CaseAction(StrEnum):
    """Each is opened by the room that offers it (`ui.shell.offer`); what no room offers is not shown."""

    HOLD_TALK = "talk"
    PHONE_NOTE = "phone_note"
    WRITE_NOTE = "write_note"
    SUMMON = "summon"
    REBOOK = "rebook"
    NOTE_ATTENDANCE = "note_attendance"
    ASSESS_MATCH = "assess_match"
    RECEIVE = "receive"
    FOLLOW_UP_SICKNESS = "sickness"
    ASSESS_RISK = "assess_risk"
    RECEIVE_FORM = "receive_form"
    DECIDE_EXTENSION = "decide_extension"
    TAKE_STEP = "take_step"
    OPEN_APPLICATION = "open_application"
    SEND_DELAY_NOTICE = "delay_notice"
    SETTLE_COMPLAINT = "settle_complaint"
    FOLLOW_UP_YOUTH = "youth"
    FINISH_PLAN_STEP = "plan_step"
    ANSWER_ABSENCE = "absence"
    CORRECT_DATA = "correct_data"
    FIND_OFFER = "find_offer"
    CHECK_OUTCOME = "check_outcome"
    DECIDE_NEXT_STEP = "decide_next_step"
    END_PLACEMENT = "end_placement"
    OPEN_TRANSFER = "open_transfer"
    OPEN_CITIZEN = "open_citizen"
    CHANGE_HOLDER = "change_holder"
    EXCLUDE = "exclude"
    RESTRICT = "restrict"
    DECLARE_CONFLICT = "declare_conflict"
    CLOSE_CASE = "close_case"
    REOPEN_CASE = "reopen_case"
    CHANGE_DETAILS = "change_details"
    CHANGE_CPR = "change_cpr"
    REGISTER_BENEFIT = "register_benefit"
    CHANGE_HOUSEHOLD = "change_household"
    SET_CONTACT = "set_contact"
    RECEIVE_COMPLAINT = "receive_complaint"
    ATTACH_DOCUMENT = "attach_document"
    MERGE_CITIZENS = "merge_citizens"
    COPY_CPR = "copy_cpr"
    COPY_NOTE = "copy_note"


WORDS: Final[dict[CaseAction, str]] = {
    CaseAction.HOLD_TALK: "Registrér samtale",
    CaseAction.PHONE_NOTE: "Telefonnotat",
    CaseAction.WRITE_NOTE: "Skriv notat",
    CaseAction.SUMMON: "Indkald",
    CaseAction.REBOOK: "Ny tid",
    CaseAction.NOTE_ATTENDANCE: "Mødt eller udeblevet",
    CaseAction.ASSESS_MATCH: "Vurdér match",
    CaseAction.RECEIVE: "Modtagelse",
    CaseAction.FOLLOW_UP_SICKNESS: "Registrér sygeopfølgning",
    CaseAction.ASSESS_RISK: "Vurdér risiko",
    CaseAction.RECEIVE_FORM: "Oplysningsskema modtaget",
    CaseAction.DECIDE_EXTENSION: "Afgør forlængelse",
    CaseAction.TAKE_STEP: "Åbn sagsskridt",
    CaseAction.OPEN_APPLICATION: "Ny ansøgningssag",
    CaseAction.SEND_DELAY_NOTICE: "Besked om forsinkelse",
    CaseAction.SETTLE_COMPLAINT: "Behandl klage",
    CaseAction.FOLLOW_UP_YOUTH: "Følg op på den unge",
    CaseAction.FINISH_PLAN_STEP: "Følg op på aftale",
    CaseAction.ANSWER_ABSENCE: "Behandl udeblivelse",
    CaseAction.CORRECT_DATA: "Ret datafejl",
    CaseAction.FIND_OFFER: "Åbn guide",
    CaseAction.CHECK_OUTCOME: "Registrér resultat",
    CaseAction.DECIDE_NEXT_STEP: "Beslut næste skridt",
    CaseAction.END_PLACEMENT: "Afslut tilbud",
    CaseAction.OPEN_TRANSFER: "Åbn Overfør",
    CaseAction.OPEN_CITIZEN: "Åbn sag",
    CaseAction.CHANGE_HOLDER: "Skift tovholder",
    CaseAction.EXCLUDE: "Undtag fra resultatmål",
    CaseAction.RESTRICT: "Spær sagen",
    CaseAction.DECLARE_CONFLICT: "Jeg er inhabil",
    CaseAction.CLOSE_CASE: "Afslut sag",
    CaseAction.REOPEN_CASE: "Genåbn sag",
    CaseAction.CHANGE_DETAILS: "Ret oplysninger",
    CaseAction.CHANGE_CPR: "Ret CPR-nummer",
    CaseAction.REGISTER_BENEFIT: "Registrér ydelse",
    CaseAction.CHANGE_HOUSEHOLD: "Ret husstand",
    CaseAction.SET_CONTACT: "Tættere kontakt",
    CaseAction.RECEIVE_COMPLAINT: "Modtag klage",
    CaseAction.ATTACH_DOCUMENT: "Vedhæft dokument",
    CaseAction.MERGE_CITIZENS: "Sammenlæg dubletter",
    CaseAction.COPY_CPR: "Kopiér CPR",
    CaseAction.COPY_NOTE: "Kopiér notat",
}
