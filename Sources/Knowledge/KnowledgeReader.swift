import Annotations

// The readers of the knowledge files, one per file name.
extension Knowledge {
    mutating func read(_ given: [KnowledgeFile]) throws(KnowledgeError) {
        for file in given.sorted(by: { Self.order($0.name) < Self.order($1.name) }) {
            try read(file)
            files.removeAll { $0.name == file.name }
            files.append(file)
        }
        files.sort { $0.name < $1.name }
        indexPrefixes()
        indexLastNames()
    }

    /// States come before what they own, and people last.
    private static func order(_ name: String) -> (Int, String) {
        let first = ["ontology.tsv", "states.tsv", "organizations.tsv", "regions.tsv", "leaders.tsv"]
        return (first.firstIndex(of: name) ?? first.count, name)
    }

    private mutating func read(_ file: KnowledgeFile) throws(KnowledgeError) {
        switch file.name {
        case "ontology.tsv": try readOntology(KnowledgeTable(file, columns: 7))
        case "states.tsv": try readStates(KnowledgeTable(file, columns: 9))
        case "organizations.tsv": try readOrganizations(KnowledgeTable(file, columns: 5))
        case "regions.tsv": try readRegions(KnowledgeTable(file, columns: 5))
        case "leaders.tsv": try readLeaders(KnowledgeTable(file, columns: 7))
        case "titles.tsv": try readTitles(KnowledgeTable(file, columns: 4))
        case "honorifics.tsv": try readHonorifics(KnowledgeTable(file, columns: 2))
        case "actor-nouns.tsv": try readNouns(KnowledgeTable(file, columns: 3))
        case "given-names.tsv": try readGivenNames(KnowledgeTable(file, columns: 2))
        case "adherents.tsv": try readAdherents(KnowledgeTable(file, columns: 1))
        case "places.tsv": try readPlaces(KnowledgeTable(file, columns: 3))
        case "join.tsv": try readJoined(KnowledgeTable(file, columns: 2))
        case "apart.tsv": try readApart(KnowledgeTable(file, columns: 2))
        default: break
        }
    }

    private mutating func readOntology(_ table: KnowledgeTable) throws(KnowledgeError) {
        var rows = ontology.relations
        for row in table.rows {
            guard let polarity = Polarity(rawValue: row.fields[3]) else {
                throw KnowledgeError(
                    file: table.file, line: row.line,
                    message: "polarity '\(row.fields[3])'; write cooperative, hostile, structural or neutral")
            }
            let relation = Relation(rawValue: row.fields[0])
            rows.removeAll { $0.relation == relation }
            rows.append(
                RelationType(
                    relation: relation, label: row.fields[1], isSymmetric: row.fields[2] == "yes", polarity: polarity,
                    plover: row.fields[4], cameo: row.fields[5], wikidata: row.fields[6]))
        }
        ontology = Ontology(rows)
    }

