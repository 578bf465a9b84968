"""Sickness follow-up, for sygedagpenge and for kontanthjælp. Nobody has a match, and none is asked for.

Risk assessments come in no extract: 14 days after the notice, which all have on their first day of absence.
"""

from __future__ import annotations

from typing import Final

from tests.journeys.extracts.row import Row, since_1_august_2006

SICKNESS_ROWS: Final[list[Row]] = [
    # 4-ugers, sidste opfølgning fredag 09.03.2007 + 28 dage = langfredag 06.04; handledag onsdag 04.04. Åbner 27.03.
    Row("Carl Enevold", "SICK_FOLLOWUP_4W", "2007-04-06", "2007-04-04", "2007-03-27", 1, ".TOOO"),
    Row("Carl Enevold", "RISK_MISSING", "2006-11-20", "2006-11-20", "2006-11-13", 3, "OOOOO"),
    # Uge 52: mandag 06.11.2006 + 364 dage = mandag 05.11.2007; åbner 91 dage før, 06.08.
    Row("Carl Enevold", "BENEFIT_LIMIT", "2007-11-05", "2007-11-05", "2007-08-06", 1, "....O"),
    # 8-ugers, sidste fredag 09.03.2007 + 56 dage = Store Bededag fredag 04.05; handledag torsdag 03.05. Åbner 20.04.
    Row("Dorthe Friis", "SICK_FOLLOWUP_8W", "2007-05-04", "2007-05-03", "2007-04-20", 1, "...WO"),
    Row("Dorthe Friis", "RISK_MISSING", "2006-11-27", "2006-11-27", "2006-11-20", 3, "OOOOO"),
    # Mandag 13.11.2006 + 364 dage = mandag 12.11.2007; åbner 13.08.
    Row("Dorthe Friis", "BENEFIT_LIMIT", "2007-11-12", "2007-11-12", "2007-08-13", 1, "....O"),
    # Første opfølgning: mandag 12.02.2007 + 8 uger = 2. påskedag mandag 09.04; handledag onsdag 04.04. Åbner 12.03.
    Row("Emil Gram", "SICK_FIRST", "2007-04-09", "2007-04-04", "2007-03-12", 1, "FTTOO"),
    Row("Emil Gram", "RISK_MISSING", "2007-02-26", "2007-02-26", "2007-02-19", 3, "OOOOO"),
    # 12.02.2007 + 364 dage = mandag 11.02.2008; åbner 12.11.2007.
    Row("Emil Gram", "BENEFIT_LIMIT", "2008-02-11", "2008-02-11", "2007-11-12", 1, "....L"),
    # Oplysningsskema sendt mandag 12.03.2007 + 8 dage = tirsdag 20.03, ikke kommet tilbage. Om den sidste dag er
    # borgerens eller vores, er ikke fastlagt.
    Row("Fie Højgaard", "SICK_FORM_RETURN", "2007-03-20", "2007-03-20", "2007-03-12", 2, "?OOOO"),
    # 12.03.2007 + 14 dage = mandag 26.03; + 8 uger = mandag 07.05, åbner 28 dage før, 09.04.
    Row("Fie Højgaard", "RISK_MISSING", "2007-03-26", "2007-03-26", "2007-03-19", 3, "FOOOO"),
    Row("Fie Højgaard", "SICK_FIRST", "2007-05-07", "2007-05-07", "2007-04-09", 1, "...FO"),
    # 12.03.2007 + 364 dage = mandag 10.03.2008; åbner 10.12.2007.
    Row("Fie Højgaard", "BENEFIT_LIMIT", "2008-03-10", "2008-03-10", "2007-12-10", 1, "....L"),
    # Uge 52 uden tidligere uger: mandag 08.05.2006 + 364 dage = mandag 07.05.2007; åbner 05.02.
    Row("Gorm Hede", "BENEFIT_LIMIT", "2007-05-07", "2007-05-07", "2007-02-05", 1, "LLLFO"),
    # Torsdag 01.03.2007 + 56 dage = torsdag 26.04; åbner 12.04.
    Row("Gorm Hede", "SICK_FOLLOWUP_8W", "2007-04-26", "2007-04-26", "2007-04-12", 1, "...OO"),
    Row("Gorm Hede", "RISK_MISSING", "2006-05-22", "2006-05-22", "2006-05-15", 3, "OOOOO"),
    # Uge 52 med 13 uger brugt (06.03–04.06.2006, rask 05.06): mandag 02.10.2006 + 364 dage = 01.10.2007, - 91 dage =
    # mandag 02.07.2007; åbner 91 dage før, 02.04.
    Row("Hanne Ibsen", "BENEFIT_LIMIT", "2007-07-02", "2007-07-02", "2007-04-02", 1, ".LLLO"),
    # Onsdag 14.03.2007 + 56 dage = onsdag 09.05; åbner 25.04.
    Row("Hanne Ibsen", "SICK_FOLLOWUP_8W", "2007-05-09", "2007-05-09", "2007-04-25", 1, "...FO"),
    Row("Hanne Ibsen", "RISK_MISSING", "2006-10-16", "2006-10-16", "2006-10-09", 3, "OOOOO"),
    # 4-ugers: samtalen fredag 16.03.2007 er nyere end udtrækkets sidste opfølgning 02.02. + 28 dage = fredag 13.04.
    Row("Ivan Jepsen", "SICK_FOLLOWUP_4W", "2007-04-13", "2007-04-13", "2007-04-03", 1, ".FFOO"),
    Row("Ivan Jepsen", "RISK_MISSING", "2006-12-18", "2006-12-18", "2006-12-11", 3, "OOOOO"),
    # Mandag 04.12.2006 + 364 dage = mandag 03.12.2007; åbner 03.09.
    Row("Ivan Jepsen", "BENEFIT_LIMIT", "2007-12-03", "2007-12-03", "2007-09-03", 1, "....O"),
    # Sygemeldt på kontanthjælp fra mandag 29.01.2007: + 8 uger = mandag 26.03; risiko + 14 dage = mandag 12.02. Ingen
    # varighedsgrænse og intet skema.
    Row("Kaj Lassen", "SICK_FIRST", "2007-03-26", "2007-03-26", "2007-02-26", 1, "FOOOO"),
    Row("Kaj Lassen", "RISK_MISSING", "2007-02-12", "2007-02-12", "2007-02-05", 3, "OOOOO"),
    # Mandag 22.01.2007 + 3 måneder = søndag 22.04; handledag fredag 20.04. Åbner 25.03.
    Row("Kaj Lassen", "CONTACT_DUE", "2007-04-22", "2007-04-20", "2007-03-25", 1, ".FFOO"),
    *since_1_august_2006("Kaj Lassen"),
    # Raskmeldt 15.01.2007: kun kontakt. Tirsdag 06.02.2007 + 3 måneder = søndag 06.05; fredag er Store Bededag, så
    # handledagen er torsdag 03.05. Åbner påskedag 08.04.
    Row("Lis Munk", "CONTACT_DUE", "2007-05-06", "2007-05-03", "2007-04-08", 1, "..FWO"),
    *since_1_august_2006("Lis Munk"),
]
