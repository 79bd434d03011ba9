/// Abbreviations that keep their period, and what may follow them.
enum Abbreviations {
    /// How an abbreviation behaves before the next word.
    enum Class: UInt8 {
        /// Stands before a name ("Gen.", "Mr."): the sentence goes on.
        case title
        /// Stands before a number ("No.", "pp."): an abbreviation only there.
        case number
        /// A month or day ("Sept."): an abbreviation when capitalized, mostly before a number.
        case date
        /// May end a sentence ("Inc.", "etc.", "Jr.", "Calif.").
        case last
        /// Goes on within the sentence ("vs.", "e.g.", "c.").
        case inner
        /// Letters with periods ("U.S.", "a.m.").
        case initials
        /// One capital letter ("J.").
        case initial
    }

    private static let words: [String: Class] = {
        var words: [String: Class] = [:]
        for (list, kind) in [
            (titles, Class.title), (numbers, .number), (dates, .date), (lasts, .last), (inners, .inner),
        ] {
            for word in list.split(separator: " ") { words[String(word)] = kind }
        }
        return words
    }()

    /// The class of a word that a period follows, in lower case; nil for a word that is no abbreviation.
    static func kind(_ key: String) -> Class? { words[key] }

    private static let titles = """
        mr mrs ms dr prof gen lt col maj capt cpt cmdr cdr adm brig sgt sgts cpl pvt gov govs sen sens rep reps rev hon pres \
        amb supt insp fr st ste mt ft messrs mme mlle att atty asst det spc spec pfc dep min msgr
        """
    private static let numbers = "no nos vol vols fig figs art arts sec secs para paras pp p ch chap ext op sect eq"
    private static let dates =
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    private static let lasts = """
        inc corp co cos ltd llc plc bros jr sr esq etc al ave blvd rd bldg dept depts univ assn assoc intl natl mfg dist est \
        ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore \
        pa penn que tenn tex va vt wash wis wyo ont oz lb lbs yr yrs hr hrs mins sq tel cont ed eds mob conf eve lv arrv
        """
    private static let inners = "vs v viz cf c ca approx attn esp eg ie incl excl et resp e.g i.e"
}
