import Annotations
import Kernels

/// The learned scorer: for every ordered pair of mentions of a sentence, which relation and which status.
///
/// It reads the encoder's vectors of the sentence, so it costs no second pass over the text.
public struct RelationScorer: Sendable {
    /// The relations that `PairScores.relations` scores; index 0, none, is nil.
    public let relations: [Relation?]
    /// The statuses that `PairScores.statuses` scores.
    public let statuses: [Status]

    private let tokens: Linear
    private let paths: Linear
    private let hidden: Linear
    private let relation: Linear
    private let status: Linear
    private let distances: EmbeddingTable
    private let sources: EmbeddingTable
    private let targets: EmbeddingTable
    private let votes: EmbeddingTable
    private let voteRows: [Relation: Int32]

    private static let width = 256

    /// Takes the scorer from a model.
    ///
    /// - Throws: `ModelError` with what is missing or wrong.
    public init(model: ModelFile) throws(ModelError) {
        let width = Self.width
        relations = model.relations.enumerated().map { $0 == 0 ? nil : Relation(rawValue: $1) }
        statuses = model.statuses.compactMap(Status.init)
        guard statuses.count == model.statuses.count else { throw .field("statuses") }
        tokens = try Linear("pair.P", in: model, outputs: 4 * width)
        paths = try Linear("pair.Q", in: model, inputs: tokens.inputs, outputs: width)
        hidden = try Linear("pair.hidden", in: model, inputs: width, outputs: width)
        relation = try Linear("pair.relation", in: model, inputs: width, outputs: model.relations.count)
        status = try Linear("pair.status", in: model, inputs: width, outputs: model.statuses.count)
        distances = try EmbeddingTable("pair.dist", in: model, width: width)
        sources = try EmbeddingTable("pair.kindA", in: model, width: width)
        targets = try EmbeddingTable("pair.kindB", in: model, width: width)
        votes = try EmbeddingTable("pair.rule", in: model, width: width)
        let rows = model.relations.enumerated().dropFirst().map { (Relation(rawValue: $1), Int32($0)) }
        voteRows = Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The scores of all pairs of some sentences.
    ///
    /// Sentences without vectors, and pairs of mentions that overlap or lie outside, have no scores. One call for many
    /// sentences is faster than many calls; the scores are the same.
    ///
    /// - Parameter workspace: the thread's memory, where it has some.
    /// - Returns: for every request its scores, in the order of its pairs.
    public func score(_ requests: [ScoringRequest], _ workspace: Workspace = Workspace()) -> [[PairScores]] {
        var scores: [[PairScores]] = []
        scores.reserveCapacity(requests.count)
        var first = 0
        while first < requests.count {
            let end = batchEnd(requests, from: first)
            scores += score(requests[first..<end], workspace)
            first = end
        }
        return scores
    }

    private static let batchTokens = 512
    private static let batchPairs = 512

    /// The sentences that are computed together: about 512 tokens or pairs.
    private func batchEnd(_ requests: [ScoringRequest], from first: Int) -> Int {
        var end = first
        var (tokens, pairs) = (0, 0)
        while end < requests.count, end == first || (tokens < Self.batchTokens && pairs < Self.batchPairs) {
            if !requests[end].pairs.isEmpty { tokens += requests[end].sentence.tokens.count }
            pairs += requests[end].pairs.count
            end += 1
        }
        return end
    }

    private func score(_ requests: ArraySlice<ScoringRequest>, _ workspace: Workspace) -> [[PairScores]] {
        let jobs = requests.map { ScoringJob($0, width: tokens.inputs) }
        let active = jobs.filter { !$0.pairs.isEmpty }
        guard !active.isEmpty else { return jobs.map { _ in [] } }
        let projected = project(active, workspace)
        let pairs = active.flatMap(\.pairs)
        let inputs = workspace.rows(.pairInput, count: pairs.count, width: Self.width)
        var (row, base) = (0, 0)
        for job in active {
            let rows = projected.rows(base..<base + job.sentence.tokens.count)
            for pair in job.pairs {
                fill(inputs, row: row, pair, job, rows)
                row += 1
            }
            base += job.sentence.tokens.count
        }
        var scores = classify(inputs, pairs, workspace)[...]
        return jobs.map { job in
            defer { scores = scores.dropFirst(job.pairs.count) }
            return Array(scores.prefix(job.pairs.count))
        }
    }

    /// The blocks of all tokens: as part of a source, of a target, between, around, and on the path.
    private func project(_ jobs: [ScoringJob], _ workspace: Workspace) -> Rows {
        var vectors = QuantizedValues(width: tokens.inputs, codes: [], scales: [])
        for job in jobs {
            vectors.codes += job.vectors.codes
            vectors.scales += job.vectors.scales
        }
        let projected = workspace.rows(.pairTokens, count: vectors.scales.count, width: 5 * Self.width)
        tokens.apply(vectors, to: projected.columns(0..<4 * Self.width), workspace)
        paths.apply(vectors, to: projected.columns(4 * Self.width..<5 * Self.width), workspace)
        return projected
    }

    /// Writes what is known of one pair into a row: the first layer's sum.
    private func fill(_ inputs: Rows, row: Int, _ pair: PairQuery, _ job: ScoringJob, _ projected: Rows) {
        let block = { (index: Int) in projected.columns(index * Self.width..<(index + 1) * Self.width) }
        let (a, b) = (job.mentions[pair.source], job.mentions[pair.target])
        let count = job.sentence.tokens.count
        distances.set(inputs, row: row, id: PairFeatures.bucket(a.tokens, b.tokens))
        sources.add(inputs, row: row, id: a.type)
        targets.add(inputs, row: row, id: b.type)
        votes.add(inputs, row: row, id: pair.vote.flatMap { voteRows[$0] } ?? 0)
        inputs.addMean(of: block(0), a.tokens, toRow: row)
        inputs.addMean(of: block(1), b.tokens, toRow: row)
        inputs.addMaximum(of: block(2), Array(PairFeatures.between(a.tokens, b.tokens)), toRow: row)
        inputs.addMean(of: block(3), PairFeatures.window(a.tokens, b.tokens, count: count), toRow: row)
        let path = PairFeatures.path(job.chains[pair.source], job.chains[pair.target])
        inputs.addMaximum(of: block(4), path, toRow: row)
    }

    private func classify(_ inputs: Rows, _ pairs: [PairQuery], _ workspace: Workspace) -> [PairScores] {
        inputs.applyGELU()
        let middle = workspace.rows(.pairHidden, count: inputs.count, width: Self.width)
        hidden.apply(inputs, to: middle, activation: .gelu, workspace)
        let relations = workspace.rows(.pairOutput, count: inputs.count, width: relation.outputs)
        relation.apply(middle, to: relations, workspace)
        relations.applySoftmax()
        let statuses = workspace.rows(.scores, count: inputs.count, width: status.outputs)
        status.apply(middle, to: statuses, workspace)
        statuses.applySoftmax()
        return pairs.indices.map { index in
            PairScores(
                pair: pairs[index], relations: relations.values(row: index), statuses: statuses.values(row: index))
        }
    }
}
