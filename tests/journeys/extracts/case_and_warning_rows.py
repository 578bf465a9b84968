"""Steps of application cases, couples under the ceiling and warned youths."""

from __future__ import annotations

from typing import Final

from tests.journeys.extracts.row import Row, ceiling_hit


def _talked_on_15_march(citizen: str) -> Row:
    """Give the contact row of those with an application case: torsdag 15.03.2007 + 3 måneder = fredag 15.06."""
    return Row(citizen, "CONTACT_DUE", "2007-06-15", "2007-06-15", "2007-05-18", 1, "....O")


CASE_ROWS: Final[list[Row]] = [
    # Partshøring fra 05.03.2007 med egen frist Store Bededag fredag 04.05, ikke skabelonens 14 dage; handledag
    # torsdag 03.05. Åbner 14 dage før, 20.04.
    Row("Grethe Clausen", "CASE_STEP_DUE", "2007-05-04", "2007-05-03", "2007-04-20", 1, "...WO"),
    _talked_on_15_march("Grethe Clausen"),
    # Første samtale: skridt begyndt mandag 05.03.2007 + 28 dage = mandag 02.04; registreringen er udført.
    Row("Hans Dybdal", "CASE_STEP_DUE", "2007-04-02", "2007-04-02", "2007-03-19", 1, "FOOOO"),
    _talked_on_15_march("Hans Dybdal"),
    # Registrering: fredag 16.03.2007 + 5 arbejdsdage (19., 20., 21., 22., 23.) = fredag 23.03. 14 dage før er før
    # skridtet begyndte.
    Row("Helle Dyhr", "CASE_STEP_DUE", "2007-03-23", "2007-03-23", None, 1, "WOOOO"),
    _talked_on_15_march("Helle Dyhr"),
    # Lægelige oplysninger, frist fredag 30.03.2007; egen læge spurgt 08.03, svar ventes onsdag 02.05. Skridtet venter
    # på andre til og med den ventede dag; den dag skal vi rykke.
    Row("Inge Elle", "CASE_STEP_DUE", "2007-03-30", "2007-03-30", "2007-03-16", 1, "VVVV?", "egen læge", "2007-03-08"),
    Row("Inge Elle", "WAITING_REMINDER", "2007-05-02", "2007-05-02", "2007-05-02", 2, "...TO"),
    _talked_on_15_march("Inge Elle"),
]

WARNING_ROWS: Final[list[Row]] = [
    # Ægtefællerne har hver sin dag: Jakob fra mandag 16.10.2006, loftet 16.04.2007; 30 dage før = lørdag 17.03,
    # handledag fredag 16.03; åbner 31.01. Fra 16.04 er loftet ramt.
    Row("Jakob Frost", "CEILING_WARNING", "2007-03-17", "2007-03-16", "2007-01-31", 1, "OOO.."),
    ceiling_hit("Jakob Frost", "...LT"),
    # Match 4: + 12 måneder = tirsdag 16.10.2007; åbner 17.08. Onsdag 07.03.2007 + 3 måneder = torsdag 07.06.
    Row("Jakob Frost", "OFFER_FIRST_30", "2007-10-16", "2007-10-16", "2007-08-17", 1, "....O"),
    Row("Jakob Frost", "CONTACT_DUE", "2007-06-07", "2007-06-07", "2007-05-10", 1, "....O"),
    # Karla fra fredag 01.12.2006, loftet 01.06.2007; 30 dage før = onsdag 02.05; åbner 18.03.
    Row("Karla Frost", "CEILING_WARNING", "2007-05-02", "2007-05-02", "2007-03-18", 1, "LFFT."),
    ceiling_hit("Karla Frost", "....T"),
    # + 12 måneder = lørdag 01.12.2007; handledag fredag 30.11; åbner 02.10. Torsdag 08.03.2007 + 3 måneder = 08.06.
    Row("Karla Frost", "OFFER_FIRST_30", "2007-12-01", "2007-11-30", "2007-10-02", 1, "....O"),
    Row("Karla Frost", "CONTACT_DUE", "2007-06-08", "2007-06-08", "2007-05-11", 1, "....O"),
    # Ukendt ung, varslet fredag 16.03.2007: + 5 arbejdsdage = fredag 23.03.
    Row("Liva Grøn", "YOUTH_ALERT", "2007-03-23", "2007-03-23", "2007-03-16", 1, "WOOOO"),
    # Kendt ung uden ydelse, varslet mandag 19.03.2007: + 5 arbejdsdage = mandag 26.03.
    Row("Noah Juel", "YOUTH_ALERT", "2007-03-26", "2007-03-26", "2007-03-19", 1, "FOOOO"),
]
