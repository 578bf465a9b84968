"""Match, jobplan and the plan campaign in the housing areas."""

from __future__ import annotations

from typing import Final

from tests.journeys.extracts.row import Row, ceiling_hit, since_1_august_2006

MATCH_AND_PLAN_ROWS: Final[list[Row]] = [
    # Henvendt onsdag 14.03.2007 + 7 dage = onsdag 21.03; ydelsen kom først 19.03.
    Row("Sanne Skov", "MATCH_MISSING", "2007-03-21", "2007-03-21", "2007-03-14", 3, "WOOOO"),
    # Ny modtager: ydelse fra mandag 19.03.2007 + 30 dage = onsdag 18.04, i den sidste af de fire uger efter 20.03.
    Row("Sanne Skov", "PLAN_MISSING", "2007-04-18", "2007-04-18", "2007-03-19", 3, "FFFOO"),
    # Aldrig en samtale: 19.03.2007 + 3 måneder = tirsdag 19.06; åbner 22.05.
    Row("Sanne Skov", "CONTACT_DUE", "2007-06-19", "2007-06-19", "2007-05-22", 1, "....O"),
    # Loftet 19.09.2007. Første tilbud, over 30 uden match: + 12 måneder = 19.03.2008, åbner først 19.01.2008.
    ceiling_hit("Sanne Skov", "....T"),
    # Kun ydelsens begyndelse kendt: torsdag 01.03.2007 + 7 dage = torsdag 08.03.
    Row("Thorkild Steen", "MATCH_MISSING", "2007-03-08", "2007-03-08", "2007-03-01", 3, "OOOOO"),
    # 01.03.2007 + 30 dage = lørdag 31.03; handledag fredag 30.03.
    Row("Thorkild Steen", "PLAN_MISSING", "2007-03-31", "2007-03-30", "2007-03-01", 3, "FOOOO"),
    # 01.03.2007 + 3 måneder = fredag 01.06; åbner 04.05.
    Row("Thorkild Steen", "CONTACT_DUE", "2007-06-01", "2007-06-01", "2007-05-04", 1, "....O"),
    # Loftet 01.09.2007. Første tilbud 01.03.2008 åbner 60 dage før, 01.01.2008: dagen efter den sidste af de fem.
    ceiling_hit("Thorkild Steen", "....T"),
    # Næste gennemgang langfredag 06.04.2007; handledag onsdag 04.04. Åbner 14 dage før, 23.03.
    Row("Mads Nørby", "PLAN_REVIEW", "2007-04-06", "2007-04-04", "2007-03-23", 3, ".TOOO"),
    # Onsdag 07.03.2007 + 3 måneder = torsdag 07.06; åbner 10.05.
    Row("Mads Nørby", "CONTACT_DUE", "2007-06-07", "2007-06-07", "2007-05-10", 1, "....O"),
    *since_1_august_2006("Mads Nørby"),
    # Planen gælder fra onsdag 18.10.2006; gennemgangen 01.07.2007 er senere end 6 måneder: onsdag 18.04.2007. Åbner
    # 14 dage før, netop 04.04.
    Row("Nina Odder", "PLAN_REVIEW", "2007-04-18", "2007-04-18", "2007-04-04", 3, ".FFOO"),
    # Torsdag 08.03.2007 + 3 måneder = fredag 08.06; åbner 11.05.
    Row("Nina Odder", "CONTACT_DUE", "2007-06-08", "2007-06-08", "2007-05-11", 1, "....O"),
    *since_1_august_2006("Nina Odder"),
    # Lundtoftegade, på ydelse før 2007, ingen jobplan: kampagnen til og med mandag 31.12.2007, regnet fra 01.01.2007.
    Row("Otto Palle", "PLAN_CAMPAIGN", "2007-12-31", "2007-12-31", "2007-01-01", 3, "LLLLT"),
    # Fredag 09.03.2007 + 3 måneder = lørdag 09.06; handledag fredag 08.06. Åbner 12.05.
    Row("Otto Palle", "CONTACT_DUE", "2007-06-09", "2007-06-08", "2007-05-12", 1, "....O"),
    *since_1_august_2006("Otto Palle"),
    # Lundtoftegade med jobplan fra 15.02.2007: ingen kampagnerække. Gennemgang onsdag 15.08.2007, 6 måneder efter.
    Row("Petra Rask", "PLAN_REVIEW", "2007-08-15", "2007-08-15", "2007-08-01", 3, "....O"),
    # Torsdag 15.02.2007 + 3 måneder = tirsdag 15.05; åbner 17.04.
    Row("Petra Rask", "CONTACT_DUE", "2007-05-15", "2007-05-15", "2007-04-17", 1, "...FO"),
    *since_1_august_2006("Petra Rask"),
    # Mjølnerparken 14, men ny modtager i 2007: mandag 26.02.2007 + 30 dage = onsdag 28.03, og ingen kampagnerække.
    Row("Rune Sand", "PLAN_MISSING", "2007-03-28", "2007-03-28", "2007-02-26", 3, "FOOOO"),
    # 26.02.2007 + 3 måneder = lørdag 26.05; handledag fredag 25.05. Åbner 28.04.
    Row("Rune Sand", "CONTACT_DUE", "2007-05-26", "2007-05-25", "2007-04-28", 1, "...FO"),
    # Loftet 26.08.2007, varsling 27.07, åbner 12.06: mellem to af de fem dage.
    ceiling_hit("Rune Sand", "....T"),
    # Match 4: 26.02.2007 + 12 måneder = tirsdag 26.02.2008; åbner 28.12.2007.
    Row("Rune Sand", "OFFER_FIRST_30", "2008-02-26", "2008-02-26", "2007-12-28", 1, "....L"),
]
