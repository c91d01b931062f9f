### See en.ftl for notes to translators.

ownName = Deutsch
direction = ltr
language = Sprache
yearText = { YEAR($year) }
beforeChrist = { $figure } v. Chr.

writtenIn = { $language ->
    [en] auf Englisch
    [de] auf Deutsch
    [ru] auf Russisch
    [zh] auf Chinesisch
   *[other] { $language }
}

month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}

monthIn = { month }

monthShort = { $month ->
    [1] Jan
    [2] Feb
    [3] Mär
    [4] Apr
    [5] Mai
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Dez
}

skip = Zu allem, was die Karte zeigt, in Worten
map = Karte. Die Pfeiltasten verschieben sie, Plus und Minus ändern den Maßstab. Alles, was sie zeigt, steht in der Liste.
timeline = Zeitleiste
year = Jahr
play = Die Jahre abspielen
pause = Anhalten
back = Voriges Jahr
forward = Nächstes Jahr
zoomIn = Vergrößern
zoomOut = Verkleinern
wholeMap = Das ganze Netz zeigen
tools = Ansichten und Einstellungen
close = Schließen
list = Liste
layersButton = Ebenen
legend = Legende
about = Über
dark = Dunkel
light = Hell
toDark = Dunkle Darstellung
toLight = Helle Darstellung
otherYears = Andere Jahre
wholeAtlas = Ganzer Atlas
selection = Auswahl
backToList = Alles in diesem Jahr
backToStrand = Zurück: { $title }
find = Suche
layerControl = Jahr des Netzes
broken = Der Atlas kann nicht gezeigt werden: Seine Daten sind nicht lesbar. Bitte erzeugen Sie die Seite neu, oder öffnen Sie sie in einem aktuellen Browser.

layers-title = Was die Karte zeigt
layers-group = Ebenen
layers-stations = Stationen
layers-heads = Leiter
layers-people = Weitere Personen, in der Vergrößerung
layers-couriers = Kuriere und Reisen
layers-raids = Razzien und andere Ereignisse
layers-liaison = Verbindungslinien
layers-certaintyGroup = Wie sicher
layers-possible = Belegtes und Mögliches
layers-certain = Nur sicher Belegtes
layers-undated = Auch, was keine Quelle datiert
layers-strandGroup = Welche Darstellung
layers-onlyGroup = Nur dies zeigen
layers-onlyKinds-contested = Umstrittene Angaben: die Quellen widersprechen sich
layers-onlyKinds-partisan = Parteiliche Angaben: nur aus parteilichen Quellen
layers-styleGroup = Farben
layers-system = Wie im System eingestellt

onlyBanner-contested = Nur umstrittene Angaben
onlyBanner-partisan = Nur parteiliche Quellen
onlyBanner-both = Nur umstrittene Angaben und parteiliche Quellen

counts-stations = { $all ->
    [one] { $all } Station
   *[other] { $all } Stationen
}

counts-heads = { $all } Leiter

counts-people = { $all ->
    [one] { $all } weitere Person
   *[other] { $all } weitere Personen
}

counts-journeys = { $all ->
    [one] { $all } Reise
   *[other] { $all } Reisen
}

counts-events = { $all ->
    [one] { $all } Ereignis
   *[other] { $all } Ereignisse
}

counts-allPerhaps = { $all ->
    [1] { $counted }, vielleicht
   *[other] { $counted }, alle vielleicht
}

counts-somePerhaps = { $counted }, davon { $perhaps } vielleicht
counts-nothing = nichts, wovon eine Quelle berichtet
counts-undated = { $all } undatiert

kinds-station = Station
kinds-post = Posten
kinds-journey = Reise
kinds-event = Ereignis
kinds-tie = Beziehung
kinds-person = Person
kinds-place = Ort
kinds-source = Quelle

certaintyStyles-certain = In diesem Jahr belegt
certaintyStyles-lessCertain = Belegt, weniger sicher
certaintyStyles-possible = In diesem Jahr möglich
certaintyStyles-conjectured = Vermutet
certaintyStyles-undated = Undatiert: keine Quelle sagt, wann
certaintyStyles-contested = Umstritten: die Quellen widersprechen sich
certaintyStyles-partisan = Nur parteiliche Quellen
certaintyStyles-somewhere = Irgendwo in einem Land
certaintyStyles-accuracy = Das Gebiet, in dem es liegt
certaintyStyles-fiction = Fiktion
certaintyStyles-cluster = Mehr an diesem Ort: zum Öffnen drücken

legendParts-title = Legende
legendParts-stations = Stationen
legendParts-people = Personen
legendParts-head = Leiter einer Station
legendParts-person = Weitere Person
legendParts-lines = Wege
legendParts-events = Ereignisse
legendParts-sureness = Wie sicher
legendParts-journey = Reise, vom breiten Ende zum Pfeil
legendParts-openJourney = Reise, deren anderes Ende keine Quelle nennt: dort verblasst sie
legendParts-liaison = Verbindungslinie
legendParts-intro = Die Form sagt, was es ist; wie ein Zeichen gezeichnet ist, sagt, wie sicher man davon weiß.

