### The texts of the interface in English. The files of the other languages have the same messages in the same order.
###
### Each language has one file in this folder, named by its BCP 47 tag and found by listing the folder. Its messages
### have the same ids and variables as these; you decide on plurals and cases. Do not say more than the English text:
### "perhaps" means that the date allows it, not that we guess. Keep the texts of buttons short. Nothing here is HTML.
### The comment of a message lists its variables, in the order in which the program gives them; after a change run
### `make message-types`.
###
### YEAR($year) is a year in figures, "1927" or "47 BC"; YEAR($year, noun: "году") has a noun before the era.
### YEARS($from, $to) is a range of years, "47–44 BC". ERA($year) is "bc" or "ad", for languages in which it matters.
### NUMBER($all, useGrouping: 0) is a number without thousands separators. THE($country) puts the English article before
### the names of countries that need it.

ownName = English

# ltr, or rtl for a language that is written from right to left
direction = ltr

language = Language

# A year in figures: "1927", "47 BC". YEAR() converts a year of the data, which numbers 47 BC as -46.
# Variables:
#   $year (number) - a year of the data
yearText = { YEAR($year) }

# The result of YEAR() for a year before Christ.
# Variables:
#   $figure (string) - "47"; with the noun where YEAR() has one
beforeChrist = { $figure } BC

# The note on a text that has no translation into the reader's language.
# Variables:
#   $language (string) - the code of the language in which it is written
writtenIn = { $language ->
    [en] in English
    [de] in German
    [ru] in Russian
    [zh] in Chinese
   *[other] { $language }
}

# A month on its own.
# Variables:
#   $month (number) - 1 to 12
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# A month in a sentence: "In May 1927".
# Variables:
#   $month (number) - 1 to 12
monthIn = { month }

# Variables:
#   $month (number) - 1 to 12
monthShort = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] June
    [7] July
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
   *[12] Dec
}

skip = Go to all that the map shows, in words
map = Map. Arrow keys move it, plus and minus zoom. All that it shows is in the list.
timeline = Timeline
year = Year
play = Play the years
pause = Pause
back = Previous year
forward = Next year
zoomIn = Zoom in
zoomOut = Zoom out
wholeMap = Show the whole network
tools = Views and settings
close = Close
list = List
layersButton = Layers
legend = Legend
about = About
dark = Dark
light = Light
toDark = Dark style
toLight = Light style
otherYears = Other years
wholeAtlas = Whole atlas
selection = What is selected
backToList = All of this year

# Variables:
#   $title (string) - what the account is called that is shown otherwise
backToStrand = Back: { $title }

find = Find
layerControl = Year of the network
broken = The atlas cannot be shown: its data cannot be read. Please build the page again, or open it in a current browser.

## The layers panel

layers-title = What the map shows
layers-group = Layers
layers-stations = Stations
layers-heads = Heads
layers-people = Other people, when the map is enlarged
layers-couriers = Couriers and journeys
layers-raids = Raids and other events
layers-liaison = Lines of liaison
layers-certaintyGroup = How sure
layers-possible = Seen and possible
layers-certain = Only what is seen and certain
layers-undated = Also what no source dates
layers-strandGroup = Which account
layers-onlyGroup = Show only
layers-onlyKinds-contested = Contested claims: the sources disagree
layers-onlyKinds-partisan = Partisan claims: from partisan sources alone
layers-styleGroup = Style
layers-system = As the system prefers

## The banner over a map that shows only a part of the claims

onlyBanner-contested = Contested claims only
onlyBanner-partisan = Partisan sources only
onlyBanner-both = Contested claims and partisan sources only

## The counts of a period: "7 stations, 2 of them perhaps · 4 heads"

# Variables:
#   $all (number)
counts-stations = { $all ->
    [one] { $all } station
   *[other] { $all } stations
}

# Variables:
#   $all (number)
counts-heads = { $all ->
    [one] { $all } head
   *[other] { $all } heads
}

# Variables:
#   $all (number)
counts-people = { $all ->
    [one] { $all } other person
   *[other] { $all } other people
}

# Variables:
#   $all (number)
counts-journeys = { $all ->
    [one] { $all } journey
   *[other] { $all } journeys
}

# Variables:
#   $all (number)
counts-events = { $all ->
    [one] { $all } event
   *[other] { $all } events
}

# Variables:
#   $counted (string) - "7 stations"
#   $all (number) - how many that are
counts-allPerhaps = { $all ->
    [1] { $counted }, perhaps
   *[other] { $counted }, all of them perhaps
}

# Variables:
#   $counted (string) - "7 stations"
#   $perhaps (number) - how many of them
#   $kind (string) - stations, people, journeys or events, for a language that counts them by different words
counts-somePerhaps = { $counted }, { NUMBER($perhaps, useGrouping: 0) } of them perhaps

counts-nothing = nothing that a source tells of

# For the tray, in any year: the text of a button.
# Variables:
#   $all (number)
counts-undated = { $all } undated

## The subject of a card

kinds-station = Station
kinds-post = Post
kinds-journey = Journey
kinds-event = Event
kinds-tie = Tie
kinds-person = Person
kinds-place = Place
kinds-source = Source

## The legend: how marks are drawn

