import Annotations
import Testing

@testable import Linguistics

/// A CoNLL-U file whose columns are separated by spaces here.
private func file(_ text: String) -> [UInt8] {
    Array(
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("#") ? String(line) : line.split(separator: " ").joined(separator: "\t")
        }.joined(separator: "\n").utf8)
}

private let russian = """
    # newdoc id = a
    # text = Moscow didn't deny it.
    1 Moscow Moscow PROPN NNP Number=Sing 4 nsubj _ _
    2-3 didn't _ _ _ _ _ _ _ _
    2 did do AUX VBD Mood=Ind|Tense=Past 4 aux _ _
    3 n't not PART RB _ 4 advmod _ _
    4 deny deny VERB VB VerbForm=Inf 0 root _ _
    5 it it PRON PRP Case=Acc 4 obj _ SpaceAfter=No
    6 . . PUNCT . _ 4 punct _ _

    # newpar
    1 It it PRON PRP _ 2 nsubj _ _
    2 left leave VERB VBD _ 0 root _ _
    2.1 left leave VERB VBD _ _ _ _ _
    """

@Suite struct TreebankReaderTests {
    @Test func readsWordsTokensAndRawText() throws {
        let treebank = try TreebankReader.read(file(russian), file: "r.conllu")
        #expect(treebank.text == "Moscow didn't deny it.\n\nIt left ")
        let first = treebank.sentences[0]
        #expect(first.surface.map(\.form) == ["Moscow", "didn't", "deny", "it", "."])
        #expect(first.words.map(\.form) == ["Moscow", "did", "n't", "deny", "it", "."])
        #expect(first.words.map(\.head) == [3, 3, 3, -1, 3, 3])
        #expect(first.words[1].features == "Mood=Ind|Tense=Past")
        #expect(first.words[2].range == 10..<13)
        #expect(first.words.map(\.gluedToNext) == [false, true, false, false, true, false])
        #expect(treebank.sentences.map(\.opensParagraph) == [true, true])
    }

    @Test func writesWhatItReads() throws {
        let treebank = try TreebankReader.read(file(russian), file: "r.conllu")
        let text = TreebankWriter().text(treebank)
        #expect(text.contains("# text = Moscow didn't deny it.\n"))
        #expect(text.contains("2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"))
        #expect(try TreebankReader.read(Array(text.utf8), file: "w.conllu") == treebank)
    }

    @Test func takesCarriageReturnsAndByteOrderMarks() throws {
        let bytes =
            [0xEF, 0xBB, 0xBF]
            + Array(String(decoding: file(russian), as: UTF8.self).replacing("\n", with: "\r\n").utf8)
        #expect(try TreebankReader.read(bytes, file: "r") == TreebankReader.read(file(russian), file: "r"))
    }

    @Test(arguments: [
        ("1 a a NOUN _ _ 0 root _", 1, AnnotatedFileError.Problem.columns(9)),
        ("1 a a NOUN _ _ 0 root _ _\n3 b b NOUN _ _ 1 dep _ _", 2, .identifier("3")),
        ("1 a a NOUN _ _ x root _ _", 1, .head("x")),
        ("1 a a NOUN _ _ 0 root _ _\n2 b b NOUN _ _ 3 dep _ _", 2, .head("3")),
        ("1 a a NOUNS _ _ 0 root _ _", 1, .unknownTag("NOUNS")),
        ("1-2 ab _ _ _ _ _ _ _ _\n1 a a NOUN _ _ 0 root _ _\n", 3, .unfinishedToken("ab")),
        ("# nothing", 1, .empty),
    ])
    func saysWhereAFileIsWrong(_ text: String, _ line: Int, _ problem: AnnotatedFileError.Problem) {
        #expect(throws: AnnotatedFileError(file: "f", line: line, problem: problem)) {
            try TreebankReader.read(file(text), file: "f")
        }
    }

    @Test func saysWhereBytesAreNoText() {
        #expect(throws: AnnotatedFileError(file: "f", line: 2, problem: .notUTF8)) {
            try TreebankReader.read([0x23, 0x0A, 0xFF], file: "f")
        }
        #expect(AnnotatedFileError(file: "f", line: 2, problem: .notUTF8).description == "f:2: not UTF-8")
    }

    @Test func joinsAnalyzedWordsToTokens() {
        let sentences = Segmenter().segment(Document(id: "t", text: "It's theirs, the workers' gonna."))
        let surface = Treebank(analyzed: sentences).sentences[0].surface.map(\.form)
        #expect(surface == ["It's", "theirs", ",", "the", "workers'", "gonna", "."])
    }
}

@Suite struct NamedTextReaderTests {
    @Test func readsNames() throws {
        let text =
            "# newdoc id = a\n# text = x\nNew\tB-LOC\nYork\tI-LOC\nTimes\tI-ORG\tx\n#\tO\r\n\n"
            + "# newdoc id = b\nPutin\tB-PER\nAssad\tB-PER\n"
        let named = try NamedTextReader.read(Array(text.utf8), file: "n")
        #expect(named.sentences.map(\.forms) == [["New", "York", "Times", "#"], ["Putin", "Assad"]])
        #expect(
            named.sentences[0].names == [
                NamedText.Name(tokens: 0..<2, kind: "LOC"), NamedText.Name(tokens: 2..<3, kind: "ORG"),
            ])
        #expect(named.sentences[1].names.map(\.tokens) == [0..<1, 1..<2])
        #expect(named.documents == [0..<1, 1..<2])
        #expect(named.unanalyzed[1].tokens.map(\.range) == [17..<22, 23..<28])
    }

    @Test(arguments: ["Putin", "Putin\tX-PER", "Putin\tB-", "Putin\tPER"])
    func refusesOtherTags(_ line: String) {
        #expect(throws: AnnotatedFileError(file: "n", line: 2, problem: .nameTag(line))) {
            try NamedTextReader.read(Array("a\tO\n\(line)\n".utf8), file: "n")
        }
    }
}