card-when = Wann
card-noDate = Keine Quelle sagt, wann
card-inYear = Im Jahr { YEAR($year) }
card-holds-0 = Nein
card-holds-1 = Nicht bekannt: undatiert
card-holds-2 = Möglich: die Daten lassen es zu, entscheiden es aber nicht
card-holds-3 = Ja: in dieser Zeit belegt
card-inferred = Erschlossen
card-sure = Wie sicher
card-certainty-0 = Sicher
card-certainty-1 = Weniger sicher
card-certainty-2 = Unsicher
card-inStory = { $sure }, innerhalb der Erzählung
card-standing = Beleglage
card-standings-0 = Bezeugt
card-standings-1 = Parteilich
card-standings-2 = Fiktion
card-contested = Umstritten
card-sourcesDiffer = Die Quellen widersprechen sich:{" "}
card-rank-0 = Bevorzugt unter widerstreitenden Angaben
card-rank-1 = {""}
card-rank-2 = Zugunsten einer widerstreitenden Angabe zurückgestellt
card-where = Wo
card-nowhere = Keine Quelle sagt, wo
card-notLocated = nicht verortet
card-way = Weg
card-from = von
card-via = über
card-to = nach
card-unknownOrigin = Keine Quelle sagt, woher
card-unknownDestination = Keine Quelle sagt, wohin
card-within = auf etwa { $distance } genau
card-somewhere = irgendwo im Gebiet: { $country }
card-renamed = { $then } (heute { $now })
card-inCountry = { $place }, { $country }
card-metres = { $metres } m
card-kilometres = { $kilometres } km
card-at = Station
card-who = Wer
card-others = Worin die Quellen auseinandergehen
card-reading = Welche Lesart die Karte zeigt
card-takeReading = Nur diese: { $label }
card-authorsReading = Wie der Atlas sie gewichtet
card-sources = Quellen
card-noSources = Keine eigene Quelle genannt
card-also = Außerdem angeführt
card-strip = Durch die Jahre
card-lifeLine = Die Linie auf der Karte verbindet diese Orte in der Folge der Zeit. Sie sagt nicht, welcher Weg genommen wurde.
card-stationStrip = Leiter und weitere Personen durch die Jahre
card-people = Personen hier
card-events = Ereignisse dazu
card-journeys = Reisen
card-posts = Posten
card-otherPosts = Weitere Posten derselben Person
card-colleagues = Zur selben Zeit an derselben Station
card-postsThen = Posten zu dieser Zeit
card-eventsThen = Ereignisse zu dieser Zeit
card-journeysThen = Reisen zu dieser Zeit
card-amongTwo = Zwischen den beiden
card-restsOn = Was darauf beruht
card-allOf = Alles, was auf dieser Quelle beruht
card-ties = Beziehungen
card-reports = Berichtete an
card-reportsFrom = Erhielt Berichte von
card-liaisonSure-0 = sicher
card-liaisonSure-1 = vermutet
card-liaisonSure-2 = hypothetisch
card-stations = Stationen
card-more = An anderem Ort
card-aliases = Auch genannt
card-identifiers = Kennungen
card-life = Lebensdaten
card-names = Namen
card-until = bis { YEAR($year) }
card-since = ab { YEAR($year) }
card-between = { YEARS($from, $to) }
card-showYear = { YEAR($year) } zeigen
card-showOnMap = Auf der Karte zeigen
card-inAtlas = Im ganzen Atlas ansehen
card-placeOf = Ort: { $name }

listParts-title = Alles im Jahr { YEAR($year) }
listParts-stations = Stationen
listParts-heads = Leiter
listParts-people = Weitere Personen
listParts-journeys = Kuriere und Reisen
listParts-events = Razzien und andere Ereignisse
listParts-liaison = Verbindungslinien
listParts-ties = Beziehungen zwischen Personen
listParts-tray = Undatiert: keine Quelle sagt, wann ({ $all })
listParts-trayText = Einmal gezählt, in keinem Jahr, und auf der Karte nur auf Wunsch.
listParts-drawTray = Auch zeichnen
listParts-hideTray = Nicht zeichnen
listParts-perhaps = vielleicht
listParts-undated = undatiert
listParts-offMap = nicht auf der Karte
listParts-contested = umstritten
listParts-partisan = nur parteiliche Quellen
listParts-setAside = zurückgestellt, nicht auf der Karte
listParts-empty = Keine Quelle berichtet für { YEAR($year) } von etwas, das mit diesen Einstellungen zu sehen wäre.
listParts-more = Mehr zeigen (noch { $rest })
listParts-liaisonLine = { $from } – { $to }