certaintyStyles-certain = Seen in this year
certaintyStyles-lessCertain = Seen, less certain
certaintyStyles-possible = Possible in this year
certaintyStyles-conjectured = Conjectured
certaintyStyles-undated = Undated: no source says when
certaintyStyles-contested = Contested: the sources disagree
certaintyStyles-partisan = Partisan sources alone
certaintyStyles-somewhere = Somewhere in a country
certaintyStyles-accuracy = The area within which it lies
certaintyStyles-fiction = Fiction
certaintyStyles-cluster = More at this place: press to open

## The legend: what marks represent

legendParts-title = Legend
legendParts-stations = Stations
legendParts-people = People
legendParts-head = Head of a station
legendParts-person = Another person
legendParts-lines = Ways
legendParts-events = Events
legendParts-sureness = How surely
legendParts-journey = Journey, from its wide end to its arrow
legendParts-openJourney = Journey whose other end no source tells: it fades out there
legendParts-liaison = Line of liaison
legendParts-intro = Shape says what it is; how a mark is drawn says how surely it is known.

## The card of a claim, a person, a place, a station or a source

card-when = When
card-noDate = No source says when

# Variables:
#   $year (number)
card-inYear = In { YEAR($year) }

# Whether a claim holds at the time shown
card-holds-0 = No

card-holds-1 = Not known: it is undated
card-holds-2 = Perhaps: its dates allow it, but do not settle it
card-holds-3 = Yes: it is seen in this time
card-inferred = Inferred
card-sure = How sure
card-certainty-0 = Certain
card-certainty-1 = Less certain
card-certainty-2 = Uncertain

# For fiction: "Certain, within the story"
# Variables:
#   $sure (string) - "Certain"
card-inStory = { $sure }, within the story

card-standing = Standing
card-standings-0 = Attested
card-standings-1 = Partisan
card-standings-2 = Fiction
card-contested = Contested

# Followed by the titles of the disagreements.
card-sourcesDiffer = The sources disagree:{" "}

# For competing claims: the rank of this one; {""} for a claim without a rank
card-rank-0 = Preferred among competing claims

card-rank-1 = {""}
card-rank-2 = Set aside in favour of a competing claim
card-where = Where
card-nowhere = No source says where
card-notLocated = not located
card-way = Way
card-from = from
card-via = by way of
card-to = to
card-unknownOrigin = No source says from where
card-unknownDestination = No source says where to

# Variables:
#   $distance (string) - "4 km"
card-within = within about { $distance }

# THE() puts the article before the names of countries that need it.
# Variables:
#   $country (string)
card-somewhere = somewhere in { THE($country) }

# A place with its name at the time and its present-day name.
# Variables:
#   $then (string)
#   $now (string)
card-renamed = { $then } (today { $now })

# Variables:
#   $place (string)
#   $country (string)
card-inCountry = { $place }, { $country }

# Variables:
#   $metres (number) - fewer than 1000
card-metres = { $metres } m

# Variables:
#   $kilometres (number)
card-kilometres = { $kilometres } km

card-at = At
card-who = Who
card-others = Where the sources differ
card-reading = Which reading the map shows

# Variables:
#   $label (string) - a claim
card-takeReading = Only this one: { $label }

card-authorsReading = As the atlas ranks them
card-sources = Sources
card-noSources = No source of its own is named
card-also = Also cited
card-strip = Through the years
card-lifeLine = The line on the map joins these places in order of time. It does not say which way was taken.
card-stationStrip = Heads and people through the years
card-people = People here
card-events = What touched it
card-journeys = Journeys
card-posts = Posts
card-otherPosts = Other posts of the same person
card-colleagues = At the same station then
card-postsThen = Posts at that time
card-eventsThen = Events at that time
card-journeysThen = Journeys at that time
card-amongTwo = Between the two
card-restsOn = What rests on it
card-allOf = All that rests on this source
card-ties = Ties
card-reports = Reported to
card-reportsFrom = Received reports from
card-liaisonSure-0 = certain
card-liaisonSure-1 = conjectured
card-liaisonSure-2 = hypothetical
card-stations = Stations
card-more = Elsewhere
card-aliases = Also called
card-identifiers = Identifiers
card-life = Life
card-names = Names

# Variables:
#   $year (number)
card-until = until { YEAR($year) }

# Variables:
#   $year (number)
card-since = from { YEAR($year) }

# Variables:
#   $from (number) - a year
#   $to (number) - a year
card-between = { YEARS($from, $to) }

# Variables:
#   $year (number)
card-showYear = Show { YEAR($year) }

card-showOnMap = Show on the map
card-inAtlas = See it in the whole atlas

# Variables:
#   $name (string)
card-placeOf = Place: { $name }

## The list of everything that the map shows

# Variables:
#   $year (number)
listParts-title = All that holds in { YEAR($year) }

listParts-stations = Stations
listParts-heads = Heads
listParts-people = Other people
listParts-journeys = Couriers and journeys
listParts-events = Raids and other events
listParts-liaison = Lines of liaison
listParts-ties = Ties between people

# "Undated: no source says when (34)"
# Variables:
#   $all (number)
listParts-tray = Undated: no source says when ({ $all })

