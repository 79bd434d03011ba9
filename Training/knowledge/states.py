"""Writes states.tsv: the states of the world with their names, demonyms, capitals and seats of government.

usage: states.py COUNTRIES.json COUNTRY_CODES.csv > Sources/Knowledge/data/states.tsv

COUNTRIES.json is the list of mledoze/countries (ODbL 1.0); COUNTRY_CODES.csv that of datasets/country-codes
(PDDL 1.0), for the Wikidata ids. What news needs beyond them stands in the tables below.
"""
import csv, json, sys

NAMES = {
    "BIH": "Bosnia and Herzegovina", "CIV": "Ivory Coast", "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo", "CZE": "Czech Republic", "PSE": "Palestine", "MMR": "Myanmar", "UNK": "Kosovo",
    "TLS": "East Timor", "CPV": "Cape Verde", "VAT": "Vatican City", "TUR": "Turkey", "SWZ": "Eswatini",
    "MKD": "North Macedonia", "STP": "São Tomé and Príncipe", "FSM": "Micronesia", "MAC": "Macau",
}
ALIASES = {
    "USA": "U.S.|US|USA|U.S.A.|United States of America|America|U. S.", "GBR": "UK|U.K.|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland",
    "RUS": "Russian Federation", "CHN": "People's Republic of China|PRC|Mainland China|mainland China", "KOR": "Republic of Korea|ROK|S. Korea",
    "PRK": "DPRK|Democratic People's Republic of Korea|N. Korea", "ARE": "UAE|U.A.E.|Emirates", "MMR": "Burma|Union of Myanmar",
    "CIV": "Côte d'Ivoire|Cote d'Ivoire", "COD": "DRC|DR Congo|D.R. Congo|Democratic Republic of Congo|Zaire|Congo-Kinshasa|Congo",
    "COG": "Congo Republic|Congo-Brazzaville|Republic of Congo", "CZE": "Czechia", "PSE": "State of Palestine|Palestinian state",
    "TLS": "Timor-Leste|Timor Leste", "CPV": "Cabo Verde", "SWZ": "Swaziland", "MKD": "Macedonia|Former Yugoslav Republic of Macedonia|FYROM",
    "BIH": "Bosnia|Bosnia-Herzegovina|Bosnia-Hercegovina", "NLD": "Holland|the Netherlands", "TWN": "Republic of China|Chinese Taipei",
    "VAT": "Vatican|Holy See", "TUR": "Türkiye|Turkiye|Republic of Turkey|Turkish Republic", "IRN": "Islamic Republic of Iran|Islamic Republic",
    "SYR": "Syrian Arab Republic", "LBY": "Libyan Arab Jamahiriya", "SAU": "Kingdom of Saudi Arabia|Saudi Arab", "PHL": "the Philippines|Philippine Islands",
    "GMB": "The Gambia", "BHS": "The Bahamas", "KGZ": "Kyrgyz Republic|Kirghizia|Kirgizstan", "BLR": "Belorussia|Byelorussia",
    "UKR": "the Ukraine", "IRL": "Republic of Ireland|Irish Republic|Eire", "HKG": "Hong Kong Special Administrative Region|HKSAR",
    "ISR": "State of Israel|Jewish state", "AFG": "Islamic Emirate of Afghanistan|Islamic Republic of Afghanistan", "SSD": "S. Sudan",
    "PNG": "PNG", "ZAF": "Republic of South Africa|RSA", "NZL": "NZ|Aotearoa", "KAZ": "Kazakstan", "TTO": "Trinidad & Tobago|Trinidad",
    "STP": "Sao Tome and Principe|Sao Tome", "UNK": "Republic of Kosovo|Kosova", "DEU": "Federal Republic of Germany", "LKA": "Ceylon",
    "KHM": "Kampuchea", "MDA": "Moldavia|Republic of Moldova", "AZE": "Azerbaidjan", "GEO": "Republic of Georgia", "JPN": "State of Japan",
    "PRI": "Commonwealth of Puerto Rico",
    "LAO": "Lao People's Democratic Republic", "VNM": "Viet Nam", "GNQ": "Eq. Guinea", "CAF": "CAR", "MAC": "Macao",
}
ADJECTIVES = {
    "USA": "American|U.S.|US|North American", "GBR": "British", "NLD": "Dutch", "CIV": "Ivorian|Ivoirian", "PHL": "Philippine|Filipino|Filipina",
    "AFG": "Afghan", "ARE": "Emirati", "ARG": "Argentine|Argentinian|Argentinean", "BGD": "Bangladeshi", "BIH": "Bosnian|Bosnian-Herzegovinian", "BWA": "Botswanan|Batswana",
    "COD": "Congolese", "COG": "", "CHE": "Swiss", "CZE": "Czech", "DNK": "Danish", "DOM": "", "ESP": "Spanish", "FIN": "Finnish",
    "FRA": "French", "GRC": "Greek", "HKG": "", "HRV": "Croatian|Croat", "IRL": "Irish", "ISL": "Icelandic", "KAZ": "Kazakh|Kazakhstani|Kazak",
    "KGZ": "Kyrgyz|Kyrgyzstani|Kirghiz", "KWT": "Kuwaiti", "LAO": "Laotian|Lao", "LSO": "Basotho", "MDG": "Malagasy|Madagascan", "MMR": "Burmese|Myanmar",
    "NIC": "Nicaraguan", "NZL": "New Zealand", "PAK": "Pakistani", "POL": "Polish", "PRT": "Portuguese", "PRK": "North Korean", "KOR": "South Korean",
    "SAU": "Saudi|Saudi Arabian", "SRB": "Serbian|Serb", "SVN": "Slovenian|Slovene", "SVK": "Slovak|Slovakian", "SWE": "Swedish", "SYR": "Syrian",
    "THA": "Thai", "TJK": "Tajik|Tajikistani", "TUR": "Turkish", "UZB": "Uzbek|Uzbekistani", "YEM": "Yemeni|Yemenite", "ISR": "Israeli",
    "IRQ": "Iraqi", "IRN": "Iranian|Persian", "OMN": "Omani", "QAT": "Qatari", "SOM": "Somali|Somalian", "SSD": "South Sudanese", "TLS": "East Timorese|Timorese",
    "TKM": "Turkmen", "TWN": "Taiwanese", "UNK": "Kosovar|Kosovan", "VAT": "", "VNM": "Vietnamese", "ZAF": "South African", "PNG": "Papua New Guinean|Papuan",
    "PSE": "Palestinian", "PRI": "Puerto Rican", "MKD": "Macedonian", "LUX": "Luxembourgish|Luxembourger", "LIE": "Liechtensteiner",
    "SWZ": "Swazi", "MNE": "Montenegrin", "KNA": "Kittitian", "MHL": "Marshallese", "BLR": "Belarusian|Belarussian|Belorussian",
    "UKR": "Ukrainian", "AZE": "Azerbaijani|Azeri", "MLI": "Malian", "NER": "Nigerien", "NGA": "Nigerian", "DMA": "", "CAF": "Central African",
    "GRL": "Greenlandic", "FRO": "Faroese", "MDV": "Maldivian", "NPL": "Nepalese|Nepali", "BTN": "Bhutanese", "LKA": "Sri Lankan",
    "SLE": "Sierra Leonean", "TCD": "Chadian", "TGO": "Togolese", "BEN": "Beninese", "BFA": "Burkinabe|Burkinabé", "MRT": "Mauritanian",
    "MUS": "Mauritian", "GNB": "Bissau-Guinean", "ERI": "Eritrean", "ETH": "Ethiopian", "DJI": "Djiboutian", "HTI": "Haitian",
}
PEOPLE = {
    "GBR": "Briton|Britons|Brit|Brits", "FRA": "Frenchman|Frenchmen|Frenchwoman", "ESP": "Spaniard|Spaniards", "DNK": "Dane|Danes", "FIN": "Finn|Finns",
    "SWE": "Swede|Swedes", "TUR": "Turk|Turks", "POL": "Pole|Poles", "PHL": "Filipino|Filipinos|Filipina|Filipinas", "SRB": "Serb|Serbs", "HRV": "Croat|Croats",
    "SVN": "Slovene|Slovenes", "KAZ": "Kazakh|Kazakhs", "IRL": "Irishman|Irishmen", "NLD": "Dutchman|Dutchmen", "ISL": "Icelander|Icelanders", "NZL": "New Zealander|New Zealanders|Kiwi|Kiwis",
    "SAU": "Saudi|Saudis", "HKG": "Hongkonger|Hongkongers|Hong Konger|Hong Kongers", "BWA": "Motswana", "UZB": "Uzbek|Uzbeks", "TJK": "Tajik|Tajiks",
    "KGZ": "Kyrgyz", "TKM": "Turkmens", "AZE": "Azerbaijani|Azerbaijanis|Azeri|Azeris", "BIH": "Bosnian|Bosnians", "UNK": "Kosovar|Kosovars", "SCT": "Scot|Scots",
    "CHN": "Chinese", "JPN": "Japanese", "PRT": "Portuguese", "CHE": "Swiss", "LBN": "Lebanese", "SDN": "Sudanese", "VNM": "Vietnamese", "CZE": "Czech|Czechs",
    "THA": "Thai|Thais", "ARE": "Emirati|Emiratis", "PSE": "Palestinian|Palestinians", "USA": "American|Americans", "SVK": "Slovak|Slovaks",
}
SEATS = {
    "USA": "Washington|White House|Washington, D.C.|Washington D.C.|Washington DC|Oval Office|Capitol Hill", "RUS": "Moscow|Kremlin", "GBR": "London|Downing Street|10 Downing Street|Number 10|Whitehall|Westminster|Buckingham Palace",
    "FRA": "Paris|Élysée|Elysee|Elysée Palace|Elysee Palace|Quai d'Orsay", "DEU": "Berlin", "CHN": "Beijing|Peking|Zhongnanhai", "SYR": "Damascus|Damask",
    "ISR": "Jerusalem|Tel Aviv", "TUR": "Ankara", "IRN": "Tehran|Teheran", "IRQ": "Baghdad", "UKR": "Kyiv|Kiev", "KOR": "Seoul|Blue House", "PRK": "Pyongyang",
    "NLD": "The Hague|Amsterdam", "BOL": "La Paz|Sucre", "ZAF": "Pretoria", "CIV": "Yamoussoukro|Abidjan", "NGA": "Abuja", "TZA": "Dodoma|Dar es Salaam",
    "LKA": "Colombo|Sri Jayawardenepura Kotte", "MMR": "Naypyidaw|Naypyitaw|Rangoon|Yangon", "MYS": "Kuala Lumpur|Putrajaya", "KAZ": "Astana|Nur-Sultan", "IND": "New Delhi|Delhi",
    "AUS": "Canberra", "PSE": "Ramallah", "SAU": "Riyadh", "BEN": "Porto-Novo|Cotonou", "PAK": "Islamabad", "ITA": "Rome", "ESP": "Madrid", "TCD": "N'Djamena|Ndjamena",
    "VAT": "", "MNE": "Podgorica", "MDA": "Chisinau|Chișinău", "MDV": "Malé", "BDI": "Bujumbura|Gitega", "ARE": "Abu Dhabi", "UNK": "Pristina|Priština|Prishtina", "ROU": "Bucharest",
    "BRA": "Brasilia|Brasília", "COL": "Bogotá|Bogota", "PRY": "Asunción|Asuncion", "CRI": "San José", "MNG": "Ulaanbaatar|Ulan Bator", "LUX": "", "SGP": "", "MCO": "", "SMR": "",
    "DJI": "", "PAN": "Panama City", "GTM": "Guatemala City", "MEX": "Mexico City", "KWT": "Kuwait City", "AND": "", "JOR": "Amman", "TON": "Nuku'alofa|Nuku’alofa", "PRI": "", "HKG": "", "MAC": "",
    "YEM": "Sanaa|Sana'a", "LBY": "Tripoli", "SOM": "Mogadishu", "AFG": "Kabul", "MKD": "Skopje", "BLZ": "Belmopan", "GEO": "Tbilisi", "SWZ": "Mbabane|Lobamba", "ESH": "",
}
EXTRA = [  # what news names and the lists lack, or do not take for a state
    ("SUN", "Soviet Union", "SU", "Q15180", "USSR|U.S.S.R.|Union of Soviet Socialist Republics", "Soviet", "Soviets", "", ""),
    ("YUG", "Yugoslavia", "YU", "Q36704", "Federal Republic of Yugoslavia", "Yugoslav|Yugoslavian", "Yugoslavs", "", ""),
    ("SCG", "Serbia and Montenegro", "CS", "Q37024", "Serbia-Montenegro", "", "", "", ""),
    ("CSK", "Czechoslovakia", "CS", "Q33946", "", "Czechoslovak|Czechoslovakian", "", "", ""),
    ("DDR", "East Germany", "DD", "Q16957", "German Democratic Republic|GDR", "East German", "East Germans", "", ""),
    ("SOL", "Somaliland", "", "Q34754", "", "", "", "", ""),
    ("ABK", "Abkhazia", "", "Q23334", "", "Abkhaz|Abkhazian", "Abkhazians", "", ""),
    ("SOS", "South Ossetia", "", "Q23427", "", "South Ossetian", "South Ossetians", "", ""),
    ("PMR", "Transnistria", "", "Q907112", "Transdniester|Trans-Dniester", "Transnistrian", "", "", ""),
    ("ART", "Artsakh", "", "Q244165", "Republic of Artsakh", "", "", "", ""),
    ("TRN", "Northern Cyprus", "", "Q23681", "Turkish Republic of Northern Cyprus", "Turkish Cypriot", "Turkish Cypriots", "", ""),
    ("DPR", "Donetsk People's Republic", "", "Q16150196", "DNR|DPR", "", "", "", ""),
    ("LPR", "Luhansk People's Republic", "", "Q16746854", "Lugansk People's Republic|LNR|LPR", "", "", "", ""),
    ("SCT", "Scotland", "", "Q22", "", "Scottish", "Scots|Scot", "Holyrood", ""),
    ("WLS", "Wales", "", "Q25", "", "Welsh", "", "", ""),
    ("NIR", "Northern Ireland", "", "Q26", "", "Northern Irish", "", "Stormont", ""),
    ("ENG", "England", "", "Q21", "", "English", "Englishman|Englishmen", "", ""),
]
SKIPPED = {"ATA", "BVT", "HMD", "UMI", "SGS", "IOT", "ATF", "CCK", "CXR", "NFK", "PCN", "SJM", "WLF", "TKL", "BES", "SPM", "BLM", "MAF", "SXM", "MNP", "ALA", "AIA", "MSR", "NIU", "SHN", "TCA", "VGB"}
AMBIGUOUS_CAPITALS = {"Brussels", "Georgetown", "Victoria", "Kingston", "Hamilton", "Stanley", "Plymouth", "Basseterre", "Road Town", "The Valley", "City of San Marino", "San Juan", "George Town",
    "Saint-Denis", "Douglas", "Saint Helier", "St. Peter Port", "Roseau", "Kingstown"}

