import Kernels

/// One layer of the encoder: attention within each sentence, then the feed-forward half.
struct EncoderLayer: Sendable {
    private let query: Linear
    private let keyValue: Linear
    private let projections: Linear
    private let out: Linear
    private let norm: LayerNorm
    private let feedForward: FeedForward
    private let attention: Attention
    private let width: Int

    /// Takes layer `index` from a model.
    init(_ index: Int, width: Int, heads: Int, in model: ModelFile) throws(ModelError) {
        let name = "layer.\(index)."
        projections = try Linear(name + "qkv", in: model, inputs: width, outputs: 3 * width)
        query = projections.outputs(0..<width)
        keyValue = projections.outputs(width..<3 * width)
        out = try Linear(name + "out", in: model, inputs: width, outputs: width)
        norm = try LayerNorm(name + "ln1", in: model, width: width)
        let up = try Linear(name + "up", in: model, inputs: width)
        feedForward = FeedForward(
            up: up, down: try Linear(name + "down", in: model, inputs: up.outputs, outputs: width),
            norm: try LayerNorm(name + "ln2", in: model, width: width))
        attention = Attention(heads: heads, headWidth: width / heads)
        self.width = width
    }

    /// Applies the layer to all pieces in place.
    func apply(_ states: Rows, _ batch: PieceBatch, _ workspace: Workspace) {
        let projected = workspace.rows(.projections, count: states.count, width: 3 * width)
        projections.apply(states, to: projected, workspace)
        let context = workspace.rows(.context, count: states.count, width: width)
        for sentence in 0..<batch.count {
            let pieces = batch.pieceStarts[sentence]..<batch.pieceStarts[sentence + 1]
            let rows = projected.rows(pieces)
            attention.apply(
                queries: rows.columns(0..<width), keys: rows.columns(width..<2 * width),
                values: rows.columns(2 * width..<3 * width), to: context.rows(pieces), workspace)
        }
        out.apply(context, addingTo: states, norm, workspace)
        feedForward.apply(states, workspace)
    }

    /// Applies the layer and returns only the rows of the words' first pieces, the others being of no use after it.
    func applyLast(_ states: Rows, _ batch: PieceBatch, _ workspace: Workspace) -> Rows {
        let words = workspace.rows(.wordStates, count: batch.firstPieces.count, width: width)
        words.gather(states, batch.firstPieces)
        let queries = workspace.rows(.words, count: words.count, width: width)
        query.apply(words, to: queries, workspace)
        let projected = workspace.rows(.projections, count: states.count, width: 2 * width)
        keyValue.apply(states, to: projected, workspace)
        let context = workspace.rows(.context, count: words.count, width: width)
        for sentence in 0..<batch.count {
            let rows = projected.rows(batch.pieceStarts[sentence]..<batch.pieceStarts[sentence + 1])
            let range = batch.wordStarts[sentence]..<batch.wordStarts[sentence + 1]
            attention.apply(
                queries: queries.rows(range), keys: rows.columns(0..<width), values: rows.columns(width..<2 * width),
                to: context.rows(range), workspace)
        }
        out.apply(context, addingTo: words, norm, workspace)
        feedForward.apply(words, workspace)
        return words
    }
}