listParts-trayText = Counted once, in no year, and on the map only when you ask for it.
listParts-drawTray = Draw them too
listParts-hideTray = Do not draw them
listParts-perhaps = perhaps
listParts-undated = undated
listParts-offMap = not on the map
listParts-contested = contested
listParts-partisan = partisan sources alone
listParts-setAside = set aside, not on the map

# Variables:
#   $year (number)
listParts-empty = No source tells of anything in { YEAR($year) } that these settings would show.

# Variables:
#   $rest (number)
listParts-more = Show more ({ NUMBER($rest, useGrouping: 0) } left)

# Variables:
#   $from (string) - a station
#   $to (string) - a station
listParts-liaisonLine = { $from } to { $to }

## The network of a year as a graph, and its panel

graph-button = Network
graph-toMap = Map
graph-map = Network of the year. All of it is in the table of the panel Network.

# Variables:
#   $year (number)
graph-title = The network of { YEAR($year) }

graph-intro = Who is tied to whom, and through which station. A line is a post, dots are liaison, dashes are a tie between two people; thin or sparse is what the dates or the sources leave open, in short dashes what is conjectured, with ≠ what is contested, with a half-filled disc what rests on partisan sources alone. A person is drawn as the surest of their posts and ties.
graph-name = Name
graph-degree = Ties
graph-betweenness = Between

# Variables:
#   $year (number)
graph-tableCaption = People and stations of { YEAR($year) } by the number of their ties

# Variables:
#   $shown (number)
#   $all (number)
graph-bestOf = The { NUMBER($shown, useGrouping: 0) } best connected of { NUMBER($all, useGrouping: 0) } are shown.

graph-measuresText = Ties counts the others to whom someone is tied. Between is the share of shortest ways between two others that pass through them. Both count what the sources tell, so they say as much about the sources as about the network.

# Variables:
#   $year (number)
graph-noTies = No source tells who was tied to whom in { YEAR($year) }.

graph-raids = Raids and arrests, as the sources tell them
graph-reckoned = Worked out from this network; no source says so
graph-cutOff = Without what it struck, these would have no way to the rest of this network:
graph-cutNothing = Without what it struck, everyone else in this network would still have a way to the others.

# Variables:
#   $raids (number) - raids and arrests
graph-cutNobody = { $raids ->
    [1] It
   *[other] They
} struck no station and no person of this network.

## The comparison of two pictures

compare-button = Compare
compare-title = Two pictures side by side
compare-group = Compare this picture with
compare-none = Nothing
compare-year = Another year
compare-certainty = Itself: what is seen and certain, and what is possible too
compare-otherYear = The other year
compare-certain = Seen and certain
compare-possible = Seen and possible
compare-how = Move the line on the map to see more of the one or of the other.
compare-handle = Where the two pictures meet

# Variables:
#   $left (string) - the picture on the left
#   $right (string) - the picture on the right
compare-value = { $left } on the left, { $right } on the right

# Variables:
#   $number (number)
compare-both = { $number ->
    [one] { $number } claim holds
   *[other] { $number } claims hold
} on both sides.

# Variables:
#   $side (string) - the picture on one side
compare-only = Only in “{ $side }”

## The About panel

aboutParts-title = About
aboutParts-reading = How to read it
aboutParts-readingText = Every mark rests on at least one cited source. Choose a mark or a row of the list to see what is claimed, how surely, by whom, and what contradicts it. A state of the screen is in its address: copy it to show it to others.
aboutParts-kindsOfSource = What the kinds of source mean
aboutParts-sources = Sources

# Variables:
#   $attribution (string)
#   $licence (string)
aboutParts-borders = Borders: { $attribution } ({ $licence }). Not part of the data.

# Variables:
#   $names (string) - gazetteers
aboutParts-positions = Positions of places after: { $names }

aboutParts-ground = Land outlines: Natural Earth. Made with folium.
aboutParts-software = Software, land and letters
aboutParts-data = Data

# Variables:
#   $title (string) - the name of a licence, which follows as a link
aboutParts-dataLicence = The data are published under { $title }:

# Variables:
#   $data (string) - a version
#   $program (string) - a version
aboutParts-version = Version { $data } of the data, drawn by Liaison Atlas { $program }

## Kinds of sources: 0 is the name of a kind, 1 its meaning

sourceKinds-scholarship-0 = Scholarship
sourceKinds-scholarship-1 = Research that names its sources and was passed by an editor or a press.
sourceKinds-archive-0 = Archive
sourceKinds-archive-1 = A document of the events themselves, in an archive or in print.
sourceKinds-memoir-0 = Memoir
sourceKinds-memoir-1 = Told afterwards by someone who was there, from memory and with an interest.
sourceKinds-encyclopedia-0 = Reference work
sourceKinds-encyclopedia-1 = A summary of what others have found.
sourceKinds-popular-0 = Popular account
sourceKinds-popular-1 = Names no sources, or no editor or press stood behind it.
sourceKinds-partisan-0 = Partisan
sourceKinds-partisan-1 = Written to win an argument. What rests on such sources alone is marked as partisan.
sourceKinds-fiction-0 = Fiction
sourceKinds-fiction-1 = Invented. It is kept apart from the record.

## The search

findParts-title = Find
findParts-field = Find a name, a place, a year or a source
findParts-example = Name, place, year, source
findParts-results = What was found
findParts-hint = Names and aliases in any script, places by their names then and now, events, journeys and sources. Several words narrow it down.

