/// Words that, capitalized in running text, almost always begin a sentence.
enum SentenceOpeners {
    static func contains(_ key: String) -> Bool { words.contains(key) }

    private static let words = Set(
        """
        the a an this that these those he she it they we you i his her its their our my there here but and or so yet for if when \
        while although though because since as after before until once however meanwhile moreover furthermore also then thus \
        therefore in on at by from with without under over during despite according some many most several all both each every \
        no not one what who why where how which earlier later last next now today yesterday still instead even only other others \
        such more much few let please do does did is are was were will would can could should have has had asked speaking
        """.split(separator: " ").map(String.init))
}