graph-button = Netz
graph-toMap = Karte
graph-map = Netz des Jahres. Alles davon steht in der Tabelle des Fensters „Netz“.
graph-title = Das Netz von { YEAR($year) }
graph-intro = Wer mit wem verbunden ist, und über welche Station. Eine Linie ist ein Posten, Punkte sind eine Verbindungslinie, Striche eine Beziehung zwischen zwei Personen; dünn oder locker gepunktet ist, was Daten oder Quellen offen lassen, kurz gestrichelt das Vermutete, mit ≠ das Umstrittene, mit halb gefüllter Scheibe, was sich nur auf parteiliche Quellen stützt. Eine Person ist nach dem Sichersten unter ihren Posten und Beziehungen gezeichnet.
graph-name = Name
graph-degree = Bindungen
graph-betweenness = Dazwischen
graph-tableCaption = Personen und Stationen von { YEAR($year) } nach der Zahl ihrer Bindungen
graph-bestOf = Gezeigt werden die { $shown } am besten verbundenen von { $all }.
graph-measuresText = „Bindungen“ zählt die anderen, mit denen jemand verbunden ist. „Dazwischen“ ist der Anteil der kürzesten Wege zwischen zwei anderen, die über ihn führen. Beides zählt, was die Quellen berichten, und sagt daher ebenso viel über die Quellen wie über das Netz.
graph-noTies = Keine Quelle sagt, wer { YEAR($year) } mit wem verbunden war.
graph-raids = Razzien und Verhaftungen laut den Quellen
graph-reckoned = Aus diesem Netz errechnet; keine Quelle sagt es
graph-cutOff = Ohne das, was sie traf, hätten diese keinen Weg zum Rest dieses Netzes:
graph-cutNothing = Auch ohne das, was sie traf, hätten alle anderen in diesem Netz einen Weg zueinander.

graph-cutNobody = { $raids ->
    [1] Sie traf
   *[other] Sie trafen
} keine Station und keine Person dieses Netzes.

compare-button = Vergleich
compare-title = Zwei Bilder nebeneinander
compare-group = Dieses Bild vergleichen mit
compare-none = Nichts
compare-year = Einem anderen Jahr
compare-certainty = Sich selbst: was sicher belegt ist, und was auch möglich ist
compare-otherYear = Das andere Jahr
compare-certain = Sicher Belegtes
compare-possible = Belegtes und Mögliches
compare-how = Verschieben Sie die Linie auf der Karte, um mehr vom einen oder vom anderen zu sehen.
compare-handle = Wo die beiden Bilder aneinanderstoßen
compare-value = links { $left }, rechts { $right }

compare-both = Auf beiden Seiten: { $number ->
    [one] { $number } Angabe
   *[other] { $number } Angaben
}.

compare-only = Nur in „{ $side }“

aboutParts-title = Über den Atlas
aboutParts-reading = Wie er zu lesen ist
aboutParts-readingText = Jedes Zeichen stützt sich auf mindestens eine angeführte Quelle. Wählen Sie ein Zeichen oder eine Zeile der Liste: Dort steht, was behauptet wird, wie sicher, von wem, und was dem widerspricht. Was auf dem Bildschirm ist, steht in der Adresse: Kopieren Sie sie, um es anderen zu zeigen.
aboutParts-kindsOfSource = Was die Arten von Quellen bedeuten
aboutParts-sources = Quellen
aboutParts-borders = Grenzen: { $attribution } ({ $licence }). Nicht Teil der Daten.
aboutParts-positions = Lage von Orten nach: { $names }
aboutParts-ground = Umrisse der Länder: Natural Earth. Erstellt mit folium.
aboutParts-software = Programme, Landumrisse und Schriften
aboutParts-data = Daten
aboutParts-dataLicence = Die Daten sind veröffentlicht unter { $title }:
aboutParts-version = Daten in der Fassung { $data }, gezeichnet von Liaison Atlas { $program }

sourceKinds-scholarship-0 = Forschung
sourceKinds-scholarship-1 = Forschung, die ihre Quellen nennt und von Lektorat oder Verlag geprüft wurde.
sourceKinds-archive-0 = Archivalien
sourceKinds-archive-1 = Ein Schriftstück aus den Ereignissen selbst, im Archiv oder gedruckt.
sourceKinds-memoir-0 = Erinnerungen
sourceKinds-memoir-1 = Später erzählt von jemandem, der dabei war: aus dem Gedächtnis und nicht ohne eigenes Interesse.
sourceKinds-encyclopedia-0 = Nachschlagewerk
sourceKinds-encyclopedia-1 = Eine Zusammenfassung dessen, was andere herausgefunden haben.
sourceKinds-popular-0 = Populäre Darstellung
sourceKinds-popular-1 = Nennt keine Quellen, oder weder Lektorat noch Verlag standen dahinter.
sourceKinds-partisan-0 = Parteiliche Quelle
sourceKinds-partisan-1 = Geschrieben, um recht zu behalten. Was sich nur auf solche Quellen stützt, ist als parteilich gekennzeichnet.
sourceKinds-fiction-0 = Fiktion
sourceKinds-fiction-1 = Erfunden. Sie bleibt von der Überlieferung getrennt.

findParts-title = Suche
findParts-field = Namen, Ort, Jahr oder Quelle suchen
findParts-example = Name, Ort, Jahr, Quelle
findParts-results = Treffer
findParts-hint = Namen und Decknamen in jeder Schrift, Orte mit damaligem und heutigem Namen, Ereignisse, Reisen und Quellen. Mehrere Wörter grenzen ein.

findParts-found = { $all ->
    [0] Nichts gefunden
   *[other] { $all } gefunden
}