# Variables:
#   $all (number)
findParts-found = { $all ->
    [0] Nothing found
   *[other] { NUMBER($all, useGrouping: 0) } found
}

# "34 found, 20 of them shown"
# Variables:
#   $all (number)
#   $shown (number)
findParts-foundShown = { NUMBER($all, useGrouping: 0) } found, { NUMBER($shown, useGrouping: 0) } of them shown

# "Journeys: 8 of 706"
# Variables:
#   $kind (string) - "Journeys"
#   $shown (number)
#   $all (number)
findParts-some = { $kind }: { NUMBER($shown, useGrouping: 0) } of { NUMBER($all, useGrouping: 0) }

findParts-kinds-station = Stations
findParts-kinds-person = People
findParts-kinds-place = Places
findParts-kinds-event = Events
findParts-kinds-journey = Journeys
findParts-kinds-post = Posts
findParts-kinds-tie = Ties
findParts-kinds-source = Sources

# Variables:
#   $name (string) - the other name by which someone was found
findParts-by = as { $name }

# Variables:
#   $year (number)
findParts-inYear = { YEAR($year) }

# Variables:
#   $from (number) - a year
#   $to (number) - a year
findParts-years = { YEAR($from) } to { YEAR($to) }

# Variables:
#   $number (number)
findParts-entries = { $number ->
    [one] { $number } entry
   *[other] { $number } entries
}

findParts-keys = Single keys: / opens this search, the space bar plays the years

## The table in the list

# Variables:
#   $by (string) - the title of a column
sortParts-title = Sort by { $by }

sortParts-columns-kind = Kind
sortParts-columns-name = Name
sortParts-columns-place = Place
sortParts-columns-date = Date
sortParts-columns-certainty = How sure

# Variables:
#   $label (string) - a claim
sortParts-show = Show on the map: { $label }

sortParts-onMap = On the map
sortParts-perhaps = in this year perhaps
sortParts-liaison = Line of liaison
sortParts-pages = Pages of the list

# "101–200 of 30412"
# Variables:
#   $from (number) - the first row
#   $to (number) - the last row
#   $all (number)
sortParts-shown = { NUMBER($from, useGrouping: 0) }–{ NUMBER($to, useGrouping: 0) } of { NUMBER($all, useGrouping: 0) }

sortParts-previous = Previous page
sortParts-next = Next page

## The panel for sharing a view

shareParts-button = Share this view
shareParts-title = Share this view
shareParts-intro = Both lead to what the map shows now: year, place, selection and settings.
shareParts-link = Link
shareParts-linkNote = The file lies on this computer. For others, put it where they can open it; the part after # stays the same.
shareParts-frame = For a web page of your own
shareParts-frameNote = Put this file beside that page.
shareParts-copyLink = Copy the link
shareParts-copyFrame = Copy for a web page
shareParts-copied = Copied
shareParts-byHand = It is selected: press Ctrl+C (on a Mac, Command+C)

## The printed page

printParts-sources = Sources
printParts-cited = Cited

# Variables:
#   $shown (number)
#   $all (number)
printParts-cut = The first { NUMBER($shown, useGrouping: 0) } of { NUMBER($all, useGrouping: 0) } entries. Show only what is seen and certain, and fewer are printed.

# Variables:
#   $title (string) - the name of a licence
printParts-licence = Data: { $title }

## The timeline; names of periods

# Variables:
#   $monthName (string) - "May"
#   $year (number)
time-monthOf = { $monthName } { YEAR($year) }

# Short, for the large figures in the heading.
# Variables:
#   $from (number) - a year
#   $to (number) - a year
time-range = { YEARS($from, $to) }

# Read by screen readers when the slider moves.
# Variables:
#   $period (string)
#   $counts (string)
time-value = { $period }: { $counts }

# Variables:
#   $from (number) - a year
#   $to (number) - a year
time-rangeSpoken = { YEAR($from) } to { YEAR($to) }

time-firstYear = First year
time-rangeButton = Range of years
time-monthsButton = Months of the year
time-noMonths = Months: no source dates anything in this year to the month

# Variables:
#   $year (number)
time-months = Months of { YEAR($year) }

# Variables:
#   $month (number) - 1 to 12
#   $year (number)
#   $dated (number) - claims with a date in this month
time-monthButton = { month } { YEAR($year) }, { $dated ->
    [0] nothing dated
   *[other] { NUMBER($dated, useGrouping: 0) } dated
}

# Variables:
#   $speed (string) - "0.5"
time-speed = Speed { $speed }×

time-previousMonth = Previous month
time-nextMonth = Next month
time-earlier = Range one year earlier
time-later = Range one year later

# Variables:
#   $from (number) - a year
#   $to (number) - a year
time-heldIn-range = From { YEAR($from) } to { YEAR($to) }

# Variables:
#   $month (number) - 1 to 12
#   $year (number)
time-heldIn-month = In { monthIn } { YEAR($year) }

# Variables:
#   $from (number) - a year
#   $to (number) - a year
time-listTitle-range = All that held from { YEAR($from) } to { YEAR($to) }

# Variables:
#   $month (number) - 1 to 12
#   $year (number)
time-listTitle-month = All that holds in { monthIn } { YEAR($year) }

