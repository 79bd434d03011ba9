import Knowledge

/// The pronouns that can refer to an actor, by lower-case form.
enum Pronouns {
    static let table: [String: PronounFeatures] = {
        var table: [String: PronounFeatures] = [:]
        for word in ["he", "him", "his", "himself"] {
            table[word] = PronounFeatures(person: 3, isPlural: false, gender: .male, isNeuter: false)
        }
        for word in ["she", "her", "hers", "herself"] {
            table[word] = PronounFeatures(person: 3, isPlural: false, gender: .female, isNeuter: false)
        }
        for word in ["it", "its", "itself"] {
            table[word] = PronounFeatures(person: 3, isPlural: false, gender: .unknown, isNeuter: true)
        }
        for word in ["they", "them", "their", "theirs", "themselves"] {
            table[word] = PronounFeatures(person: 3, isPlural: true, gender: .unknown, isNeuter: false)
        }
        for word in ["i", "me", "my", "mine", "myself"] {
            table[word] = PronounFeatures(person: 1, isPlural: false, gender: .unknown, isNeuter: false)
        }
        for word in ["we", "us", "our", "ours", "ourselves"] {
            table[word] = PronounFeatures(person: 1, isPlural: true, gender: .unknown, isNeuter: false)
        }
        return table
    }()
}
