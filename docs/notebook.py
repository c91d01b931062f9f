# %% [markdown]
# # A network in a notebook
#
# Each cell begins with `# %%`: VS Code, Spyder and Jupyter (with jupytext) open this file as a notebook, and
# `python docs/notebook.py` runs it from the top. Nothing in it needs a network. What each function takes and gives is
# in docs/reference/python.md.

# %% A data set to begin with; take a folder of your own instead
import tempfile
from pathlib import Path

from liaison_atlas.seeds.tables.starter import write_starter_dataset

work = Path(tempfile.mkdtemp())
write_starter_dataset(work / "before")
write_starter_dataset(work / "after")

# %% What is written: rows, dates, citations, and every mistake with file, line and column
from liaison_atlas import seeds

data = seeds.read(work / "before")
print(*data.problems, sep="\n")
data = seeds.require(data)  # raises where there are errors
print([(person.name, str(person.birth)) for person in data.people])

# %% What a date means, and what it says
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.seeds.dates.edtf import parse

when = parse("1926/1928?")
print(date_in_words(when), when.start_earliest, when.end_latest)

# %% Where: names of the period in an offline gazetteer, and the places that have no position yet
from liaison_atlas import geo

print(geo.Gazetteer().geocode("Christiania", country_codes="no"))
for proposal in geo.locate(data):
    print(proposal)
print(round(geo.distance_km((16.37, 48.21), (14.42, 50.09))), "km")

# %% When, and with whom: what holds in a year, certainly or possibly, as GeoDataFrames
from liaison_atlas import layers

network = layers.period_layers(data)
print(network.at(1927).couriers[["label", "when", "holds"]])
print(dict(network.network(1927).degree()))

# %% On any folium map, beside other layers
import folium

from liaison_atlas import maps

host = folium.Map((49, 15), zoom_start=6, tiles=None)
maps.PeriodNetwork(network, year=1927).add_to(host)
host.save(work / "map.html")

# %% One page alone, and a whole site
(work / "atlas.html").write_text(maps.atlas_page(data), encoding="utf-8")
maps.build(work / "before", work / "site", progress=lambda name, why, _done: print(f"{name}: {why}"))

# %% What changed between two data sets, in words
events = work / "after" / "events.csv"
events.write_text(events.read_text(encoding="utf-8").replace("1928-03", "1928-04"), encoding="utf-8")
changed = layers.difference(layers.facts(data), layers.facts(seeds.read(work / "after")))
print("\n".join(changed.lines()))