findParts-foundShown = { $all } gefunden, davon { $shown } gezeigt
findParts-some = { $kind }: { $shown } von { $all }
findParts-kinds-station = Stationen
findParts-kinds-person = Personen
findParts-kinds-place = Orte
findParts-kinds-event = Ereignisse
findParts-kinds-journey = Reisen
findParts-kinds-post = Posten
findParts-kinds-tie = Beziehungen
findParts-kinds-source = Quellen
findParts-by = als { $name }
findParts-inYear = { YEAR($year) }
findParts-years = { YEAR($from) } bis { YEAR($to) }

findParts-entries = { $number ->
    [one] { $number } Eintrag
   *[other] { $number } Einträge
}

findParts-keys = Einzelne Tasten: / öffnet diese Suche, die Leertaste spielt die Jahre ab

sortParts-title = Nach „{ $by }“ ordnen
sortParts-columns-kind = Art
sortParts-columns-name = Name
sortParts-columns-place = Ort
sortParts-columns-date = Zeit
sortParts-columns-certainty = Wie sicher
sortParts-show = Auf der Karte zeigen: { $label }
sortParts-onMap = Auf der Karte
sortParts-perhaps = in diesem Jahr vielleicht
sortParts-liaison = Verbindungslinie
sortParts-pages = Seiten der Liste
sortParts-shown = { $from }–{ $to } von { $all }
sortParts-previous = Vorige Seite
sortParts-next = Nächste Seite

shareParts-button = Diese Ansicht teilen
shareParts-title = Diese Ansicht teilen
shareParts-intro = Beide führen zu dem, was die Karte jetzt zeigt: Jahr, Ort, Auswahl und Einstellungen.
shareParts-link = Verweis
shareParts-linkNote = Die Datei liegt auf diesem Rechner. Legen Sie sie für andere dorthin, wo sie sie öffnen können; der Teil nach # bleibt gleich.
shareParts-frame = Für eine eigene Webseite
shareParts-frameNote = Legen Sie diese Datei neben jene Seite.
shareParts-copyLink = Verweis kopieren
shareParts-copyFrame = Für eine Webseite kopieren
shareParts-copied = Kopiert
shareParts-byHand = Es ist markiert: Strg+C drücken (am Mac Befehl+C)

printParts-sources = Quellen
printParts-cited = Belegt durch
printParts-cut = Die ersten { $shown } von { $all } Einträgen. Lassen Sie nur sicher Belegtes zeigen, so werden weniger gedruckt.
printParts-licence = Daten: { $title }

time-monthOf = { $monthName } { YEAR($year) }
time-range = { YEARS($from, $to) }
time-value = { $period }: { $counts }
time-rangeSpoken = { YEAR($from) } bis { YEAR($to) }
time-firstYear = Erstes Jahr
time-rangeButton = Zeitraum
time-monthsButton = Monate des Jahres
time-noMonths = Monate: Keine Quelle datiert in diesem Jahr etwas auf den Monat genau
time-months = Monate des Jahres { YEAR($year) }

time-monthButton = { month } { YEAR($year) }, { $dated ->
    [0] nichts datiert
   *[other] { NUMBER($dated, useGrouping: 0) } datiert
}

time-speed = Tempo { $speed }×
time-previousMonth = Voriger Monat
time-nextMonth = Nächster Monat
time-earlier = Zeitraum ein Jahr früher
time-later = Zeitraum ein Jahr später
time-heldIn-range = Von { YEAR($from) } bis { YEAR($to) }
time-heldIn-month = Im { monthIn } { YEAR($year) }
time-listTitle-range = Alles, was von { YEAR($from) } bis { YEAR($to) } galt
time-listTitle-month = Alles, was im { monthIn } { YEAR($year) } gilt
time-networkTitle-range = Das Netz von { YEAR($from) } bis { YEAR($to) }
time-networkTitle-month = Das Netz im { monthIn } { YEAR($year) }
time-listEmpty = Keine Quelle berichtet aus dieser Zeit etwas, das diese Einstellungen zeigen würden.
time-chart = Das Schaubild der Jahre
time-chartCertain = Voll: sicher belegt
time-chartPossible = Schraffiert: weniger sicher oder nur möglich
time-chartUndated = Was keine Quelle datiert, steht in keiner Säule.
time-chartKinds-stations = Stationen
time-chartKinds-people = Personen
time-chartKinds-journeys = Reisen
time-chartKinds-events = Ereignisse
time-chartStrike = Eine Razzia oder Verhaftung in diesem Jahr
time-dated = Die Monate eines Jahres
time-datedEvent = Ereignis eines Tages
time-datedRaid = Razzia oder Verhaftung eines Tages
time-datedJourney = Reise eines Tages
time-datedMonth = Kein Tag genannt, nur der Monat

kiosk-touch = Zum Beginnen berühren
kiosk-stillThere = Sind Sie noch da?

kiosk-backIn = Zurück zum Anfang in { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}

