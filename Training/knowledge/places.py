"""Writes places.tsv: cities and regions that news names, with their state.

usage: places.py WORLD_CITIES.csv ADMIN1.txt STATES.tsv TEXT... > Sources/Knowledge/data/places.tsv

WORLD_CITIES.csv (datasets/world-cities) and ADMIN1.txt are GeoNames data (CC BY 4.0). A place is kept when the texts
name it after "in", "near", "of" and the like; the state of a name that several states have is the one it is named
beside most often, and none where that is unclear.
"""
import collections, csv, re, sys, unicodedata

CUES = re.compile(r"\b(?:in|near|of|at|from|to|outside|around|city of|town of|province of)((?: (?:[A-Z][\w’'-]*|al-[A-Z]\w*|de|la|of)){1,4})")

def fold(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))

def main():
    states, owned = {}, set()
    for line in open(sys.argv[3], encoding="utf-8"):
        if line.startswith("#"): continue
        code, name, iso2, _, aliases, adjectives, people, seats, _ = line.rstrip("\n").split("\t")
        for alias in [name] + aliases.split("|"): states[alias] = code
        states["=" + iso2] = code
        owned.update(fold(x).lower() for x in [name] + aliases.split("|") + adjectives.split("|") + people.split("|") + seats.split("|"))
    places = collections.defaultdict(lambda: collections.defaultdict(set))
    for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
        code = states.get(row["country"])
        if code: places[row["name"]][code].add("city"); places[fold(row["name"])][code].add("city")
    for line in open(sys.argv[2], encoding="utf-8"):
        key, name, plain, _ = line.rstrip("\n").split("\t")
        code = states.get("=" + key.split(".")[0])
        if code: places[name][code].add("region"); places[plain][code].add("region")
    counts, near = collections.Counter(), collections.defaultdict(collections.Counter)
    for path in sys.argv[4:]:
        for line in open(path, encoding="utf-8", errors="replace"):
            found = set()
            for match in CUES.finditer(line):
                words = match.group(1).split()
                for size in range(len(words), 0, -1):
                    if (name := " ".join(words[:size])) in places: found.add(name); break
            if not found: continue
            named = {c for a, c in states.items() if not a.startswith("=") and len(a) > 3 and a in line}
            for name in found:
                counts[name] += 1
                near[name].update(c for c in places[name] if c in named)
    print("# name\tkind\tstate")
    for name in sorted(counts):
        if counts[name] < 3 or fold(name).lower() in owned or len(name) < 3: continue
        best = near[name].most_common(2)
        options = sorted(places[name])
        state = options[0] if len(options) == 1 else ""
        if best and (len(best) == 1 or best[0][1] > 3 * best[1][1]): state = best[0][0]
        kind = "region" if state and "region" in places[name][state] and "city" not in places[name][state] else "city" if state else "place"
        print(f"{name}\t{kind}\t{state}")

main()
