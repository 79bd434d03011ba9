import Annotations
import Kernels

/// What the heads say of one sentence, as indices into the model's lists.
struct SentenceLabels: Sendable {
    var tags: ArraySlice<Int>
    var features: ArraySlice<Int>
    var lemmas: ArraySlice<Int>
    var names: [TagScheme.Span]
    /// What each name would score with each kind.
    var nameScores: [[String: Float]]
    var actors: [TagScheme.Span]
    /// The head of every word, -1 for the root.
    var heads: ArraySlice<Int>
    var relations: ArraySlice<Int>
}

/// The heads on top of the encoder: tags, features, lemmas, names, actors, arcs and their labels.
struct WordHeads: Sendable {
    private let trunk: Linear
    private let tag: Linear
    private let features: Linear
    private let lemma: Linear
    private let name: Linear
    private let actor: Linear
    private let arc: Linear
    private let label: Linear
    private let rootArc: [Float]
    private let rootLabel: [Float]
    private let names: TagScheme
    private let actors: TagScheme

    private static let block = 128
    /// The tagger finds more names than there are; the value is from the development sets, where 0.2 to 0.8 do alike.
    private static let nameCaution: Float = 0.5
    /// The blocks of the trunk; the first six pass through the activation.
    private enum Block: Int {
        case tag, lemma, name, actor, arcDependent, arcHead, labelDependent, labelHead

        var columns: Range<Int> { rawValue * WordHeads.block..<(rawValue + 1) * WordHeads.block }
    }

    /// Takes the heads from a model.
    init(_ model: ModelFile, width: Int) throws(ModelError) {
        let block = Self.block
        trunk = try Linear("trunk", in: model, inputs: width, outputs: 8 * block)
        tag = try Linear("upos", in: model, inputs: block, outputs: UniversalTag.allCases.count)
        features = try Linear("feats", in: model, inputs: block, outputs: model.features.count)
        lemma = try Linear("lemma", in: model, inputs: block, outputs: model.lemmaScripts.count)
        name = try Linear("name", in: model, inputs: block, outputs: model.nameTags.count)
        actor = try Linear("actor", in: model, inputs: block, outputs: model.actorTags.count)
        arc = try Linear("arc.U", in: model, inputs: block, outputs: block)
        label = try Linear("label", in: model, inputs: block, outputs: model.dependencyRelations.count)
        rootArc = try model.values("root.arc", shape: [block])
        rootLabel = try model.values("root.lab", shape: [block])
        names = try TagScheme(model.nameTags, field: "names", caution: Self.nameCaution)
        actors = try TagScheme(model.actorTags, field: "actors")
    }

    /// Labels every sentence of a batch, whose words' vectors are given.
    func label(
        _ words: Rows, _ batch: PieceBatch, _ workspace: Workspace, _ mark: StageMark? = nil
    ) -> [SentenceLabels] {
        mark?(.score)
        let blocks = workspace.rows(.trunk, count: words.count, width: 8 * Self.block)
        trunk.apply(words, to: blocks, workspace)
        blocks.columns(0..<6 * Self.block).applyGELU()
        let tags = best(tag, blocks, .tag, workspace)
        let features = best(features, blocks, .tag, workspace)
        let lemmas = best(lemma, blocks, .lemma, workspace)
        let names = spans(names, name, blocks, .name, batch, workspace, mark)
        let actors = spans(actors, actor, blocks, .actor, batch, workspace, mark)
        let heads = heads(blocks, batch, workspace, mark)
        let relations = relations(blocks, heads, batch, workspace)
        mark?(.decode)
        return (0..<batch.count).map { sentence in
            let range = batch.wordStarts[sentence]..<batch.wordStarts[sentence + 1]
            return SentenceLabels(
                tags: tags[range], features: features[range], lemmas: lemmas[range], names: names[sentence].spans,
                nameScores: names[sentence].kinds, actors: actors[sentence].spans, heads: heads[range],
                relations: relations[range])
        }
    }

    private func scores(_ head: Linear, _ input: Rows, _ workspace: Workspace) -> Rows {
        let scores = workspace.rows(.scores, count: input.count, width: head.outputs)
        head.apply(input, to: scores, workspace)
        return scores
    }

    private func best(_ head: Linear, _ blocks: Rows, _ block: Block, _ workspace: Workspace) -> [Int] {
        scores(head, blocks.columns(block.columns), workspace).indicesOfLargest()
    }

    private func spans(
        _ scheme: TagScheme, _ head: Linear, _ blocks: Rows, _ block: Block, _ batch: PieceBatch,
        _ workspace: Workspace, _ mark: StageMark?
    ) -> [(spans: [TagScheme.Span], kinds: [[String: Float]])] {
        let scores = scores(head, blocks.columns(block.columns), workspace)
        mark?(.decode)
        defer { mark?(.score) }
        return (0..<batch.count).map { sentence in
            let own = scores.rows(batch.wordStarts[sentence]..<batch.wordStarts[sentence + 1]).values()
            let spans = scheme.spans(scores: own)
            return (spans, spans.map { scheme.kindScores($0.tokens, scores: own) })
        }
    }

    private func heads(_ blocks: Rows, _ batch: PieceBatch, _ workspace: Workspace, _ mark: StageMark?) -> [Int] {
        let dependents = workspace.rows(.labels, count: blocks.count, width: Self.block)
        arc.apply(blocks.columns(Block.arcDependent.columns), to: dependents, workspace)
        var heads: [Int] = []
        heads.reserveCapacity(blocks.count)
        for sentence in 0..<batch.count {
            let range = batch.wordStarts[sentence]..<batch.wordStarts[sentence + 1]
            let candidates = workspace.rows(.words, count: range.count + 1, width: Self.block)
            candidates.set(row: 0, rootArc)
            candidates.rows(1..<range.count + 1).set(blocks.rows(range).columns(Block.arcHead.columns))
            let stride = (range.count + 1 + 7) & ~7
            let scores = workspace.rows(.scores, count: range.count, width: range.count + 1, stride: stride)
            dotProducts(dependents.rows(range), candidates, to: scores, workspace)
            mark?(.decode)
            heads += TreeDecoder.heads(scores: scores.values(), count: range.count)
            mark?(.score)
        }
        return heads
    }

    private func relations(_ blocks: Rows, _ heads: [Int], _ batch: PieceBatch, _ workspace: Workspace) -> [Int] {
        let hidden = workspace.rows(.labels, count: blocks.count, width: Self.block)
        hidden.set(blocks.columns(Block.labelDependent.columns))
        let headBlock = blocks.columns(Block.labelHead.columns)
        for sentence in 0..<batch.count {
            let start = batch.wordStarts[sentence]
            for word in start..<batch.wordStarts[sentence + 1] {
                if heads[word] < 0 {
                    hidden.add(row: word, rootLabel)
                } else {
                    hidden.add(row: word, headBlock, row: start + heads[word])
                }
            }
        }
        hidden.applyGELU()
        return scores(label, hidden, workspace).indicesOfLargest()
    }
}
