import Annotations
import Testing

@testable import Linguistics

/// A sentence from `form/lemma/TAG/head/relation` items; `+` before an item joins its word to the token before.
private func sentence(_ items: String) -> Treebank.Sentence {
    var surface: [Treebank.SurfaceToken] = []
    var words: [Token] = []
    for item in items.split(separator: " ") {
        let parts = item.drop { $0 == "+" }.split(separator: "/").map(String.init)
        words.append(
            Token(
                range: 0..<0, form: parts[0], lemma: parts[1], tag: UniversalTag(rawValue: parts[2]) ?? .x,
                head: (Int(parts[3]) ?? 0) - 1, relation: parts[4]))
        if item.hasPrefix("+"), let last = surface.popLast() {
            surface.append(.init(form: last.form + parts[0], words: last.words.lowerBound..<words.count))
        } else {
            surface.append(.init(form: parts[0], words: words.count - 1..<words.count))
        }
    }
    return Treebank.Sentence(surface: surface, words: words)
}

private func scores(_ gold: [String], _ system: [String]) -> [Measure: Score] {
    TreebankComparison(gold: Treebank(sentences: gold.map(sentence)), system: Treebank(sentences: system.map(sentence)))
        .scores
}

@Suite struct TreebankComparisonTests {
    let gold = [
        "Moscow/Moscow/PROPN/4/nsubj did/do/AUX/4/aux +n't/not/PART/4/advmod deny/deny/VERB/0/root it/it/PRON/4/obj",
        "Assad/Assad/PROPN/2/nsubj:pass left/leave/VERB/0/root",
    ]

    @Test func goldAgainstItselfIsPerfect() {
        for (_, score) in scores(gold, gold) { #expect(score.f1 == 100) }
    }

    @Test func countsWrongTagsHeadsAndLemmas() {
        let system = [
            "Moscow/moscow/NOUN/4/nsubj did/do/AUX/4/aux +n't/not/PART/2/advmod deny/deny/VERB/0/root it/it/PRON/4/nsubj",
            "Assad/Assad/PROPN/2/nsubj left/leave/VERB/0/root",
        ]
        let scores = scores(gold, system)
        #expect(scores[.words] == Score(gold: 7, system: 7, correct: 7))
        #expect(scores[.upos] == Score(gold: 7, system: 7, correct: 6))
        #expect(scores[.lemmas] == Score(gold: 7, system: 7, correct: 6))
        #expect(scores[.uas] == Score(gold: 7, system: 7, correct: 6))
        // The subtype of a relation does not count.
        #expect(scores[.las] == Score(gold: 7, system: 7, correct: 5))
        // Only `aux` is no content word; "n't" and "it" are wrong.
        #expect(scores[.clas] == Score(gold: 6, system: 6, correct: 4))
    }

    @Test func alignsWordsThatAreCutOtherwise() {
        let system = [
            "Moscow/Moscow/PROPN/3/nsubj didn't/do/AUX/3/aux deny/deny/VERB/0/root it/it/PRON/3/obj Assad/Assad/PROPN/3/obj",
            "left/leave/VERB/0/root",
        ]
        let scores = scores(gold, system)
        #expect(scores[.tokens] == Score(gold: 6, system: 6, correct: 6))
        #expect(scores[.sentences] == Score(gold: 2, system: 2, correct: 0))
        #expect(scores[.words] == Score(gold: 7, system: 6, correct: 5))
        #expect(scores[.uas] == Score(gold: 7, system: 6, correct: 4))
    }

    @Test func alignsInsideMultiwordTokensByForm() {
        let scores = scores(
            ["a/a/DET/0/root +lot/lot/NOUN/1/dep +of/of/ADP/1/case"],
            ["a/a/DET/0/root +lo/lo/NOUN/1/dep +t/t/X/1/dep +of/of/ADP/1/case"])
        #expect(scores[.words] == Score(gold: 3, system: 4, correct: 2))
        #expect(scores[.tokens] == Score(gold: 1, system: 1, correct: 1))
    }

    @Test func universalFeaturesAlone() {
        #expect(UniversalFeatures.only("Number=Sing|NumForm=Word|Case=Nom") == "Case=Nom|Number=Sing")
        #expect(UniversalFeatures.only("") == "")
    }
}

@Suite struct NameComparisonTests {
    @Test func countsExactSpansByKind() {
        let gold = [
            NamedText.Sentence(
                forms: ["Russian", "Prime", "Minister", "Putin", "in", "New", "York"],
                names: [
                    .init(tokens: 0..<1, kind: "MISC"), .init(tokens: 3..<4, kind: "PER"),
                    .init(tokens: 5..<7, kind: "LOC"),
                ])
        ]
        let system = [
            [
                NameSpan(tokens: 0..<1, kind: .demonym), NameSpan(tokens: 3..<4, kind: .organization),
                NameSpan(tokens: 5..<7, kind: .place),
            ]
        ]
        let names = NameComparison(gold: gold, system: system)
        #expect(names.total == Score(gold: 2, system: 2, correct: 1))
        #expect(names.byKind["NORP"] == Score(gold: 1, system: 1, correct: 1))
        #expect(names.byKind["PER"] == Score(gold: 1, system: 0, correct: 0))
        #expect(
            names.json == """
                {"names": {"precision": 50.00, "recall": 50.00, "f1": 50.00, "byKind": \
                {"LOC": {"precision": 100.00, "recall": 100.00, "f1": 100.00}, \
                "NORP": {"precision": 100.00, "recall": 100.00, "f1": 100.00}, \
                "ORG": {"precision": 0.00, "recall": 0.00, "f1": 0.00}, "PER": {"precision": 0.00, "recall": 0.00, "f1": 0.00}}}}
                """)
    }
}

@Suite struct EvaluatorTests {
    @Test func measuresGoldTokensAndRawText() {
        let gold = Treebank(sentences: [
            sentence("He/he/PRON/2/nsubj left/leave/VERB/0/root ././PUNCT/2/punct"),
            sentence("She/she/PRON/2/nsubj left/leave/VERB/0/root ././PUNCT/2/punct"),
        ])
        let evaluator = Evaluator { sentences, _ in
            sentences.map { sentence in
                var sentence = sentence
                for index in sentence.tokens.indices { sentence.tokens[index].tag = index == 1 ? .verb : .punct }
                return sentence
            }
        }
        let report = evaluator.evaluate(gold)
        #expect(report.gold[.upos] == Score(gold: 6, system: 6, correct: 4))
        #expect(report.raw[.sentences] == Score(gold: 2, system: 2, correct: 2))
        #expect(report.raw[.tokens]?.f1 == 100)
        #expect(report.json.hasPrefix("{\"gold\": {\"upos\": 66.67, \"uas\": "))
        #expect(report.table.contains("upos      66.67  66.67\n"))
    }
}

@Test func theSplitterHasAllItsWeights() {
    #expect(BoundaryModel.isComplete)
}