# Variables:
#   $from (number) - a year
#   $to (number) - a year
time-networkTitle-range = The network from { YEAR($from) } to { YEAR($to) }

# Variables:
#   $month (number) - 1 to 12
#   $year (number)
time-networkTitle-month = The network of { monthIn } { YEAR($year) }

time-listEmpty = No source tells of anything in this time that these settings would show.
time-chart = The chart of the years
time-chartCertain = Full: seen and certain
time-chartPossible = Hatched: less certain, or only possible
time-chartUndated = What no source dates is in no column.
time-chartKinds-stations = Stations
time-chartKinds-people = People
time-chartKinds-journeys = Journeys
time-chartKinds-events = Events
time-chartStrike = A raid or an arrest in that year
time-dated = The months of a year
time-datedEvent = Event of a day
time-datedRaid = Raid or arrest of a day
time-datedJourney = Journey of a day
time-datedMonth = No day is told, only the month

## The kiosk, a touch screen in a museum

kiosk-touch = Touch to begin
kiosk-stillThere = Are you still there?

# Variables:
#   $seconds (number)
kiosk-backIn = Back to the beginning in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}

kiosk-touchToStay = Touch anywhere to go on
kiosk-bar = Ways to look
kiosk-tour = Tour

# Variables:
#   $stop (number)
#   $all (number)
kiosk-stopOf = Stop { $stop } of { $all }

kiosk-next = Next
kiosk-previous = Back
kiosk-playTour = Play
kiosk-pauseTour = Pause
kiosk-begin = To the first stop
kiosk-index = People and places
kiosk-letters = First letter
kiosk-people = People
kiosk-places = Places
kiosk-show = What is shown
kiosk-contrast = High contrast
kiosk-largeType = Large type
kiosk-turn = Turn round
kiosk-startOver = Start over
kiosk-shorter = Sources, in short
kiosk-inFull = Source in full
kiosk-up = Up
kiosk-down = Further down
kiosk-still = The atlas will be back in a moment.
kiosk-staff-title = For staff
kiosk-staff-code = Code
kiosk-staff-wrong = This is not the code.
kiosk-staff-erase = Delete
kiosk-staff-enter = Open
kiosk-staff-program = Version of the program
kiosk-staff-data = Version of the data
kiosk-staff-shown = Hash of what is shown
kiosk-staff-release = Release
kiosk-staff-uptime = This page has been running for
kiosk-staff-machineUptime = The shell has been running for
kiosk-staff-made = Pages made since then
kiosk-staff-sessions = Visits since the page was made
kiosk-staff-memory = Memory of scripts
kiosk-staff-elements = Elements of the page

# Variables:
#   $hours (number)
#   $minutes (number)
kiosk-staff-duration = { NUMBER($hours, useGrouping: 0) } h { $minutes } min

# Variables:
#   $size (number)
kiosk-staff-megabytes = { NUMBER($size, useGrouping: 0) } MB

kiosk-staff-unknown = not told by this browser
kiosk-staff-countersOff = The counters are off.
kiosk-staff-countersOn = The counters are on: visits, years, stations and languages by the hour, on this machine alone.
kiosk-staff-save = Save the counters as a file
kiosk-staff-forget = Delete the counters
kiosk-staff-saved = The file has been offered to the browser.

## Posters of a year

poster-inThisYear = In this year
poster-quiet = No event or journey of this year is recorded; what is drawn went on from before.
poster-newPosts = Posts that begin

# About the number next to a mark, if a year has too many
poster-moreHere = So many more at this place

# Variables:
#   $label (string) - what happened
#   $place (string)
poster-inPlace = { $label }, { $place }

# Variables:
#   $rest (number)
poster-more = and { $rest } more

# Variables:
#   $all (number)
poster-undated = { $all ->
    [one] { $all } claim is undated and
   *[other] { $all } claims are undated and
} not drawn

poster-landOutlines = Land outlines: Natural Earth
poster-projection = Lambert azimuthal equal-area projection

# The prefix of one place in a work, and of several: "p. 29", "pp. 29, 61"; {""} in a language without a prefix
poster-page = p.

poster-pages = pp.
poster-sentence = sentence
poster-sentences = sentences

# The separator of several places in a work
poster-comma = ,{" "}

## The front page

# Variables:
#   $count (number)
#   $n (string)
front-counts-stations = { $count ->
    [one] { $n } station
   *[other] { $n } stations
}

# Variables:
#   $count (number)
#   $n (string)
front-counts-heads = { $count ->
    [one] { $n } post
   *[other] { $n } posts
}

# Variables:
#   $count (number)
#   $n (string)
front-counts-couriers = { $count ->
    [one] { $n } journey
   *[other] { $n } journeys
}

# Variables:
#   $count (number)
#   $n (string)
front-counts-raids = { $count ->
    [one] { $n } event
   *[other] { $n } events
}

# Variables:
#   $counted (string)
front-counts-perhaps = { $counted }, perhaps

# Variables:
#   $counted (string)
#   $n (string)
front-counts-ofThemPerhaps = { $counted }, { $n } of them perhaps

front-counts-separator = ;{ " " }
front-counts-nothing = nothing that a source dates to this year

