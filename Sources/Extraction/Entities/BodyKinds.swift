import Annotations
import Knowledge

// What a body can be called when its name is taken up: "the group" is no ministry, "the newspaper" no party.
extension EntityResolver {
    /// Whether a body may be taken up by a noun.
    func suits(_ noun: String, _ cluster: Int) -> Bool {
        let kinds = kinds(of: cluster)
        if kinds.isEmpty { return true }
        guard let allowed = Self.called[noun] else { return kinds.isDisjoint(with: Self.offices) }
        return !kinds.isDisjoint(with: allowed)
    }

    /// The types of a body, by the knowledge files or by the words of its names; none where nothing tells.
    private func kinds(of cluster: Int) -> Set<String> {
        let made = clusters[cluster]
        if let known = made.known, !knowledge.entities[known].type.isEmpty { return [knowledge.entities[known].type] }
        let words = made.names.flatMap { NameKey.fold($0.name).split(separator: " ").map(String.init) }
        return Set((words + [made.noun].compactMap { $0 }).compactMap { Self.byWord[$0] })
    }

    private static let offices: Set<String> = ["ministry", "parliament", "court", "agency", "force"]
    private static let called: [String: Set<String>] = [
        "newspaper": ["media"], "magazine": ["media"], "network": ["media", "armed", "company"],
        "party": ["party", "movement"],
        "company": ["company", "media"], "firm": ["company", "media"], "airline": ["company"],
        "bloc": ["alliance", "international", "party"],
        "group": ["armed", "movement", "party", "alliance", "international", "company", "body"],
        "movement": ["armed", "movement", "party"],
        "organization": ["armed", "movement", "alliance", "international", "media", "company", "body"],
        "organisation": ["armed", "movement", "alliance", "international", "media", "company", "body"],
    ]
    private static let byWord: [String: String] = [
        "ministry": "ministry", "department": "ministry", "cabinet": "ministry", "office": "agency",
        "agency": "agency", "commission": "agency", "bureau": "agency", "police": "force", "army": "force",
        "forces": "force", "navy": "force", "guard": "force", "corps": "force", "parliament": "parliament",
        "senate": "parliament", "congress": "parliament", "assembly": "parliament", "house": "parliament",
        "council": "agency", "committee": "agency", "court": "court", "tribunal": "court", "party": "party",
        "movement": "movement", "front": "movement", "union": "body", "association": "body", "federation": "body",
        "society": "body", "brigades": "armed", "militia": "armed", "times": "media", "post": "media",
        "news": "media", "television": "media", "tv": "media", "radio": "media", "daily": "media", "press": "media",
        "herald": "media", "journal": "media", "newspaper": "media", "magazine": "media", "tribune": "media",
        "gazette": "media", "inc": "company", "corporation": "company", "corp": "company", "company": "company",
        "airlines": "company", "airways": "company", "group": "company", "bank": "company", "oil": "company",
        "university": "body", "institute": "body", "foundation": "body", "league": "alliance",
    ]
}
