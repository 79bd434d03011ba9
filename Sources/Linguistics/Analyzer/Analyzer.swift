import Annotations
import Kernels

/// Text in, sentences with tags, lemmas, trees and names out.
///
/// The result depends on the text alone: not on the number of threads, nor on what else is analyzed in the same call.
public struct Analyzer: Sendable {
    private let wordPiece: WordPiece
    private let encoder: Encoder
    private let heads: WordHeads
    private let filler: TokenFiller
    private let adherents: Set<String>

    /// Longer sentences are analyzed in parts, so that the cost stays linear in the length of the text.
    static let mostWords = 180
    private static let mostPieces = 400
    /// The pieces of a batch: enough rows to keep the integer products busy, few enough to stay in the cache.
    private static let batchPieces = 512

    /// Takes the encoder and the heads from a model.
    ///
    /// - Parameters:
    ///   - model: the weights and lists.
    ///   - adherents: words of religions and parties in lower case ("sunni"). Corpora do not agree on them and the model
    ///     was not trained on them; a name of such words alone is a demonym.
    /// - Throws: `ModelError` with what is missing or wrong.
    public init(model: ModelFile, adherents: Set<String> = []) throws(ModelError) {
        self.adherents = adherents
        wordPiece = WordPiece(vocabulary: model.vocabulary)
        encoder = try Encoder(model)
        heads = try WordHeads(model, width: encoder.width)
        filler = try TokenFiller(model)
    }

    /// Analyzes sentences whose tokens are given.
    ///
    /// - Parameters:
    ///   - sentences: sentences with the ranges and forms of their tokens.
    ///   - threads: how many threads may work.
    ///   - documents: where the documents lie that the sentences come from; in each of them a name that is written the
    ///     same has one kind.
    /// - Returns: the same sentences with all that the model says of them.
    public func annotate(_ sentences: [Sentence], threads: Int = 1, documents: [Range<Int>] = []) -> [Sentence] {
        annotate(sentences, threads: threads, documents: documents, mark: nil)
    }

    func annotate(_ sentences: [Sentence], threads: Int, documents: [Range<Int>], mark: StageMark?) -> [Sentence] {
        mark?(.encode)
        let encoded = encode(sentences, threads: threads)
        let parts = parts(sentences, encoded)
        let batches = SentencePart.batches(parts, target: Self.batchPieces)
        let analyzed = Workers.map(count: batches.count, threads: threads) { index, workspace in
            analyze(batches[index], sentences, encoded, workspace, mark)
        }
        mark?(.join)
        return join(sentences, documents, zip(batches.joined(), analyzed.joined()).map { ($0, $1) })
    }

    private static let sentencesPerJob = 64

    /// Splits all words into pieces.
    private func encode(_ sentences: [Sentence], threads: Int) -> [EncodedSentence] {
        let jobs = (sentences.count + Self.sentencesPerJob - 1) / Self.sentencesPerJob
        return Workers.map(count: jobs, threads: threads) { job, _ in
            let range = job * Self.sentencesPerJob..<min((job + 1) * Self.sentencesPerJob, sentences.count)
            return sentences[range].map { sentence in
                var encoded = EncodedSentence()
                for token in sentence.tokens { encoded.append(token.form, wordPiece) }
                return encoded
            }
        }.flatMap { $0 }
    }

    private func parts(_ sentences: [Sentence], _ encoded: [EncodedSentence]) -> [SentencePart] {
        let mostPieces = min(Self.mostPieces, encoder.mostPieces) - 2
        return sentences.indices.flatMap { index in
            encoded[index].parts(mostWords: Self.mostWords, mostPieces: mostPieces) { word in
                sentences[index].tokens[word].form.utf8.elementsEqual([UInt8(ascii: ",")])
                    || sentences[index].tokens[word].form.utf8.elementsEqual([UInt8(ascii: ";")])
            }.map { SentencePart(sentence: index, words: $0, pieces: encoded[index].pieceCount($0) + 2) }
        }
    }

    private func analyze(
        _ parts: [SentencePart], _ sentences: [Sentence], _ encoded: [EncodedSentence], _ workspace: Workspace,
        _ mark: StageMark?
    ) -> [AnalyzedPart] {
        mark?(.encode)
        var batch = PieceBatch()
        for part in parts { batch.append(encoded[part.sentence], words: part.words) }
        let words = encoder.encode(batch, workspace)
        let labels = heads.label(words, batch, workspace, mark)
        return parts.indices.map { index in
            let rows = batch.wordStarts[index]..<batch.wordStarts[index + 1]
            let tokens = sentences[parts[index].sentence].tokens[parts[index].words]
            let names = zip(labels[index].names, labels[index].nameScores).compactMap { name($0, $1, tokens) }
            return AnalyzedPart(
                tokens: filler.fill(tokens, labels[index]),
                names: names.map(\.span), nameScores: names.map(\.scores),
                actors: labels[index].actors.compactMap { span in
                    EntityKind(rawValue: span.kind).map { ActorSpan(tokens: span.tokens, kind: $0) }
                },
                vectors: words.rows(rows).quantized(workspace))
        }
    }

    private func name(_ span: TagScheme.Span, _ scores: [String: Float], _ tokens: ArraySlice<Token>)
        -> (span: NameSpan, scores: [NameKind: Float])?
    {
        let words = tokens[tokens.startIndex + span.tokens.lowerBound..<tokens.startIndex + span.tokens.upperBound]
        let isPeople = words.allSatisfy { adherents.contains($0.form.lowercased()) }
        if isPeople { return (NameSpan(tokens: span.tokens, kind: .demonym), [:]) }
        let known = scores.compactMap { kind, score in NameKind(rawValue: kind).map { ($0, score) } }
        return NameKind(rawValue: span.kind).map {
            (NameSpan(tokens: span.tokens, kind: $0), Dictionary(known, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// Puts the parts, which come in the order of the batches, back into their sentences.
    private func join(_ sentences: [Sentence], _ documents: [Range<Int>], _ parts: [(SentencePart, AnalyzedPart)])
        -> [Sentence]
    {
        var wholes = [AnalyzedPart?](repeating: nil, count: sentences.count)
        let order = parts.indices.sorted {
            (parts[$0].0.sentence, parts[$0].0.words.lowerBound) < (parts[$1].0.sentence, parts[$1].0.words.lowerBound)
        }
        for index in order {
            let (part, analyzed) = parts[index]
            if wholes[part.sentence] == nil {
                wholes[part.sentence] = analyzed
            } else {
                wholes[part.sentence]?.append(analyzed)
            }
        }
        for document in documents { NameKinds(sentences, wholes, document).unify(&wholes) }
        return zip(sentences, wholes).map { sentence, whole in
            guard let whole else { return sentence }
            var sentence = sentence
            sentence.tokens = whole.tokens
            sentence.names = whole.names
            sentence.actors = whole.actors
            sentence.vectors = TokenVectors(
                width: whole.vectors.width, codes: whole.vectors.codes, scales: whole.vectors.scales)
            return sentence
        }
    }
}