kiosk-touchToStay = Berühren Sie den Bildschirm, um fortzufahren
kiosk-bar = Möglichkeiten
kiosk-tour = Rundgang
kiosk-stopOf = Halt { $stop } von { $all }
kiosk-next = Weiter
kiosk-previous = Zurück
kiosk-playTour = Abspielen
kiosk-pauseTour = Anhalten
kiosk-begin = Zum ersten Halt
kiosk-index = Personen und Orte
kiosk-letters = Anfangsbuchstabe
kiosk-people = Personen
kiosk-places = Orte
kiosk-show = Was gezeigt wird
kiosk-contrast = Hoher Kontrast
kiosk-largeType = Große Schrift
kiosk-turn = Umdrehen
kiosk-startOver = Von vorn
kiosk-shorter = Quellen, kurz
kiosk-inFull = Quelle, vollständig
kiosk-up = Nach oben
kiosk-down = Weiter unten
kiosk-still = Der Atlas ist gleich wieder da.
kiosk-staff-title = Für das Haus
kiosk-staff-code = Code
kiosk-staff-wrong = Das ist nicht der Code.
kiosk-staff-erase = Löschen
kiosk-staff-enter = Öffnen
kiosk-staff-program = Version des Programms
kiosk-staff-data = Version der Daten
kiosk-staff-shown = Prüfsumme des Gezeigten
kiosk-staff-release = Ausgabe
kiosk-staff-uptime = Diese Seite läuft seit
kiosk-staff-machineUptime = Die Hülle läuft seit
kiosk-staff-made = Seither erzeugte Seiten
kiosk-staff-sessions = Besuche, seit die Seite erzeugt wurde
kiosk-staff-memory = Speicher der Skripte
kiosk-staff-elements = Elemente der Seite
kiosk-staff-duration = { NUMBER($hours, useGrouping: 0) } Std. { $minutes } Min.
kiosk-staff-megabytes = { NUMBER($size, useGrouping: 0) } MB
kiosk-staff-unknown = sagt dieser Browser nicht
kiosk-staff-countersOff = Die Zähler sind ausgeschaltet.
kiosk-staff-countersOn = Die Zähler sind eingeschaltet: Besuche, Jahre, Stationen und Sprachen je Stunde, nur auf diesem Gerät.
kiosk-staff-save = Zähler als Datei speichern
kiosk-staff-forget = Zähler löschen
kiosk-staff-saved = Die Datei wurde dem Browser übergeben.

poster-inThisYear = In diesem Jahr
poster-quiet = Kein Ereignis und keine Reise dieses Jahres ist überliefert; was gezeichnet ist, dauerte fort.
poster-newPosts = Posten, die beginnen
poster-moreHere = So viele mehr an diesem Ort
poster-inPlace = { $label }, { $place }
poster-more = und { $rest } weitere

poster-undated = { $all ->
    [one] { $all } Angabe ist undatiert und
   *[other] { $all } Angaben sind undatiert und
} nicht gezeichnet

poster-landOutlines = Landumrisse: Natural Earth
poster-projection = Flächentreue Azimutalprojektion nach Lambert
poster-page = S.
poster-pages = S.
poster-sentence = Satz
poster-sentences = Sätze
poster-comma = ,{" "}

## The front page

front-counts-stations = { $count ->
    [one] { $n } Station
   *[other] { $n } Stationen
}

front-counts-heads = { $n } Posten

front-counts-couriers = { $count ->
    [one] { $n } Reise
   *[other] { $n } Reisen
}

front-counts-raids = { $count ->
    [one] { $n } Ereignis
   *[other] { $n } Ereignisse
}

front-counts-perhaps = { $counted }, vielleicht
front-counts-ofThemPerhaps = { $counted }, davon { $n } vielleicht
front-counts-separator = ;{ " " }
front-counts-nothing = nichts, was eine Quelle in dieses Jahr datiert
front-titleWithSubtitle = { $title }: { $subtitle }
front-languages = Sprachen
front-openAtlas = Den Atlas öffnen
front-years = Jahr für Jahr
front-poster = Plakat
front-posterOf = Plakat für { $year }, zum Drucken
front-evidence = Worauf er beruht
front-figures = Angaben: { $attested } bezeugt, { $partisan } allein auf parteilichen Quellen, { $contested } umstritten. Zitierte Quellen: { $sources }.
front-strands = Weitere Angaben werden nur auf Wunsch gezeichnet, unter einem Banner, und sonst nirgends mitgezählt:
front-strand = { $title } ({ $count }).
front-marks = Ein volles Zeichen gilt im gezeigten Jahr sicher, ein hohles vielleicht. Verbindungslinien sind vermutet, wenn die Karteikarte nichts anderes sagt. Jedes Zeichen öffnet die Angabe dahinter, mit ihren Quellen.
front-report = { $title }: worauf jedes Jahr beruht, wo die Quellen einander widersprechen, und was keine Quelle sagt.
front-files = Für andere Programme
front-file = { $name } ({ $count })
front-manifest = { $name }, jede Datei mit ihrem SHA-256
front-credits = Daten: { $licence }. Lage der Städte nach GeoNames, CC BY 4.0. Land: Natural Earth. Erstellt mit folium.

## The report

