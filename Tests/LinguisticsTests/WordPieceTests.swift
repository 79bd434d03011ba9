import Testing

@testable import Linguistics

/// A vocabulary of our own: ids 0...100 are fillers up to `[UNK]`, the pieces follow.
private func splitter(_ pieces: [String]) -> WordPiece {
    WordPiece(vocabulary: (0..<100).map { "[unused\($0)]" } + ["[UNK]"] + pieces)
}

@Suite struct WordPieceTests {
    let words = splitter([
        "un", "##afford", "##able", "##aff", "unit", "-", "don", "'", "t", "cafe", "外", "交", "##s", "i", "straße", "##",
    ])

    @Test func takesTheLongestPieceFirst() {
        #expect(words.pieces(of: "unaffordable") == [101, 102, 103])
        #expect(words.pieces(of: "units") == [105, 113])
    }

    @Test func continuationsAreNotWords() {
        #expect(words.pieces(of: "able") == [WordPiece.unknown])
        #expect(words.pieces(of: "unun") == [WordPiece.unknown])
    }

    @Test func lowersCaseAndTakesAccentsOff() {
        #expect(words.pieces(of: "CAFÉ") == [110])
        #expect(words.pieces(of: "cafe\u{301}") == [110])
        #expect(words.pieces(of: "İ") == [114])
        #expect(words.pieces(of: "Straße") == [115])
    }

    @Test func setsPunctuationAndIdeographsApart() {
        #expect(words.pieces(of: "Don't-") == [107, 108, 109, 106])
        #expect(words.pieces(of: "外交") == [111, 112])
    }

    @Test func dropsControls() {
        #expect(words.pieces(of: "un\u{200B}i\u{0}t") == [105])
        #expect(words.pieces(of: "\u{200B}") == [WordPiece.unknown])
        #expect(words.pieces(of: "") == [WordPiece.unknown])
    }

    @Test func cutsLongWords() {
        #expect(words.pieces(of: String(repeating: "-", count: 30)).count == WordPiece.mostPieces)
        #expect(words.pieces(of: "un" + String(repeating: "s", count: 98)).count == WordPiece.mostPieces)
        #expect(words.pieces(of: "un" + String(repeating: "s", count: 99)) == [WordPiece.unknown])
    }

    @Test func appendsBehindOtherWords() {
        var ids: [Int32] = [1, 2]
        words.appendPieces(of: "xyz", to: &ids)
        words.appendPieces(of: "unit", to: &ids)
        #expect(ids == [1, 2, 100, 105])
    }

    @Test func decomposesHangul() {
        let korean = splitter(["\u{1112}", "##\u{1161}", "##\u{11AB}"])
        #expect(korean.pieces(of: "한") == [101, 102, 103])
        #expect(korean.pieces(of: "하") == [101, 102])
    }
}
