import Annotations
import Graphs

/// Graphs for tests: one such as news gives, and one that nobody would want.
public enum SampleGraphs {
    /// 27 entities of all kinds, 57 edges of all families and statuses, in five dated documents.
    public static let news: KnowledgeGraph = GraphTable(nodes: nodeRows, edges: edgeRows).graph

    /// Names, ids and sentences that break formats which do not escape them.
    public static let hostile: KnowledgeGraph = GraphTable(
        nodes: hostileNames.enumerated().map { "x\u{1}:\($0.offset)\t\($0.element)\tperson\t1" },
        edges: hostileNames.indices.map { "x\u{1}:0\taccuses\tx\u{1}:\($0)\talleged\t1" },
        sentence: { hostileNames[$0 % hostileNames.count] }
    ).graph

    /// The graphs by name, for tests that take each.
    public enum Name: String, Sendable, CaseIterable {
        case news, hostile, many

        /// The graph.
        public var graph: KnowledgeGraph {
            switch self {
            case .news: SampleGraphs.news
            case .hostile: SampleGraphs.hostile
            case .many: SampleGraphs.many(300)
            }
        }
    }

    /// The names of `hostile`.
    public static let hostileNames = [
        "\"]; x [label=\"pwn", "back\\slash \\N \\G \\", "C:\\New\\Gold", "AT&T &lt;b&gt; &bogus; &#39;",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "</TABLE><IMG SRC=\"secret.png\"/>", "]]>", "nul\u{0}esc\u{1B}[31m bell\u{7}",
        "line\u{2028}two\u{2029}three",
        "bidi \u{202E}txt.exe", "Zürich 東京 🙂", "{a|b|<p> c}", "-->", "n7:port:n", "O'Neil \"Ed\" <x>", "=HYPERLINK(1)",
        "  spaces  ",
        "\u{FFFE}\u{FFFF}", String(repeating: "long name ", count: 60), String(repeating: "W", count: 300),
    ]

    /// A graph of so many entities and twice as many edges, the same every time.
    public static func many(_ count: Int) -> KnowledgeGraph {
        var random = Generator(state: 7)
        let kinds = ["person", "state", "organization", "place", "group"]
        let relations = GraphTable.ontology.relations.map(\.relation.rawValue)
        let statuses = ["asserted", "asserted", "asserted", "denied", "alleged", "planned", "hypothetical"]
        let nodes = (0..<count).map { "x:\($0)\tEntity number \($0)\t\(kinds[random.below(5)])\t\(random.below(9))" }
        let edges = (0..<2 * count).map { _ in
            "x:\(random.below(1 + random.below(count)))\t\(relations[random.below(relations.count)])\tx:\(random.below(count))"
                + "\t\(statuses[random.below(statuses.count)])\t\(1 + random.below(3))"
        }
        return GraphTable(nodes: nodes, edges: edges).graph
    }

    private struct Generator {
        var state: UInt64

        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    private static let nodeRows = [
        "person:vladimir-putin\tVladimir Putin\tperson\t12",
        "person:bashar-al-assad\tBashar al-Assad\tperson\t9",
        "person:barack-obama\tBarack Obama\tperson\t4",
        "person:john-kerry\tJohn Kerry\tperson\t3",
        "person:sergei-lavrov\tSergei Lavrov\tperson\t5",
        "person:dmitry-peskov\tDmitry Peskov\tperson\t3",
        "person:walid-al-muallem\tWalid al-Muallem\tperson\t6",
        "person:emomali-rahmon\tEmomali Rahmon\tperson\t1",
        "state:RUS\tRussia\tstate\t40",
        "state:SYR\tSyria\tstate\t33",
        "state:USA\tUnited States\tstate\t21",
        "state:IRN\tIran\tstate\t4",
        "state:TJK\tTajikistan\tstate\t2",
        "state:SAU\tSaudi Arabia\tstate\t3",
        "state:GRC\tGreece\tstate\t2",
        "organization:nato\tNATO\torganization\t4",
        "organization:pentagon\tPentagon\torganization\t3",
        "organization:islamic-state\tIslamic State\torganization\t17",
        "organization:itar-tass\tItar-Tass\torganization\t2",
        "organization:csto\tCollective Security Treaty Organization\torganization\t2",
        "organization:syrian-observatory\tSyrian Observatory for Human Rights\torganization\t1",
        "group:syrian-rebels\tSyrian rebels\tgroup\t5",
        "group:us-led-coalition\tUS-led coalition\tgroup\t6",
        "group:western-diplomats\tWestern diplomats\tgroup\t1",
        "place:latakia\tLatakia\tplace\t5",
        "place:dushanbe\tDushanbe\tplace\t2",
        "place:tartus\tTartus\tplace\t2",
    ]

