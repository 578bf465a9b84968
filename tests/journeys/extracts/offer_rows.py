"""First and repeated offers, offers that run, end and are planned, and what came of them."""

from __future__ import annotations

from typing import Final

from tests.journeys.extracts.row import Row, ceiling_hit

RUNNING_AND_ENDED_ROWS: Final[list[Row]] = [
    # I tilbud mandag 15.01.2007–30.06.2008: kontakten hviler, og første tilbud er givet. Planen manglede dagen før,
    # fredag 12.01, og mangler endnu.
    Row("Niels Overgaard", "PLAN_BEFORE_OFFER", "2007-01-12", "2007-01-12", None, 1, "OOOOO"),
    ceiling_hit("Niels Overgaard", "LLLLT"),
    # Tilbuddet sluttede fredag 09.02.2007, efter samtalen 03.11.2006: + 3 måneder = onsdag 09.05; åbner 11.04.
    Row("Olga Pihl", "CONTACT_DUE", "2007-05-09", "2007-05-09", "2007-04-11", 1, "...FO"),
    # 09.02.2007 + 14 dage = fredag 23.02, og intet nyt er planlagt. Den 09.02 er endnu en dag i tilbud.
    Row("Olga Pihl", "NEXT_ACTIVITY_MISSING", "2007-02-23", "2007-02-23", None, 3, "OOOOO"),
    # 09.02.2007 + 3 måneder = onsdag 09.05, åbner 7 dage før, netop 02.05; + 6 måneder = torsdag 09.08.
    Row("Olga Pihl", "OUTCOME_CHECK", "2007-05-09", "2007-05-09", "2007-05-02", 4, "...FO"),
    Row("Olga Pihl", "OUTCOME_CHECK", "2007-08-09", "2007-08-09", "2007-08-02", 4, "....O"),
    # Nyt tilbud senest 12 måneder efter: lørdag 09.02.2008; handledag fredag 08.02. Åbner 60 dage før, 11.12.2007.
    Row("Olga Pihl", "OFFER_REPEAT", "2008-02-09", "2008-02-08", "2007-12-11", 1, "....L"),
    ceiling_hit("Olga Pihl", "LLLLT"),
    # Planlagt tilbud fra tirsdag 10.04.2007 uden jobplan: arbejdsdagen før er onsdag 04.04, før påsken. Hvad der
    # gælder, når den planlagte start er gået uden at tilbuddet er meldt i gang, er ikke fastlagt.
    Row("Poul Quist", "PLAN_BEFORE_OFFER", "2007-04-04", "2007-04-04", None, 1, "FTO??"),
    ceiling_hit("Poul Quist", "LLL??"),
    # Tilbuddet slutter fredag 18.05.2007: 14 dage før er Store Bededag fredag 04.05, handledag torsdag 03.05. Åbner 42
    # dage før slut, langfredag 06.04. Efter 18.05 er udtrækket ikke længere sandt.
    Row("Dan Aagaard", "OFFER_ENDING", "2007-05-04", "2007-05-03", "2007-04-06", 2, "..FW?"),
    # Begyndte mandag 18.12.2006 uden jobplan: arbejdsdagen før er fredag 15.12.
    Row("Dan Aagaard", "PLAN_BEFORE_OFFER", "2006-12-15", "2006-12-15", None, 1, "OOOO?"),
    ceiling_hit("Dan Aagaard", "LLLL?"),
    # Sluttede torsdag 30.11.2006: + 3 måneder = onsdag 28.02.2007; + 6 måneder = onsdag 30.05. I et nyt tilbud fra
    # mandag 11.12.2006, uden jobplan: arbejdsdagen før er fredag 08.12.
    Row("Edith Bang", "OUTCOME_CHECK", "2007-02-28", "2007-02-28", "2007-02-21", 4, "OOOOO"),
    Row("Edith Bang", "OUTCOME_CHECK", "2007-05-30", "2007-05-30", "2007-05-23", 4, "....O"),
    Row("Edith Bang", "PLAN_BEFORE_OFFER", "2006-12-08", "2006-12-08", None, 1, "OOOOO"),
    ceiling_hit("Edith Bang", "LLLLT"),
    # Det samme, men resultatet efter 3 måneder er kendt: kun 6 måneder tilbage.
    Row("Finn Buhl", "OUTCOME_CHECK", "2007-05-30", "2007-05-30", "2007-05-23", 4, "....O"),
    Row("Finn Buhl", "PLAN_BEFORE_OFFER", "2006-12-08", "2006-12-08", None, 1, "OOOOO"),
    ceiling_hit("Finn Buhl", "LLLLT"),
]