# Variables:
#   $title (string)
#   $subtitle (string)
front-titleWithSubtitle = { $title }: { $subtitle }

front-languages = Languages
front-openAtlas = Open the atlas
front-years = Year by year
front-poster = poster

# Variables:
#   $year (string)
front-posterOf = Poster of { $year }, for print

front-evidence = What it rests on

# Variables:
#   $attested (string)
#   $partisan (string)
#   $contested (string)
#   $sources (string)
front-figures = { $attested } claims are attested, { $partisan } rest on partisan sources alone, { $contested } are contested, and { $sources } sources are cited.

front-strands = Further claims are drawn only when asked for, under a banner, and counted nowhere else:

# Variables:
#   $title (string)
#   $count (number)
front-strand = { $title } ({ $count }).

front-marks = A solid mark holds certainly in the year shown, a hollow one perhaps. Lines of liaison are conjectured unless the card says otherwise. Every mark opens the claim behind it, with its sources.

# Variables:
#   $title (string)
front-report = { $title }: what each year rests on, where the sources disagree, and what no source says.

front-files = For other programs

# Variables:
#   $name (string)
#   $count (number)
front-file = { $name } ({ $count })

# Variables:
#   $name (string)
front-manifest = { $name }, every file with its sha256

# Variables:
#   $licence (string)
front-credits = Data: { $licence }. Positions of towns after GeoNames, CC BY 4.0. Land: Natural Earth. Made with folium.

## The report

report-title = What the evidence says about itself
report-tables-stations = Stations
report-tables-posts = Posts
report-tables-journeys = Journeys
report-tables-events = Events
report-tables-ties = Ties between people
report-rowKinds-station = station
report-rowKinds-post = post
report-rowKinds-journey = journey
report-rowKinds-event = event
report-rowKinds-tie = tie
report-rowKinds-person = person
report-rowKinds-place = place
report-sourceKinds-scholarship = scholarship
report-sourceKinds-archive = archive
report-sourceKinds-memoir = memoir
report-sourceKinds-encyclopedia = encyclopedia
report-sourceKinds-popular = popular
report-sourceKinds-partisan = partisan
report-sourceKinds-fiction = fiction
report-standings-attested = attested
report-standings-partisan = partisan
report-standings-fiction = fiction
report-row-when = When
report-row-noDate = No source says when
report-row-where = Where
report-row-who = Who
report-row-howSure = How sure
report-row-standing = Standing
report-row-preferred = preferred to its rivals
report-row-setAsideByRank = set aside by its rank
report-row-setAsideForRival = set aside, for a rival is preferred
report-row-identifiers = Identifiers
report-row-touched = Touched
report-row-reportedTo = Reported to

# Variables:
#   $station (string)
#   $sureness (string)
report-row-withSureness = { $station } ({ $sureness })

report-row-way = Way

# Variables:
#   $place (string)
report-row-legFrom = from { $place }

# Variables:
#   $place (string)
report-row-legVia = by way of { $place }

# Variables:
#   $place (string)
report-row-legTo = to { $place }

report-row-purpose = Purpose
report-row-station = Station

# Variables:
#   $then (string)
#   $today (string)
report-row-today = { $then } (today { $today })

# Variables:
#   $country (string)
report-row-somewhere = somewhere in { THE($country) }

report-description = What the claims of the atlas rest on, year by year, and where its sources disagree.
report-lead = For whoever must decide how far to trust the map: what it rests on, where its sources disagree, and what no source says.
report-contents = Contents
report-claimsTitle = The claims in figures
report-yearsTitle = What each year rests on
report-disagreementsTitle = Where the sources disagree
report-sourcesTitle = The sources
report-coverageTitle = What was read
report-unsaidTitle = What no source says
report-problemsTitle = What the checks say
report-none = none
report-noneFirst = None

# Variables:
#   $count (number)
#   $n (string)
report-claims = { $count ->
    [one] { $n } claim
   *[other] { $n } claims
}

# Variables:
#   $count (number)
#   $n (string)
report-sources = { $count ->
    [one] { $n } source
   *[other] { $n } sources
}

# Variables:
#   $count (number)
#   $n (string)
report-citations = { $count ->
    [one] { $n } citation
   *[other] { $n } citations
}

# Variables:
#   $count (number)
#   $n (string)
report-sentences = { $count ->
    [one] { $n } sentence
   *[other] { $n } sentences
}

# Variables:
#   $claims (string)
#   $first (string)
#   $last (string)
#   $attested (string)
#   $partisan (string)
#   $contested (string)
report-opening = The record holds { $claims } on the years { $first } to { $last }. { $attested }, { $partisan }. { $contested }.

# Variables:
#   $count (number)
#   $n (string)
report-attested = { $count ->
    [one] { $n } is attested
   *[other] { $n } are attested
}

# Variables:
#   $count (number)
#   $n (string)
report-partisan = { $count ->
    [one] { $n } rests on partisan sources alone
   *[other] { $n } rest on partisan sources alone
}

# Variables:
#   $count (number)
#   $n (string)
report-contested = { $count ->
    [one] { $n } is contested
   *[other] { $n } are contested
}

# Variables:
#   $sources (string)
#   $citations (string)
#   $withoutPage (string)
report-cites = They cite { $sources } in { $citations }, of which { $withoutPage }.

