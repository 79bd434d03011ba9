import Annotations
import Foundation
import Testing

@testable import Knowledge

@Suite struct EmbeddedKnowledge {
    @Test func everyFileOfTheFolderIsEmbedded() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Knowledge/data")
        var onDisk: [String: Data] = [:]
        let walker = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey]))
        for case let url as URL in walker
        where try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
            guard !url.lastPathComponent.hasPrefix(".") else { continue }
            onDisk[String(url.path.dropFirst(folder.path.count + 1))] = try Data(contentsOf: url)
        }
        let embedded = KnowledgeFile.embedded
        #expect(embedded.map(\.name) == onDisk.keys.sorted(), "run Training/knowledge/embed.py")
        for file in embedded { #expect(Data(file.bytes) == onDisk[file.name], "\(file.name) is stale; build again") }
    }

    @Test func theOntologyHasItsRelations() {
        let ontology = Knowledge.standard.ontology
        #expect(ontology.relations.count == 24)
        #expect(ontology[Relation(rawValue: "meets")]?.isSymmetric == true)
        #expect(ontology[Relation(rawValue: "backs")]?.polarity == .cooperative)
    }
}

@Suite struct Lookups {
    let knowledge = Knowledge.standard

    private func meaning(_ name: String) -> [String] {
        knowledge.senses(NameKey.fold(name)).map { "\(knowledge.entities[$0.entity].id) \($0.sense)" }
    }

    @Test(arguments: [
        ("Russian Federation", "state:RUS name"), ("U.S.", "state:USA name"), ("Syrians", "state:SYR people"),
        ("Kremlin", "state:RUS seat"), ("Damask", "state:SYR seat"), ("Daesh", "organization:islamic-state name"),
        ("Taleban", "organization:taliban name"), ("Côte d’Ivoire", "state:CIV name"),
        ("Bashar Asad", "person:bashar-al-assad name"),
    ])
    func namesMeanTheirEntities(name: String, meaning expected: String) {
        #expect(meaning(name).contains(expected))
    }

    @Test func datesChooseTheHolder() throws {
        let before = try #require(knowledge.holder(of: "president", owner: "state:USA", date: "2008-03-01"))
        let after = try #require(knowledge.holder(of: "president", owner: "state:USA", date: "2015-09-18"))
        #expect(knowledge.entities[before].name == "George W. Bush")
        #expect(knowledge.entities[after].name == "Barack Obama")
        #expect(knowledge.holder(of: "president", owner: "state:USA", date: "1875-01-01") == nil)
    }

    @Test func keysIgnoreCaseAccentsAndMarks() {
        #expect(NameKey.fold("Walid al-Muʿallim’s") == NameKey.fold("WALID AL MU ALLIM s"))
        #expect(NameKey.fold("Recep Tayyip Erdoğan") == "recep tayyip erdogan")
        #expect(NameKey.slug("Islamic State") == "islamic-state")
        #expect(NameKey.fold("-- ") == "")
    }
}

@Suite struct UserFiles {
    @Test func rowsOfAUserOverruleAndAdd() throws {
        let user = KnowledgeFile(
            name: "leaders.tsv", text: "# name\towner\nJane Roe\tSYR\tleads\tpresident\t2030\t\tJ. Roe\n")
        let knowledge = try Knowledge.standard.adding([user])
        let holder = try #require(knowledge.holder(of: "president", owner: "state:SYR", date: "2031-01-01"))
        #expect(knowledge.entities[holder].name == "Jane Roe")
        #expect(knowledge.senses("j roe").count == 1)
        #expect(Knowledge.standard.senses("j roe").isEmpty)
    }

    @Test func wordsOfReligionsAndPartiesAreInLowerCaseAndAUserAddsSome() throws {
        let user = KnowledgeFile(name: "adherents.tsv", text: "# word\nJedi\n")
        let knowledge = try Knowledge.standard.adding([user])
        #expect(knowledge.adherents.isSuperset(of: ["jedi", "sunni", "republicans"]))
        #expect(!Knowledge.standard.adherents.contains("jedi"))
        #expect(knowledge.adherents.allSatisfy { $0 == $0.lowercased() && !$0.isEmpty })
    }

    @Test(arguments: [
        ("states.tsv", "# h\nAAA\tb\tc\td\te\tf\tg\th\ti\tj\n", 2, "columns"),
        ("leaders.tsv", "# h\n\nJane Roe\tATLANTIS\tleads\tking\n", 3, "ATLANTIS"),
        ("titles.tsv", "king\trules\tstate\n", 1, "rules"),
        ("actor-nouns.tsv", "# h\n# c\ndragon\tmonster\n", 3, "monster"),
        ("ontology.tsv", "likes\tlikes\tno\twarm\n", 1, "warm"),
        ("join.tsv", "Roe\n", 1, "one name"),
    ])
    func brokenRowsAreNamedWithFileAndLine(name: String, text: String, line: Int, word: String) {
        do {
            _ = try Knowledge.standard.adding([KnowledgeFile(name: name, text: text)])
            Issue.record("no error")
        } catch {
            #expect(error.file == name)
            #expect(error.line == line)
            #expect(error.message.contains(word))
        }
    }
}