report-title = Was die Belege über sich selbst sagen
report-tables-stations = Stationen
report-tables-posts = Posten
report-tables-journeys = Reisen
report-tables-events = Ereignisse
report-tables-ties = Beziehungen zwischen Personen
report-rowKinds-station = Station
report-rowKinds-post = Posten
report-rowKinds-journey = Reise
report-rowKinds-event = Ereignis
report-rowKinds-tie = Beziehung
report-rowKinds-person = Person
report-rowKinds-place = Ort
report-sourceKinds-scholarship = Forschung
report-sourceKinds-archive = Archivalien
report-sourceKinds-memoir = Erinnerungen
report-sourceKinds-encyclopedia = Nachschlagewerk
report-sourceKinds-popular = populäre Darstellung
report-sourceKinds-partisan = parteilich
report-sourceKinds-fiction = Fiktion
report-standings-attested = bezeugt
report-standings-partisan = parteilich
report-standings-fiction = Fiktion
report-row-when = Wann
report-row-noDate = Keine Quelle sagt, wann
report-row-where = Wo
report-row-who = Wer
report-row-howSure = Wie sicher
report-row-standing = Beleglage
report-row-preferred = wird seinen Rivalen vorgezogen
report-row-setAsideByRank = durch seinen Rang zurückgestellt
report-row-setAsideForRival = zurückgestellt, weil eine andere Angabe vorgezogen wird
report-row-identifiers = Kennungen
report-row-touched = Betraf
report-row-reportedTo = Unterstand
report-row-withSureness = { $station } ({ $sureness })
report-row-way = Weg
report-row-legFrom = von { $place }
report-row-legVia = über { $place }
report-row-legTo = nach { $place }
report-row-purpose = Zweck
report-row-station = Station
report-row-today = { $then } (heute { $today })
report-row-somewhere = { $country } (irgendwo dort)
report-description = Worauf die Angaben des Atlas beruhen, Jahr für Jahr, und wo seine Quellen einander widersprechen.
report-lead = Für alle, die entscheiden müssen, wie weit der Karte zu trauen ist: worauf sie beruht, wo ihre Quellen einander widersprechen, und was keine Quelle sagt.
report-contents = Inhalt
report-claimsTitle = Die Angaben in Zahlen
report-yearsTitle = Worauf jedes Jahr beruht
report-disagreementsTitle = Wo die Quellen einander widersprechen
report-sourcesTitle = Die Quellen
report-coverageTitle = Was gelesen wurde
report-unsaidTitle = Was keine Quelle sagt
report-problemsTitle = Was die Prüfungen sagen
report-none = keine
report-noneFirst = Keine

report-claims = { $count ->
    [one] { $n } Angabe
   *[other] { $n } Angaben
}

report-sources = { $count ->
    [one] { $n } Quelle
   *[other] { $n } Quellen
}

report-citations = { $count ->
    [one] { $n } Zitat
   *[other] { $n } Zitaten
}

report-sentences = { $count ->
    [one] { $n } Satz
   *[other] { $n } Sätze
}

report-opening = Die Überlieferung enthält { $claims } über die Jahre { $first } bis { $last }. { $attested }, { $partisan }. { $contested }.

report-attested = { $count ->
    [one] { $n } ist bezeugt
   *[other] { $n } sind bezeugt
}

report-partisan = { $count ->
    [one] { $n } beruht allein auf parteilichen Quellen
   *[other] { $n } beruhen allein auf parteilichen Quellen
}

report-contested = { $count ->
    [one] { $n } ist umstritten
   *[other] { $n } sind umstritten
}

report-cites = Zitiert werden { $sources } in { $citations }; { $withoutPage }.

report-withoutPage = { $count ->
    [one] { $n } davon ist ohne Seitenangabe
   *[other] { $n } davon sind ohne Seitenangabe
}

report-onOneSource = { $count ->
    [one] { $n } Angabe beruht auf einer einzigen Quelle.
   *[other] { $n } Angaben beruhen auf einer einzigen Quelle.
}

report-undated = { $count ->
    [one] { $n } Angabe ist undatiert: keine Quelle sagt, wann.
   *[other] { $n } Angaben sind undatiert: keine Quelle sagt, wann.
}

report-withoutPlace = { $count ->
    [one] { $n } Angabe hat keinen Ort: keine Quelle sagt, wo.
   *[other] { $n } Angaben haben keinen Ort: keine Quelle sagt, wo.
}

report-setAside = { $count ->
    [one] { $n } Angabe ist zurückgestellt, weil eine andere vorgezogen wird; sie ist hier trotzdem mitgezählt.
   *[other] { $n } Angaben sind zurückgestellt, weil andere vorgezogen werden; sie sind hier trotzdem mitgezählt.
}

report-reading = { $read }, { $through }, das im Zitat genannt wird: „zitiert nach“. { $atFirstHand }, { $throughAlone }.

report-readCitations = { $count ->
    [one] { $n } der Zitate gilt Werken, die selbst gelesen wurden
   *[other] { $n } der Zitate gelten Werken, die selbst gelesen wurden
}

report-throughCitations = { $count ->
    [one] { $n } gilt Werken, die nur durch ein anderes bekannt sind
   *[other] { $n } gelten Werken, die nur durch ein anderes bekannt sind
}

