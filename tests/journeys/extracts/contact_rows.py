"""The contact clock: every third month from the last talk that fulfils the duty, opening 28 days before."""

from __future__ import annotations

from typing import Final

from tests.journeys.extracts.row import Row, ceiling_hit, since_1_august_2006

CONTACT_ROWS: Final[list[Row]] = [
    # Seneste samtale torsdag 30.11.2006 + 3 måneder = 28.02.2007, onsdag: der er ingen 30. februar.
    Row("Asta Bech", "CONTACT_DUE", "2007-02-28", "2007-02-28", "2007-01-31", 1, "OOOOO"),
    *since_1_august_2006("Asta Bech"),
    # De næste er på revalideringsydelse, hvor kun kontakt og sagsskridt gælder: én række hver.
    # Uden tovholder, og to gange i filen. Seneste samtale mandag 15.01.2007 + 3 måneder = søndag 15.04; sidste
    # arbejdsdag før er fredag 13.04.
    Row("Bo Carstensen", "CONTACT_DUE", "2007-04-15", "2007-04-13", "2007-03-18", 1, "FFFOO"),
    # Samtalen står to gange i filen. Fredag 05.01.2007 + 3 måneder = skærtorsdag 05.04; handledag onsdag 04.04.
    Row("Clara Dam", "CONTACT_DUE", "2007-04-05", "2007-04-04", "2007-03-08", 1, "FTOOO"),
    # Tirsdag 09.01.2007 + 3 måneder = 2. påskedag mandag 09.04; skærtorsdag, langfredag og weekend går fra: 04.04.
    # Påskedag 08.04 er handledagen gået, fristen ikke: I dag.
    Row("Dines Egholm", "CONTACT_DUE", "2007-04-09", "2007-04-04", "2007-03-12", 1, "FTTOO"),
    # Mandag 08.01.2007 + 3 måneder = påskedag søndag 08.04, som er fristens egen dag.
    Row("Ellen Fog", "CONTACT_DUE", "2007-04-08", "2007-04-04", "2007-03-11", 1, "FTTOO"),
    # Torsdag 01.02.2007 + 3 måneder = tirsdag 01.05, som er fri; handledag mandag 30.04. Åbner 03.04.
    Row("Frode Gade", "CONTACT_DUE", "2007-05-01", "2007-04-30", "2007-04-03", 1, ".FFOO"),
    # Ingen samtale: ydelse fra søndag 04.02.2007 + 3 måneder = Store Bededag fredag 04.05; handledag torsdag 03.05.
    # Åbner 28 dage før, langfredag 06.04.
    Row("Gerda Holst", "CONTACT_DUE", "2007-05-04", "2007-05-03", "2007-04-06", 1, "..FWO"),
    # Hjemmebesøg lørdag 17.02.2007 + 3 måneder = Kristi himmelfartsdag torsdag 17.05; handledag onsdag 16.05.
    Row("Hjalte Iversen", "CONTACT_DUE", "2007-05-17", "2007-05-16", "2007-04-19", 1, "...FO"),
    # Onsdag 28.02.2007 + 3 måneder = 2. pinsedag mandag 28.05; handledag fredag 25.05. Åbner 30.04.
    Row("Ida Juhl", "CONTACT_DUE", "2007-05-28", "2007-05-25", "2007-04-30", 1, "...FO"),
    # Telefon 20.02.2007 opfylder ikke pligten; mandag 11.12.2006 + 3 måneder = søndag 11.03; handledag fredag 09.03.
    Row("Jens Krag", "CONTACT_DUE", "2007-03-11", "2007-03-09", "2007-02-11", 1, "OOOOO"),
    # Gruppe 21.02.2007 opfylder ikke pligten alene; fredag 15.12.2006 + 3 måneder = torsdag 15.03.
    Row("Karen Lund", "CONTACT_DUE", "2007-03-15", "2007-03-15", "2007-02-15", 1, "OOOOO"),
    # Telefon torsdag 22.02.2007 er i udtrækket mærket opfylder_pligt; + 3 måneder = tirsdag 22.05.
    Row("Lars Mørk", "CONTACT_DUE", "2007-05-22", "2007-05-22", "2007-04-24", 1, "...FO"),
    # Individuel 15.02.2007 er mærket opfylder_pligt = nej; torsdag 14.12.2006 + 3 måneder = onsdag 14.03.
    Row("Maja Nyborg", "CONTACT_DUE", "2007-03-14", "2007-03-14", "2007-02-14", 1, "OOOOO"),
    # Aldrig en samtale: ydelse fra tirsdag 01.08.2006 + 3 måneder = onsdag 01.11.2006.
    Row("Rikke Ravn", "CONTACT_DUE", "2006-11-01", "2006-11-01", "2006-10-04", 1, "OOOOO"),
    *since_1_august_2006("Rikke Ravn"),
    # Match 20.07.2006, før ydelsen begyndte 01.08.2006: matchet gælder, så kun kontakt. Tirsdag 06.03.2007 + 3
    # måneder = onsdag 06.06; åbner 09.05.
    Row("Ulla Toft", "CONTACT_DUE", "2007-06-06", "2007-06-06", "2007-05-09", 1, "....O"),
    *since_1_august_2006("Ulla Toft"),
    # Ydelsen slutter søndag 15.04.2007: der er rækker indtil da. Mandag 20.11.2006 + 3 måneder = tirsdag 20.02.2007.
    Row("Wanda Vang", "CONTACT_DUE", "2007-02-20", "2007-02-20", "2007-01-23", 1, "OOO.."),
    ceiling_hit("Wanda Vang", "LLL.."),
    # Tilbage på ydelse mandag 15.01.2007 efter et ophold fra 31.08.2006; samtalen 15.06.2006 er ældre. Tilbagekomsten
    # + 3 måneder = søndag 15.04; handledag fredag 13.04.
    Row("Xenia Wulff", "CONTACT_DUE", "2007-04-15", "2007-04-13", "2007-03-18", 1, "FFFOO"),
    # Loftet: 15.01.2007 + 6 måneder = 15.07, 30 dage før er fredag 15.06; åbner 45 dage før, 01.05. 31.12 er det ramt.
    Row("Xenia Wulff", "CEILING_WARNING", "2007-06-15", "2007-06-15", "2007-05-01", 1, "...L."),
    ceiling_hit("Xenia Wulff", "....T"),
    # Match 4: 15.01.2007 + 12 måneder = tirsdag 15.01.2008; åbner 60 dage før, 16.11.
    Row("Xenia Wulff", "OFFER_FIRST_30", "2008-01-15", "2008-01-15", "2007-11-16", 1, "....F"),
    # Jobplanens næste gennemgang mandag 02.07.2007, inden for 6 måneder fra 01.02; åbner 14 dage før.
    Row("Xenia Wulff", "PLAN_REVIEW", "2007-07-02", "2007-07-02", "2007-06-18", 3, "....O"),
    # Ledighedsydelse fra torsdag 01.06.2006: kontakt og tilbud, intet match, intet loft. Mandag 22.01.2007 + 3 måneder
    # = søndag 22.04; handledag fredag 20.04. Åbner 25.03.
    Row("Anton Brandt", "CONTACT_DUE", "2007-04-22", "2007-04-20", "2007-03-25", 1, ".FFOO"),
    # Første tilbud: 01.06.2006 + 12 måneder = fredag 01.06.2007; åbner 60 dage før, 02.04.
    Row("Anton Brandt", "OFFER_FIRST_30", "2007-06-01", "2007-06-01", "2007-04-02", 1, ".LLFO"),
    # Introduktionsydelse fra fredag 01.09.2006. Fredag 16.02.2007 + 3 måneder = onsdag 16.05; åbner 18.04.
    Row("Bente Dahl", "CONTACT_DUE", "2007-05-16", "2007-05-16", "2007-04-18", 1, "...FO"),
    # Første tilbud: 01.09.2006 + 12 måneder = lørdag 01.09.2007; handledag fredag 31.08; åbner 03.07.
    Row("Bente Dahl", "OFFER_FIRST_30", "2007-09-01", "2007-08-31", "2007-07-03", 1, "....O"),
    # Samtale onsdag 14.03.2007 er ikke indberettet: + 5 arbejdsdage (15., 16., 19., 20., 21.) = onsdag 21.03.
    Row("Oskar Jarl", "PORTAL_REPORT", "2007-03-21", "2007-03-21", "2007-03-14", 3, "WOOOO"),
    Row("Oskar Jarl", "CONTACT_DUE", "2007-06-14", "2007-06-14", "2007-05-17", 1, "....O"),
    *since_1_august_2006("Oskar Jarl"),
]

# Viggo Uhre: ydelsen sluttede 28.02.2007. Yrsa Ømose: ingen ydelse. Zenia Årup: dagpenge, som er statens i 2007.
CITIZENS_WITHOUT_ROWS: Final = ("Viggo Uhre", "Yrsa Ømose", "Zenia Årup", "Jytte Kjær")