# Variables:
#   $count (number)
#   $n (string)
report-withoutPage = { $count ->
    [one] { $n } comes without a page
   *[other] { $n } come without a page
}

# Variables:
#   $count (number)
#   $n (string)
report-onOneSource = { $count ->
    [one] { $n } claim rests on one source alone.
   *[other] { $n } claims rest on one source alone.
}

# Variables:
#   $count (number)
#   $n (string)
report-undated = { $count ->
    [one] { $n } claim is undated: no source says when.
   *[other] { $n } claims are undated: no source says when.
}

# Variables:
#   $count (number)
#   $n (string)
report-withoutPlace = { $count ->
    [one] { $n } claim has no place: no source says where.
   *[other] { $n } claims have no place: no source says where.
}

# Variables:
#   $count (number)
#   $n (string)
report-setAside = { $count ->
    [one] { $n } claim is set aside, because a rival is preferred; it is counted here all the same.
   *[other] { $n } claims are set aside, because a rival is preferred; they are counted here all the same.
}

# Variables:
#   $read (string)
#   $through (string)
#   $atFirstHand (string)
#   $throughAlone (string)
report-reading = { $read }, { $through }, which the citation names: “cited after”. { $atFirstHand }, { $throughAlone }.

# Variables:
#   $count (number)
#   $n (string)
report-readCitations = { $count ->
    [one] { $n } of the citations is of works that were read at first hand
   *[other] { $n } of the citations are of works that were read at first hand
}

# Variables:
#   $count (number)
#   $n (string)
report-throughCitations = { $n } of works known only through another

# Variables:
#   $count (number)
#   $n (string)
report-atFirstHand = { $count ->
    [one] { $n } claim rests only on what was read at first hand
   *[other] { $n } claims rest only on what was read at first hand
}

# Variables:
#   $count (number)
#   $n (string)
report-throughAlone = { $n } only on what was read through another work

report-byTable = Claims by what they tell
report-byCertainty = Claims by how sure the source is, or we are of our reading
report-bySourceKind = Claims by the kind of their sources. A claim that cites two kinds stands in two lines.
report-kindColumn = Kind
report-certaintyColumn = Certainty
report-attestedColumn = Attested
report-partisanColumn = Partisan
report-allColumn = All
report-contestedColumn = Contested
report-allClaims = All claims
report-sourceKindColumn = Kind of source
report-sourcesColumn = Sources
report-citingColumn = Claims that cite one
report-aloneColumn = Claims on this kind alone

# Variables:
#   $title (string)
report-fictionBanner = Fiction: { $title }

# Variables:
#   $count (number)
#   $n (string)
report-strandClaims = { $count ->
    [one] { $n } claim of this strand, counted apart
   *[other] { $n } claims of this strand, counted apart
}

# Variables:
#   $count (number)
#   $n (string)
#   $tables (string)
report-furtherClaims = { $count ->
    [one] { $n } further claim belongs to this strand ({ $tables }). It is in no other count on this page, and wherever it is named, the page looks like this.
   *[other] { $n } further claims belong to this strand ({ $tables }). They are in no other count on this page, and wherever they are named, the page looks like this.
}

report-termsTitle = What the words mean
report-term-attested = Attested
report-term-attestedMeaning = Cited from at least one source that is neither partisan nor fiction.
report-term-partisan = Partisan
report-term-partisanMeaning = Resting on partisan sources alone. A work that was read only through a partisan one counts as partisan too. Standing follows from the sources, never from taste.
report-term-contested = Contested
report-term-contestedMeaning = Named by a disagreement, whatever the claim rests on.
report-term-citedAfter = Cited after
report-term-citedAfterMeaning = The work itself was not read; the work named after these words says what it contains.
report-term-certainty = Certain, less certain, uncertain
report-term-certaintyMeaning = How sure the source is of it, or how sure we are of our reading.
report-term-holds = Seen, possible, undated
report-term-holdsMeaning = A claim is seen in a year if it certainly holds then, or a source sees it then. It is possible if it may hold, within limits that a source states or that follow from other rows. It is undated if no source says when; then it is counted once, and in no year.

# Variables:
#   $up (string)
#   $down (string)
report-years = Claims of the record that hold in each year: what is attested stands above the line, what rests on partisan sources alone below it. One scale for all years: the fullest has { $up } attested{ $down }. A claim without a date holds in none.

# Variables:
#   $count (number)
#   $n (string)
report-mostPartisan = , and at most { $n } are partisan in one year

report-attestedSeen = attested, seen
report-attestedPossible = attested, possible
report-partisanSeen = partisan, seen
report-partisanPossible = partisan, possible

# Variables:
#   $first (string)
#   $last (string)
report-noDates = No source dates a claim to the years { $first } to { $last }.

# Variables:
#   $percent (string)
report-possibleShare = Over all years { $percent } % of what the map draws is possible, the rest is seen.

# Variables:
#   $percent (string)
#   $years (string)
report-mostlyPossible = More than { $percent } % is possible in { $years }.

# Variables:
#   $years (string)
report-alike = The map of { $years } is that of the year before; all other years differ from it.