FIRST_OFFER_ROWS: Final[list[Row]] = [
    # Under 30: ydelse fra mandag 18.12.2006 + 13 uger = mandag 19.03.2007; åbner 60 dage før, 18.01.
    Row("Signe Thy", "OFFER_FIRST_U30", "2007-03-19", "2007-03-19", "2007-01-18", 1, "OOOOO"),
    # Tirsdag 13.03.2007 + 3 måneder = onsdag 13.06; åbner 16.05.
    Row("Signe Thy", "CONTACT_DUE", "2007-06-13", "2007-06-13", "2007-05-16", 1, "....O"),
    # Loftet 18.06.2007; 30 dage før = lørdag 19.05, handledag fredag 18.05; åbner 45 dage før, netop 04.04.
    Row("Signe Thy", "CEILING_WARNING", "2007-05-19", "2007-05-18", "2007-04-04", 1, ".LLF."),
    ceiling_hit("Signe Thy", "....T"),
    # Under 30: mandag 08.01.2007 + 13 uger = 2. påskedag mandag 09.04; handledag onsdag 04.04. Åbner 08.02.
    Row("Troels Ulrik", "OFFER_FIRST_U30", "2007-04-09", "2007-04-04", "2007-02-08", 1, "FTTOO"),
    # Ny modtager i 2007: 08.01 + 30 dage = onsdag 07.02.
    Row("Troels Ulrik", "PLAN_MISSING", "2007-02-07", "2007-02-07", "2007-01-08", 3, "OOOOO"),
    # Onsdag 14.03.2007 + 3 måneder = torsdag 14.06; åbner 17.05.
    Row("Troels Ulrik", "CONTACT_DUE", "2007-06-14", "2007-06-14", "2007-05-17", 1, "....O"),
    # Loftet 08.07.2007; 30 dage før = fredag 08.06; åbner 24.04.
    Row("Troels Ulrik", "CEILING_WARNING", "2007-06-08", "2007-06-08", "2007-04-24", 1, "...L."),
    ceiling_hit("Troels Ulrik", "....T"),
    # Over 30, match 2, ydelse fra mandag 15.05.2006, før 2007: 12 måneder = tirsdag 15.05.2007; åbner 16.03.
    Row("Una Vest", "OFFER_FIRST_30", "2007-05-15", "2007-05-15", "2007-03-16", 1, "LLLFO"),
    # Mandag 12.03.2007 + 3 måneder = tirsdag 12.06; åbner 15.05.
    Row("Una Vest", "CONTACT_DUE", "2007-06-12", "2007-06-12", "2007-05-15", 1, "....O"),
    ceiling_hit("Una Vest", "LLLLT"),
    # Over 30, match 2, ydelse fra tirsdag 02.01.2007: 9 måneder = tirsdag 02.10.2007; åbner 03.08.
    Row("Verner Winther", "OFFER_FIRST_30", "2007-10-02", "2007-10-02", "2007-08-03", 1, "....O"),
    # 02.01.2007 + 30 dage = torsdag 01.02.
    Row("Verner Winther", "PLAN_MISSING", "2007-02-01", "2007-02-01", "2007-01-02", 3, "OOOOO"),
    Row("Verner Winther", "CONTACT_DUE", "2007-06-12", "2007-06-12", "2007-05-15", 1, "....O"),
    # Loftet 02.07.2007; 30 dage før = lørdag 02.06, handledag fredag 01.06; åbner 18.04.
    Row("Verner Winther", "CEILING_WARNING", "2007-06-02", "2007-06-01", "2007-04-18", 1, "...F."),
    ceiling_hit("Verner Winther", "....T"),
    # Det samme i match 4: 12 måneder = onsdag 02.01.2008, i samme uge som 31.12; åbner 03.11.
    Row("Agnes Yding", "OFFER_FIRST_30", "2008-01-02", "2008-01-02", "2007-11-03", 1, "....W"),
    Row("Agnes Yding", "PLAN_MISSING", "2007-02-01", "2007-02-01", "2007-01-02", 3, "OOOOO"),
    Row("Agnes Yding", "CONTACT_DUE", "2007-06-12", "2007-06-12", "2007-05-15", 1, "....O"),
    Row("Agnes Yding", "CEILING_WARNING", "2007-06-02", "2007-06-01", "2007-04-18", 1, "...F."),
    ceiling_hit("Agnes Yding", "....T"),
    # 21 år, match 2, ingen uddannelse, ingen børn hjemme: mandag 15.01.2007 + 13 uger = mandag 16.04; åbner 15.02.
    Row("Birk Zander", "EDUCATION_U25", "2007-04-16", "2007-04-16", "2007-02-15", 1, "FFFOO"),
    Row("Birk Zander", "OFFER_FIRST_U30", "2007-04-16", "2007-04-16", "2007-02-15", 1, "FFFOO"),
    # 15.01.2007 + 30 dage = onsdag 14.02. Torsdag 15.03.2007 + 3 måneder = fredag 15.06; åbner 18.05.
    Row("Birk Zander", "PLAN_MISSING", "2007-02-14", "2007-02-14", "2007-01-15", 3, "OOOOO"),
    Row("Birk Zander", "CONTACT_DUE", "2007-06-15", "2007-06-15", "2007-05-18", 1, "....O"),
    # Loftet 15.07.2007; 30 dage før = fredag 15.06; åbner 01.05.
    Row("Birk Zander", "CEILING_WARNING", "2007-06-15", "2007-06-15", "2007-05-01", 1, "...L."),
    ceiling_hit("Birk Zander", "....T"),
    # Det samme med et barn hjemme: intet uddannelsespålæg.
    Row("Cilla Ørum", "OFFER_FIRST_U30", "2007-04-16", "2007-04-16", "2007-02-15", 1, "FFFOO"),
    Row("Cilla Ørum", "PLAN_MISSING", "2007-02-14", "2007-02-14", "2007-01-15", 3, "OOOOO"),
    Row("Cilla Ørum", "CONTACT_DUE", "2007-06-15", "2007-06-15", "2007-05-18", 1, "....O"),
    Row("Cilla Ørum", "CEILING_WARNING", "2007-06-15", "2007-06-15", "2007-05-01", 1, "...L."),
    ceiling_hit("Cilla Ørum", "....T"),
]
