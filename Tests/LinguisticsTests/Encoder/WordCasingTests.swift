import Testing

@testable import Linguistics

@Suite("Casing and shape of words")
struct WordCasingTests {
    // The rows of shapes are those of the training code for the same words.
    @Test(
        "casing and shape are those of the training",
        arguments: [
            ("The", 6, 177), ("sheikh", 3, 364), ("in", 3, 402), ("-", 2, 139), ("a", 3, 19), ("F", 5, 405),
            ("16", 1, 496),
            (".", 2, 7),
        ])
    func equalsTraining(word: String, casing: Int32, shape: Int32) {
        #expect(WordCasing(word).casing == casing)
        #expect(WordCasing(word).shape == shape)
    }

    @Test(
        "every class of casing",
        arguments: [
            ("NATO", 4), ("U.S.", 4), ("McCain", 7), ("iPhone", 7), ("Jean-Paul", 7), ("Élan", 6), ("été", 3),
            ("F-16", 4), ("x2", 3),
            ("½", 2), ("²", 1), ("中国", 7), ("O'brien", 6), ("", 2),
        ])
    func classifies(word: String, casing: Int32) {
        #expect(WordCasing(word).casing == casing)
    }

    @Test("runs longer than three do not change the shape")
    func cutsRuns() {
        #expect(WordCasing("Troops").shape == WordCasing("Rebels").shape)
        #expect(WordCasing("Troops").shape == WordCasing("Governments").shape)
        #expect(WordCasing("Troops").shape != WordCasing("troops").shape)
    }
}