report-allDiffer = Each year’s map differs from that of the year before.
report-yearsCaption = Claims that hold in each year, how many sources they cite, what of them the map draws, lines included, and how much of that differs from the year before
report-yearColumn = Year
report-claimsColumn = Claims
report-drawnColumn = Drawn
report-changedColumn = Changed
report-seenColumn = seen
report-possibleColumn = possible

# Variables:
#   $count (number)
#   $n (string)
report-questions = { $count ->
    [one] { $n } question on which the sources of the record contradict each other, tell one thing in two ways, or stand alone. Each is left open: all sides are kept, and the map marks them.
   *[other] { $n } questions on which the sources of the record contradict each other, tell one thing in two ways, or stand alone. Each is left open: all sides are kept, and the map marks them.
}

report-noDisagreements = No disagreement is recorded for this network. That does not mean that its sources agree.
report-onQuestion = On the question itself

# Variables:
#   $count (number)
#   $n (string)
report-bibliography = { $count ->
    [one] { $n } source, each with its kind, a warning where one is due, and the claims that cite it.
   *[other] { $n } sources, each with its kind, a warning where one is due, and the claims that cite it.
}

# Variables:
#   $count (number)
#   $n (string)
#   $sources (string)
report-uncited = No claim cites { $n } of them: { $sources }.

report-noSources = The bibliography has no entry yet.

# Variables:
#   $count (number)
#   $n (string)
report-readAtFirstHand = { $count ->
    [one] Read at first hand: { $n } citation.
   *[other] Read at first hand: { $n } citations.
}

# Variables:
#   $count (number)
#   $source (string)
#   $n (string)
report-readThrough = { $count ->
    [one] Read through { $source }: { $n } citation.
   *[other] Read through { $source }: { $n } citations.
}

# Variables:
#   $count (number)
#   $n (string)
report-citedBy = { $count ->
    [one] Cited by { $n } claim
   *[other] Cited by { $n } claims
}

report-notCited = No claim cites it.

# Variables:
#   $count (number)
#   $n (string)
report-peopleCite = { $count ->
    [one] { $n } entry in the list of people cites it.
   *[other] { $n } entries in the list of people cite it.
}

# Variables:
#   $count (number)
#   $n (string)
report-namesCite = { $count ->
    [one] { $n } name of a place cites it.
   *[other] { $n } names of places cite it.
}

# Variables:
#   $count (number)
#   $n (string)
report-disagreementsCite = { $count ->
    [one] { $n } disagreement cites it.
   *[other] { $n } disagreements cite it.
}

# Variables:
#   $count (number)
#   $n (string)
report-citeAfter = { $count ->
    [one] { $n } claim cites another work after it
   *[other] { $n } claims cite other works after it
}

# Variables:
#   $text (string)
#   $strand (string)
report-withStrand = { $text }: { $strand }

# Variables:
#   $count (number)
#   $n (string)
#   $file (string)
#   $all (string)
report-moreClaims = { $n } more claims are not listed here; { $file } has all { $all }.

# Variables:
#   $count (number)
#   $n (string)
#   $file (string)
#   $all (string)
report-moreFindings = { $n } more findings are not listed here; { $file } has all { $all }.

report-coverage = Each document was gone through sentence by sentence. A sentence is carried by rows of the tables, or left out for a reason that is given.

# Variables:
#   $sentences (string)
#   $carried (string)
#   $leftOut (string)
report-document = { $sentences }: { $carried } carried, { $leftOut } left out.

# Variables:
#   $source (string)
#   $kind (string)
report-documentSource = { $source }, { $kind }.

# Variables:
#   $sentences (string)
report-unanswered = Without an answer: { $sentences }.

# Variables:
#   $count (number)
#   $n (string)
report-whyLeftOut = { $count ->
    [one] Why { $n } sentence was left out
   *[other] Why { $n } sentences were left out
}

report-leftOutCaption = Reasons for leaving sentences out
report-reasonColumn = Reason
report-countColumn = Count
report-sentencesColumn = Sentences
report-remarks = Remarks on sentences that are carried
report-remarksCaption = What is left out of carried sentences
report-remarkColumn = Remark
report-noDocuments = This data set does not say which documents were read for it, sentence by sentence.
report-unlocatedTitle = Places without a position
report-unlocated = They are listed in the atlas, never drawn.
report-noClaimThere = No claim names it.
report-allLocated = Every place has a position, with the accuracy that the sources allow.
report-placelessTitle = Claims without a place
report-nonePlaceless = Every claim that needs a place has one.
report-undatedTitle = Undated claims
report-undatedClaims = They are counted once, and in no year. The atlas lists them in every year, and draws them only when asked to.
report-noneUndated = A source dates every claim.
report-problems = Errors stop a build. A warning is something to look at; a note is a finding that is explained.

# Variables:
#   $count (number)
#   $n (string)
#   $command (string)
report-findings = { $count ->
    [one] { $n } finding of { $command }, by file, line and column
   *[other] { $n } findings of { $command }, by file, line and column
}

report-whereColumn = Where
report-levelColumn = Level
report-codeColumn = Code
report-whatColumn = What

# Variables:
#   $command (string)
report-noProblems = { $command } finds nothing wrong and nothing to remark.

# Variables:
#   $file (string)
#   $atlas (string)
#   $licence (string)
#   $version (string)
report-footer = The same for programs: { $file }. { $atlas }. Data: { $licence }. Version { $version }.
