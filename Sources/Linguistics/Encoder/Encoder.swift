import Kernels

/// The transformer: word pieces in, one vector per word out.
struct Encoder: Sendable {
    /// The number of values of a word's vector.
    let width: Int
    /// The most pieces that a sentence may have, the special ones included.
    let mostPieces: Int
    private let words: EmbeddingTable
    private let positions: EmbeddingTable
    private let casings: EmbeddingTable
    private let shapes: EmbeddingTable
    private let norm: LayerNorm
    private let layers: [EncoderLayer]

    private static let headWidth = 32

    /// Takes the encoder from a model; it has as many layers as the model names.
    init(_ model: ModelFile) throws(ModelError) {
        words = try EmbeddingTable("emb.word", in: model)
        width = words.width
        positions = try EmbeddingTable("emb.position", in: model, width: width)
        casings = try EmbeddingTable("emb.case", in: model, width: width)
        shapes = try EmbeddingTable("emb.shape", in: model, width: width)
        norm = try LayerNorm("emb.ln", in: model, width: width)
        mostPieces = positions.count
        var layers: [EncoderLayer] = []
        while model.has("layer.\(layers.count).qkv.weight") {
            layers.append(try EncoderLayer(layers.count, width: width, heads: width / Self.headWidth, in: model))
        }
        guard !layers.isEmpty else { throw .missing(tensor: "layer.0.qkv.weight") }
        self.layers = layers
    }

    /// The vectors of all words of a batch, row by row; they belong to the workspace until its next use.
    func encode(_ batch: PieceBatch, _ workspace: Workspace) -> Rows {
        let states = embed(batch, workspace)
        for layer in layers.dropLast() { layer.apply(states, batch, workspace) }
        return layers[layers.count - 1].applyLast(states, batch, workspace)
    }

    private func embed(_ batch: PieceBatch, _ workspace: Workspace) -> Rows {
        let states = workspace.rows(.states, count: batch.ids.count, width: width)
        for sentence in 0..<batch.count {
            let start = batch.pieceStarts[sentence]
            for row in start..<batch.pieceStarts[sentence + 1] {
                words.set(states, row: row, id: batch.ids[row])
                positions.add(states, row: row, id: Int32(row - start))
                casings.add(states, row: row, id: batch.casings[row])
                shapes.add(states, row: row, id: batch.shapes[row])
            }
        }
        norm.apply(states)
        return states
    }
}