def plural(adjective):
    if adjective.endswith(("ese", "ch", "sh", "s")) or not adjective or adjective in ("U.S.", "US", "British", "Philippine", "New Zealand", "North American", "Central African"): return None
    return adjective + "s"

def unique(items):
    return [x for i, x in enumerate(items) if x and x not in items[:i]]

def main():
    wikidata = {row["ISO3166-1-Alpha-3"]: row["wikidata_id"].rsplit("/", 1)[-1] for row in csv.DictReader(open(sys.argv[2], encoding="utf-8"))}
    rows = []
    for country in json.load(open(sys.argv[1], encoding="utf-8")):
        code = country["cca3"]
        if code in SKIPPED: continue
        code = {"UNK": "XKX"}.get(code, code); key = country["cca3"]
        name = NAMES.get(key, country["name"]["common"])
        aliases = unique([country["name"]["common"], country["name"]["official"]] + ALIASES.get(key, "").split("|"))
        aliases = [a for a in aliases if a != name]
        english = country.get("demonyms", {}).get("eng", {}).get("m", "")
        adjectives = ADJECTIVES[key].split("|") if key in ADJECTIVES else [english]
        people = PEOPLE[key].split("|") if key in PEOPLE else unique([p for a in adjectives for p in ((a, plural(a)) if plural(a) else ())])
        capital = [c for c in country.get("capital", []) if c not in AMBIGUOUS_CAPITALS and c != name]
        seats = SEATS[key].split("|") if key in SEATS else capital
        rows.append((code, name, country["cca2"], wikidata.get(key, ""), "|".join(aliases), "|".join(unique(adjectives)), "|".join(people),
                     "|".join(unique(seats)), "|".join(capital)))
    rows += [(c, n, i, w, a, j, p, s, "") for c, n, i, w, a, j, p, s, _ in EXTRA]
    print("# id\tname\tiso2\twikidata\taliases\tadjectives\tpeople\tseats\tcapital")
    for row in sorted(rows): print("\t".join(row))

main()