    private mutating func readStates(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            let known = add(
                KnownEntity(
                    id: "state:" + row.fields[0], name: row.fields[1], kind: .state, type: "state",
                    aliases: row.list(4),
                    wikidata: row.fields[3].isEmpty ? nil : row.fields[3]))
            adjectives[known] = row.list(5).first
            for alias in row.list(5) { name(alias, known, .adjective) }
            for alias in row.list(6) { name(alias, known, .people) }
            for alias in row.list(7) { name(alias, known, .seat) }
        }
    }

    private mutating func readOrganizations(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            let owner = try owner(row.fields[2], table, row)
            let known = add(
                KnownEntity(
                    id: "organization:" + NameKey.slug(row.fields[0]), name: row.fields[0], kind: .organization,
                    type: row.fields[1], owner: owner, aliases: row.list(3)))
            for alias in row.list(4) { name(alias, known, .adjective) }
        }
    }

    private mutating func readRegions(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            guard let kind = EntityKind(rawValue: row.fields[1]) else {
                throw KnowledgeError(
                    file: table.file, line: row.line,
                    message: "kind '\(row.fields[1])'; write place, group or organization")
            }
            let owner = try owner(row.fields[2], table, row)
            let known = add(
                KnownEntity(
                    id: "\(kind.rawValue):" + NameKey.slug(row.fields[0]), name: row.fields[0], kind: kind,
                    type: "region", owner: owner, aliases: row.list(3)))
            for alias in row.list(4) { name(alias, known, .adjective) }
        }
    }

    private mutating func readLeaders(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            let owner = try owner(row.fields[1], table, row) ?? ""
            let id = "person:" + NameKey.slug(row.fields[0])
            var aliases = row.list(6)
            if let old = index[id] {
                aliases = entities[old].aliases + aliases.filter { !entities[old].aliases.contains($0) }
            }
            let person = add(KnownEntity(id: id, name: row.fields[0], kind: .person, type: "person", aliases: aliases))
            guard !row.fields[3].isEmpty else { continue }
            tenures.append(
                Tenure(
                    person: person, owner: owner, relation: Relation(rawValue: row.fields[2]), office: row.fields[3],
                    from: row.fields[4], to: row.fields[5]))
        }
    }

    private mutating func readTitles(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            guard ["leads", "represents", "memberOf"].contains(row.fields[1]) else {
                throw KnowledgeError(
                    file: table.file, line: row.line,
                    message: "relation '\(row.fields[1])'; write leads, represents or memberOf")
            }
            for alias in [row.fields[0]] + row.list(3) {
                let key = NameKey.fold(alias)
                guard titles[key] == nil else { continue }
                titles[key] = Title(
                    name: row.fields[0], relation: Relation(rawValue: row.fields[1]), type: row.fields[2])
            }
        }
    }

    private mutating func readHonorifics(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            honorifics[NameKey.fold(row.fields[0])] =
                row.fields[1] == "male" ? .male : row.fields[1] == "female" ? .female : .unknown
        }
    }

    private mutating func readNouns(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            guard let role = ActorRole(rawValue: row.fields[1]) else {
                throw KnowledgeError(
                    file: table.file, line: row.line,
                    message: "role '\(row.fields[1])'; write agent, body, group, people or office")
            }
            nouns[row.fields[0]] = role
        }
    }

    private mutating func readGivenNames(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            givenNames[row.fields[0]] = row.fields[1] == "m" ? .male : row.fields[1] == "f" ? .female : .unknown
        }
    }

    private mutating func readAdherents(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows { adherents.insert(row.fields[0].lowercased()) }
    }

    private mutating func readPlaces(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows { places[NameKey.fold(row.fields[0])] = (row.fields[1], row.fields[2]) }
    }

    private mutating func readJoined(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            guard !row.fields[1].isEmpty else {
                throw KnowledgeError(
                    file: table.file, line: row.line, message: "one name only; write a tab and the name it is joined to"
                )
            }
            joined[NameKey.fold(row.fields[0])] = row.fields[1]
            if let known = names[NameKey.fold(row.fields[1])]?.first {
                names[NameKey.fold(row.fields[0])] = [KnownName(entity: known.entity, sense: .name, isAcronym: false)]
            }
        }
    }

    private mutating func readApart(_ table: KnowledgeTable) throws(KnowledgeError) {
        for row in table.rows {
            let a = NameKey.fold(row.fields[0])
            let b = NameKey.fold(row.fields[1])
            apart.insert(min(a, b) + "\n" + max(a, b))
        }
    }

    private func owner(_ field: String, _ table: KnowledgeTable, _ row: KnowledgeTable.Row) throws(KnowledgeError)
        -> String?
    {
        if field.isEmpty { return nil }
        if index["state:" + field] != nil { return "state:" + field }
        let id = "organization:" + NameKey.slug(field)
        if index[id] != nil || table.rows.contains(where: { $0.fields[0] == field }) { return id }
        throw KnowledgeError(
            file: table.file, line: row.line,
            message: "owner '\(field)' is unknown; write a state's code or the name of a row")
    }

    private mutating func add(_ entity: KnownEntity) -> Int {
        let place: Int
        if let old = index[entity.id] {
            entities[old] = entity
            place = old
        } else {
            place = entities.count
            entities.append(entity)
            index[entity.id] = place
        }
        for alias in [entity.name] + entity.aliases { name(alias, place, .name) }
        return place
    }

    private mutating func name(_ alias: String, _ entity: Int, _ sense: NameSense) {
        let key = NameKey.fold(alias)
        let letters = alias.unicodeScalars.filter { $0.properties.isAlphabetic }
        let isAcronym = letters.count <= 6 && letters.allSatisfy { $0.properties.isUppercase }
        let known = KnownName(entity: entity, sense: sense, isAcronym: isAcronym)
        if names[key]?.contains(where: { $0.entity == entity && $0.sense == sense }) != true {
            names[key, default: []].append(known)
        }
    }

    private mutating func indexPrefixes() {
        prefixes.removeAll(keepingCapacity: true)
        for key in names.keys {
            var prefix = ""
            for word in key.split(separator: " ").dropLast() {
                prefix += prefix.isEmpty ? String(word) : " " + word
                prefixes.insert(prefix)
            }
        }
    }
}