report-atFirstHand = { $count ->
    [one] { $n } Angabe beruht nur auf selbst Gelesenem
   *[other] { $n } Angaben beruhen nur auf selbst Gelesenem
}

report-throughAlone = { $n } nur auf dem, was durch ein anderes Werk gelesen wurde
report-byTable = Die Angaben nach ihrem Gegenstand
report-byCertainty = Die Angaben danach, wie sicher die Quelle ist, oder wir unserer Lesart
report-bySourceKind = Die Angaben nach der Art ihrer Quellen. Eine Angabe, die zwei Arten zitiert, steht in zwei Zeilen.
report-kindColumn = Art
report-certaintyColumn = Sicherheit
report-attestedColumn = Bezeugt
report-partisanColumn = Parteilich
report-allColumn = Alle
report-contestedColumn = Umstritten
report-allClaims = Alle Angaben
report-sourceKindColumn = Art der Quelle
report-sourcesColumn = Quellen
report-citingColumn = Angaben, die eine zitieren
report-aloneColumn = Angaben allein auf dieser Art
report-fictionBanner = Fiktion: { $title }

report-strandClaims = { $count ->
    [one] { $n } Angabe dieses Strangs, eigens gezählt
   *[other] { $n } Angaben dieses Strangs, eigens gezählt
}

report-furtherClaims = { $count ->
    [one] { $n } weitere Angabe gehört zu diesem Strang ({ $tables }). Sie ist auf dieser Seite sonst nirgends mitgezählt, und wo sie genannt ist, sieht die Seite so aus wie hier.
   *[other] { $n } weitere Angaben gehören zu diesem Strang ({ $tables }). Sie sind auf dieser Seite sonst nirgends mitgezählt, und wo sie genannt sind, sieht die Seite so aus wie hier.
}

report-termsTitle = Was die Wörter bedeuten
report-term-attested = Bezeugt
report-term-attestedMeaning = Nach mindestens einer Quelle zitiert, die weder parteilich noch Fiktion ist.
report-term-partisan = Parteilich
report-term-partisanMeaning = Beruht allein auf parteilichen Quellen. Auch ein Werk, das nur durch ein parteiliches gelesen wurde, zählt als parteilich. Die Beleglage folgt aus den Quellen, nie aus Vorlieben.
report-term-contested = Umstritten
report-term-contestedMeaning = In einem Widerspruch der Quellen genannt, worauf die Angabe auch beruht.
report-term-citedAfter = Zitiert nach
report-term-citedAfterMeaning = Das Werk selbst wurde nicht gelesen; das danach genannte Werk sagt, was darin steht.
report-term-certainty = Sicher, weniger sicher, unsicher
report-term-certaintyMeaning = Wie sicher die Quelle ist, oder wie sicher wir unserer Lesart sind.
report-term-holds = Belegt, möglich, undatiert
report-term-holdsMeaning = Eine Angabe ist in einem Jahr belegt, wenn sie dann sicher gilt oder eine Quelle sie dann sieht. Sie ist möglich, wenn sie gelten kann, in Grenzen, die eine Quelle nennt oder die aus anderen Zeilen folgen. Sie ist undatiert, wenn keine Quelle sagt, wann; dann wird sie einmal gezählt, und in keinem Jahr.
report-years = Angaben der Überlieferung, die in jedem Jahr gelten: was bezeugt ist, steht über der Linie, was allein auf parteilichen Quellen beruht, darunter. Alle Jahre haben denselben Maßstab: das vollste hat { $up } bezeugte{ $down }. Eine Angabe ohne Zeit gilt in keinem.

report-mostPartisan = { $count ->
    [one] , und höchstens { $n } ist in einem Jahr parteilich
   *[other] , und höchstens { $n } sind in einem Jahr parteilich
}

report-attestedSeen = bezeugt, belegt
report-attestedPossible = bezeugt, möglich
report-partisanSeen = parteilich, belegt
report-partisanPossible = parteilich, möglich
report-noDates = Keine Quelle datiert eine Angabe in die Jahre { $first } bis { $last }.
report-possibleShare = Über alle Jahre sind { $percent } % dessen, was die Karte zeichnet, möglich; der Rest ist belegt.
report-mostlyPossible = Mehr als { $percent } % sind möglich in: { $years }.
report-alike = Die Karte dieser Jahre gleicht der des Vorjahres: { $years }; alle anderen Jahre unterscheiden sich davon.
report-allDiffer = Die Karte jedes Jahres unterscheidet sich von der des Vorjahres.
report-yearsCaption = Angaben, die in jedem Jahr gelten, wie viele Quellen sie zitieren, was davon die Karte zeichnet, Linien eingeschlossen, und wie viel davon anders ist als im Vorjahr
report-yearColumn = Jahr
report-claimsColumn = Angaben
report-drawnColumn = Gezeichnet
report-changedColumn = Geändert
report-seenColumn = belegt
report-possibleColumn = möglich

