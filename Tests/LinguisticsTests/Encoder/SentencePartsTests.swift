import Testing

@testable import Linguistics

@Suite("Long sentences")
struct SentencePartsTests {
    @Test("a sentence within the limits is one part; no words, no parts")
    func keepsShort() {
        #expect(parts("a b c") == [0..<3])
        #expect(parts("") == [])
    }

    @Test("a longer one is cut after a comma in the last third, else at the limit")
    func cutsLong() {
        #expect(parts("a b c d , e f g") == [0..<5, 5..<8])
        #expect(parts("a , b c d e f g") == [0..<6, 6..<8])
    }

    @Test("parts keep to the number of pieces, and a word of too many pieces is a part of its own")
    func limitsPieces() {
        #expect(parts("abcd abcd abcd a", mostPieces: 8) == [0..<2, 2..<4])
        #expect(parts("abcd abcd", mostPieces: 3) == [0..<1, 1..<2])
    }

    @Test("batches hold parts of like length, the longest first, and every part once")
    func batches() {
        let parts = [5, 9, 3, 9, 7].enumerated().map {
            SentencePart(sentence: $0.offset, words: 0..<1, pieces: $0.element)
        }
        let batches = SentencePart.batches(parts, target: 16)
        #expect(batches.map { $0.map(\.sentence) } == [[1], [3, 4], [0, 2]])
        #expect(SentencePart.batches([], target: 16).isEmpty)
    }

    private func parts(_ text: String, mostPieces: Int = 100) -> [Range<Int>] {
        let words = text.split(separator: " ").map(String.init)
        let splitter = WordPiece(vocabulary: ["a", "b", "c", "d", "e", "f", "g", ",", "##b", "##c", "##d"])
        var sentence = EncodedSentence()
        for word in words { sentence.append(word, splitter) }
        return sentence.parts(mostWords: 6, mostPieces: mostPieces) { words[$0] == "," }
    }
}
