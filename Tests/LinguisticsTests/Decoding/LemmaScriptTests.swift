import Testing

@testable import Linguistics

@Suite("Lemma scripts")
struct LemmaScriptTests {
    @Test(
        "scripts edit forms",
        arguments: [
            ("l|0||0|", "Troops", "troops"), ("k|0||0|", "Moscow", "Moscow"), ("l|0||1|", "Attacks", "attack"),
            ("l|0||3|y", "Allies", "ally"), ("=be", "was", "be"), ("l|2||0|", "unheard", "heard"),
            ("k|1|re|1|n", "abc", "rebn"),
            ("l|0||1|", "ÉTÉS", "été"), ("k|0||1|", "cafés", "café"), ("l|0||0||", "a", "a|"),
        ])
    func edits(script: String, form: String, lemma: String) throws {
        #expect(try #require(LemmaScript(script)).lemma(of: form, isProperNoun: false) == lemma)
    }

    @Test("a form too short for its script is lower-cased, a name kept")
    func fallsBack() throws {
        let script = try #require(LemmaScript("l|1||2|x"))
        #expect(script.lemma(of: "AB", isProperNoun: false) == "ab")
        #expect(script.lemma(of: "AB", isProperNoun: true) == "AB")
        #expect(script.lemma(of: "ABC", isProperNoun: true) == "x")
    }

    @Test("what is no script is refused", arguments: ["", "x|0||0|", "l|0||0", "l|a||0|", "l|-1||0|"])
    func refuses(script: String) {
        #expect(LemmaScript(script) == nil)
    }
}