report-questions = { $count ->
    [one] { $n } Frage, in der die Quellen der Überlieferung einander widersprechen, eines auf zwei Weisen erzählen oder allein stehen. Sie bleibt offen: alle Seiten sind erhalten, und die Karte kennzeichnet sie.
   *[other] { $n } Fragen, in denen die Quellen der Überlieferung einander widersprechen, eines auf zwei Weisen erzählen oder allein stehen. Jede bleibt offen: alle Seiten sind erhalten, und die Karte kennzeichnet sie.
}

report-noDisagreements = Für dieses Netz ist kein Widerspruch verzeichnet. Das heißt nicht, dass seine Quellen übereinstimmen.
report-onQuestion = Zur Frage selbst

report-bibliography = { $count ->
    [one] { $n } Quelle, mit ihrer Art, einer Warnung, wo sie nötig ist, und den Angaben, die sie zitieren.
   *[other] { $n } Quellen, jede mit ihrer Art, einer Warnung, wo sie nötig ist, und den Angaben, die sie zitieren.
}

report-uncited = { $n } davon zitiert keine Angabe: { $sources }.
report-noSources = Das Literaturverzeichnis hat noch keinen Eintrag.
report-readAtFirstHand = Selbst gelesen, Zitate: { $n }.
report-readThrough = Gelesen durch { $source }, Zitate: { $n }.

report-citedBy = { $count ->
    [one] Von { $n } Angabe zitiert
   *[other] Von { $n } Angaben zitiert
}

report-notCited = Keine Angabe zitiert sie.

report-peopleCite = { $count ->
    [one] { $n } Eintrag im Verzeichnis der Personen zitiert sie.
   *[other] { $n } Einträge im Verzeichnis der Personen zitieren sie.
}

report-namesCite = { $count ->
    [one] { $n } Ortsname zitiert sie.
   *[other] { $n } Ortsnamen zitieren sie.
}

report-disagreementsCite = { $count ->
    [one] { $n } Widerspruch zitiert sie.
   *[other] { $n } Widersprüche zitieren sie.
}

report-citeAfter = { $count ->
    [one] { $n } Angabe zitiert ein anderes Werk nach ihr
   *[other] { $n } Angaben zitieren andere Werke nach ihr
}

report-withStrand = { $text }: { $strand }

report-moreClaims = { $count ->
    [one] { $n } weitere Angabe steht hier nicht; { $file } hat alle { $all }.
   *[other] { $n } weitere Angaben stehen hier nicht; { $file } hat alle { $all }.
}

report-moreFindings = { $count ->
    [one] { $n } weiterer Befund steht hier nicht; { $file } hat alle { $all }.
   *[other] { $n } weitere Befunde stehen hier nicht; { $file } hat alle { $all }.
}

report-coverage = Jedes Dokument wurde Satz für Satz durchgegangen. Ein Satz ist in Zeilen der Tabellen aufgenommen oder aus einem genannten Grund ausgelassen.
report-document = { $sentences }: { $carried } aufgenommen, { $leftOut } ausgelassen.
report-documentSource = { $source }, { $kind }.
report-unanswered = Ohne Antwort: { $sentences }.

report-whyLeftOut = { $count ->
    [one] Warum { $n } Satz ausgelassen wurde
   *[other] Warum { $n } Sätze ausgelassen wurden
}

report-leftOutCaption = Gründe, Sätze auszulassen
report-reasonColumn = Grund
report-countColumn = Anzahl
report-sentencesColumn = Sätze
report-remarks = Bemerkungen zu aufgenommenen Sätzen
report-remarksCaption = Was aus aufgenommenen Sätzen ausgelassen ist
report-remarkColumn = Bemerkung
report-noDocuments = Dieser Datensatz sagt nicht, welche Dokumente für ihn Satz für Satz gelesen wurden.
report-unlocatedTitle = Orte ohne Lage
report-unlocated = Sie sind im Atlas verzeichnet, aber nie gezeichnet.
report-noClaimThere = Keine Angabe nennt ihn.
report-allLocated = Jeder Ort hat eine Lage, so genau, wie die Quellen es erlauben.
report-placelessTitle = Angaben ohne Ort
report-nonePlaceless = Jede Angabe, die einen Ort braucht, hat einen.
report-undatedTitle = Undatierte Angaben
report-undatedClaims = Sie werden einmal gezählt, und in keinem Jahr. Der Atlas verzeichnet sie in jedem Jahr und zeichnet sie nur auf Wunsch.
report-noneUndated = Jede Angabe ist durch eine Quelle datiert.
report-problems = Fehler halten einen Bau auf. Eine Warnung sollte man ansehen; ein Hinweis ist ein Befund, der erklärt ist.

report-findings = { $count ->
    [one] { $n } Befund von { $command }, nach Datei, Zeile und Spalte
   *[other] { $n } Befunde von { $command }, nach Datei, Zeile und Spalte
}

report-whereColumn = Stelle
report-levelColumn = Stufe
report-codeColumn = Kennwort
report-whatColumn = Befund
report-noProblems = { $command } findet nichts Falsches und nichts zu bemerken.
report-footer = Dasselbe für Programme: { $file }. { $atlas }. Daten: { $licence }. Fassung { $version }.
