import Annotations
import Knowledge

/// An office that the text gives to a person: the title, and the cluster it is held of.
struct HeldOffice: Hashable {
    var title: String
    var owner: Int?
}

/// The mentions of one entity while a document is resolved.
struct Cluster {
    var kind: EntityKind
    /// The entity of the knowledge files, by index.
    var known: Int?
    /// The names seen, with their counts, in order of appearance.
    var names: [(name: String, count: Int)] = []
    /// The names of a person in parts, those of the knowledge files included.
    var persons: [PersonName] = []
    var gender: Gender = .unknown
    var offices: [HeldOffice] = []
    /// The head noun, of groups and bodies.
    var noun: String?
    /// The words that name a group or body besides its head.
    var modifiers: Set<String> = []
    var owner: Int?
    var isPlural = false
    /// The story of the first mention, of groups and bodies that a phrase introduces.
    var story = 0
    /// The words of a group with those it belongs to ("supporters of the president"), where the text has them.
    var fullName: String?
    /// True where a group's or body's words tell it from others of its kind ("Syrian rebels", but not "rebels").
    var isNaming = false
    var mentions = 0
    var chain: [String] = []

    mutating func add(person: PersonName) {
        if !persons.contains(person) { persons.append(person) }
    }

    mutating func add(name: String) {
        if let index = names.firstIndex(where: { $0.name == name }) {
            names[index].count += 1
        } else {
            names.append((name, 1))
            if kind == .person { add(person: PersonName(NameKey.fold(name))) }
        }
    }
}

/// The parts of a person's name that tell people apart.
struct PersonName: Hashable {
    /// The folded words without initials, honorifics and generation marks.
    var words: [String]
    /// The folded words as they stand.
    var all: [String]

    init(_ key: String) {
        all = key.split(separator: " ").map(String.init)
        words = all.filter { $0.count > 1 && !Self.marks.contains($0) }
        if words.isEmpty { words = all }
    }

    static let marks: Set<String> = [
        "jr", "sr", "ii", "iii", "iv", "al", "el", "bin", "ibn", "ben", "de", "da", "van", "von", "der", "king",
        "queen", "prince",
        "princess", "pope", "mullah", "sheikh", "sheik", "sultan", "emperor", "crown", "lord", "lady", "sir",
        "ayatollah", "emir",
    ]

    var last: String { words.last ?? "" }
    var first: String { words.first ?? "" }
    var isSingle: Bool { words.count == 1 }

    /// The consonants of a word, with letters that transliterations exchange made one: "muallem" and "moallem" agree.
    static func skeleton(_ word: String) -> String {
        var out: [UInt8] = []
        for byte in word.utf8 {
            let mapped: UInt8
            switch byte {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "y"), UInt8(ascii: "h"):
                continue
            case UInt8(ascii: "w"): mapped = UInt8(ascii: "v")
            case UInt8(ascii: "q"), UInt8(ascii: "c"): mapped = UInt8(ascii: "k")
            case UInt8(ascii: "z"): mapped = UInt8(ascii: "s")
            case UInt8(ascii: "j"): mapped = UInt8(ascii: "g")
            default: mapped = byte
            }
            if out.last != mapped { out.append(mapped) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// True where two words may be one name in two spellings.
    static func areVariants(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard a.count > 3, b.count > 3, abs(a.count - b.count) <= 2 else { return false }
        let skeletons = (skeleton(a), skeleton(b))
        guard skeletons.0 == skeletons.1, skeletons.0.utf8.count >= 2 else { return false }
        return distance(Array(a.utf8), Array(b.utf8)) <= 2
    }

    /// The number of letters to change.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for i in 0..<a.count {
            var diagonal = row[0]
            row[0] = i + 1
            for j in 0..<b.count {
                let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }

    /// How this name, with a first name, can be the other one.
    func matches(full other: PersonName) -> Bool {
        guard !isSingle, !other.isSingle else { return words == other.words }
        guard Self.areVariants(last, other.last) else { return false }
        return Self.areVariants(first, other.first) || first.hasPrefix(other.first) || other.first.hasPrefix(first)
    }
}