    private static let edgeRows = [
        "person:vladimir-putin\tleads\tstate:RUS\tasserted\t4",
        "person:vladimir-putin\tbacks\tperson:bashar-al-assad\tasserted\t3",
        "person:bashar-al-assad\tleads\tstate:SYR\tasserted\t5",
        "state:RUS\tdeploysTo\tstate:SYR\tasserted\t2",
        "state:RUS\tdeploysTo\tstate:SYR\tdenied\t2",
        "state:RUS\tdeploysTo\tstate:SYR\talleged\t4",
        "state:RUS\tarms\tstate:SYR\tasserted\t5",
        "state:RUS\tbacks\tstate:SYR\tasserted\t2",
        "state:RUS\taids\tstate:SYR\tplanned\t1",
        "state:RUS\tdeploysTo\tstate:SYR\thypothetical\t3",
        "state:USA\topposes\tstate:RUS\tasserted\t2",
        "state:USA\tcriticizes\tstate:RUS\tasserted\t1",
        "state:USA\taccuses\tstate:RUS\tasserted\t1",
        "state:USA\tthreatens\tstate:RUS\thypothetical\t1",
        "state:USA\tleads\tgroup:us-led-coalition\tasserted\t2",
        "group:us-led-coalition\tattacks\torganization:islamic-state\tasserted\t3",
        "organization:islamic-state\tfights\tstate:SYR\tasserted\t2",
        "state:SYR\tasks\tstate:RUS\thypothetical\t2",
        "person:walid-al-muallem\trepresents\tstate:SYR\tasserted\t3",
        "person:walid-al-muallem\tasks\tstate:RUS\tplanned\t1",
        "person:sergei-lavrov\trepresents\tstate:RUS\tasserted\t2",
        "person:sergei-lavrov\tmeets\tperson:john-kerry\tasserted\t2",
        "person:john-kerry\trepresents\tstate:USA\tasserted\t2",
        "person:john-kerry\tcriticizes\tstate:RUS\tasserted\t1",
        "person:dmitry-peskov\trepresents\tperson:vladimir-putin\tasserted\t2",
        "person:barack-obama\tleads\tstate:USA\tasserted\t2",
        "person:barack-obama\topposes\tperson:bashar-al-assad\tasserted\t3",
        "person:barack-obama\tcriticizes\tperson:vladimir-putin\tasserted\t1",
        "state:IRN\tbacks\tperson:bashar-al-assad\tasserted\t2",
        "state:IRN\talliedWith\tstate:RUS\tasserted\t1",
        "state:SAU\tarms\tgroup:syrian-rebels\talleged\t1",
        "group:syrian-rebels\tfights\tperson:bashar-al-assad\tasserted\t2",
        "group:syrian-rebels\tfights\torganization:islamic-state\tasserted\t1",
        "organization:pentagon\tpartOf\tstate:USA\tasserted\t1",
        "organization:pentagon\tcooperatesWith\tstate:RUS\tplanned\t1",
        "organization:nato\tcriticizes\tstate:RUS\tasserted\t2",
        "state:USA\tmemberOf\torganization:nato\tasserted\t1",
        "state:GRC\tmemberOf\torganization:nato\tasserted\t1",
        "state:USA\tasks\tstate:GRC\tasserted\t1",
        "state:GRC\topposes\tstate:RUS\tdenied\t1",
        "state:RUS\tmemberOf\torganization:csto\tasserted\t1",
        "state:TJK\tmemberOf\torganization:csto\tasserted\t1",
        "person:emomali-rahmon\tleads\tstate:TJK\tasserted\t1",
        "person:emomali-rahmon\tmeets\tperson:vladimir-putin\tasserted\t1",
        "place:dushanbe\tlocatedIn\tstate:TJK\tasserted\t1",
        "place:latakia\tlocatedIn\tstate:SYR\tasserted\t2",
        "place:tartus\tlocatedIn\tstate:SYR\tasserted\t1",
        "state:RUS\tdeploysTo\tplace:latakia\talleged\t3",
        "state:RUS\tdeploysTo\tplace:tartus\tasserted\t1",
        "organization:itar-tass\tpartOf\tstate:RUS\tasserted\t1",
        "organization:syrian-observatory\taccuses\tperson:bashar-al-assad\tasserted\t1",
        "group:western-diplomats\taccuses\tstate:RUS\talleged\t1",
        "state:RUS\topposes\torganization:islamic-state\tasserted\t2",
        "person:vladimir-putin\tagreesWith\tperson:barack-obama\thypothetical\t1",
        "state:USA\tsanctions\tstate:RUS\tplanned\t1",
        "organization:islamic-state\tseizes\tplace:latakia\tdenied\t1",
    ]
}
