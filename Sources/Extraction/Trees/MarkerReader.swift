import Annotations

/// Finds the function words that mark nouns and clauses while a tree is indexed.
struct MarkerReader {
    let tokens: [Token]
    let forms: [String]
    let links: [Link]
    let children: ChildList

    /// The function words that mark a noun or clause, possessive marks apart; where it has none of its own, those that
    /// hang on its modifiers.
    func markers(_ token: Int) -> [Int] {
        let own = children[token].filter { isMarker($0) }
        if !own.isEmpty || tokens[token].tag == .verb { return own }
        return children[token].filter { $0 < token && isModifier(links[$0]) }.flatMap { modifier in
            children[modifier].filter { links[$0] == .marker && isMarker($0) }
        }
    }

    /// A function word with its fixed parts, in lower case, joined by `_`; empty for other words.
    func phrase(_ token: Int) -> String {
        guard links[token] == .marker || links[token] == .mark else { return "" }
        var text = forms[token]
        for part in children[token] where links[part] == .fixed { text += "_" + forms[part] }
        return text
    }

    private func isModifier(_ link: Link) -> Bool {
        switch link {
        case .compound, .amod, .nmod, .flat, .det, .nummod: return true
        default: return false
        }
    }

    private func isMarker(_ token: Int) -> Bool {
        guard links[token] == .marker || links[token] == .mark else { return false }
        let form = tokens[token].form
        return form != "'s" && form != "’s" && form != "'" && form != "’"
    }
}
