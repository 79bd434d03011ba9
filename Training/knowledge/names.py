"""Writes given-names.tsv: given names of the world with the gender they tell.

usage: names.py FORENAMES_BY_COUNTRY.csv CENSUS_FEMALE.txt CENSUS_MALE.txt > Sources/Knowledge/data/given-names.tsv

FORENAMES_BY_COUNTRY.csv is sigpwned/popular-names-by-country-dataset (CC0 1.0); the two lists are the most frequent
given names of the 1990 census of the United States (public domain). A name that both genders bear often has none.
"""
import collections, csv, sys, unicodedata

def fold(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).strip()

def main():
    votes = collections.defaultdict(lambda: [0.0, 0.0])
    for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")):
        name = fold(row["Romanized Name"] or "")
        if name.isascii() and name.isalpha() and len(name) > 1 and row["Gender"] in "MF":
            votes[name.lower()][row["Gender"] == "M"] += 1
    for index, path in enumerate(sys.argv[2:4]):
        for line in open(path):
            name, share = line.split()[:2]
            if float(share) >= 0.01: votes[name.lower()][index] += float(share) * 20
    print("# name\tgender")
    for name, (female, male) in sorted(votes.items()):
        gender = "f" if female > 3 * male else "m" if male > 3 * female else "-"
        print(f"{name}\t{gender}")

main()
