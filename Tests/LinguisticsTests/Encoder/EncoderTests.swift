import Kernels
import SyntheticModel
import Testing

@testable import Linguistics

@Suite("Encoder and heads against plain loops")
struct EncoderTests {
    private let builder: ModelBuilder
    private let model: ModelFile
    private let width = SyntheticAnalyzer.width
    private let sentence = "The Russia attacked , and NATO-led troops x1 attack Russia ."

    init() throws {
        builder = SyntheticAnalyzer.model()
        model = try ModelFile(ModelMemory(copying: builder.file()))
    }

    @Test("word vectors equal the reference")
    func encodes() throws {
        let batch = makeBatch([sentence])
        let got = try encode(batch)
        let rounded = encode(batch, rounds: true)
        #expect(ReferenceMath.difference(got, rounded) < 0.02)
        #expect(ReferenceMath.difference(got, encode(batch, rounds: false)) < 0.1)
    }

    @Test("tags, heads and relations equal the reference's where its scores are not near ties")
    func labels() throws {
        let batch = makeBatch([sentence])
        let workspace = Workspace()
        let vectors = try Encoder(model).encode(batch, workspace)
        let y = (0..<vectors.count).map(vectors.values(row:))
        let labels = try withExtendedLifetime(workspace) {
            try WordHeads(model, width: width).label(vectors, batch, workspace)[0]
        }
        let math = ReferenceMath(builder.values, rounds: true)
        let blocks = blocks(math, y)
        expect(Array(labels.tags), best: math.linear("upos", blocks[0]))
        expect(Array(labels.features), best: math.linear("feats", blocks[0]))
        expect(Array(labels.lemmas), best: math.linear("lemma", blocks[1]))
        let heads = [math.tensor("root.arc")] + blocks[5]
        let arcs = math.linear("arc.U", blocks[4]).map { a in
            heads.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        #expect(Array(labels.heads) == TreeDecoder.heads(scores: arcs.flatMap { $0 }, count: y.count))
        let sides = [math.tensor("root.lab")] + blocks[7]
        let hidden = ReferenceMath.gelu(zip(blocks[6], labels.heads).map { zip($0, sides[$1 + 1]).map(+) })
        expect(Array(labels.relations), best: math.linear("label", hidden))
    }

    @Test("a sentence's vectors do not depend on the sentences around it")
    func isIndependentOfBatch() throws {
        let others = [
            "russia", "the troops and the troops and the troops , attacked", "a b c d e f g h ; i j k l m n o p",
        ]
        let batch = makeBatch(others + [sentence] + others)
        let range = batch.wordStarts[3]..<batch.wordStarts[4]
        #expect(try Array(encode(batch)[range]) == encode(makeBatch([sentence])))
    }

    @Test("a model without some layer's tensor, or with a wrong list, is refused")
    func refusesIncomplete() throws {
        var broken = builder
        broken.setList("lemmas", ["l|0||0|"])
        let file = broken.file()
        #expect(throws: ModelError.self) { try Analyzer(model: ModelFile(ModelMemory(copying: file))) }
        let empty = ModelBuilder(seed: 1).file()
        #expect(throws: ModelError.missing(tensor: "emb.word")) {
            try Analyzer(model: ModelFile(ModelMemory(copying: empty)))
        }
    }

    /// The vectors of all words, copied out of the workspace before it goes.
    private func encode(_ batch: PieceBatch) throws -> [[Float]] {
        let workspace = Workspace()
        return try withExtendedLifetime(workspace) {
            let vectors = try Encoder(model).encode(batch, workspace)
            return (0..<vectors.count).map(vectors.values(row:))
        }
    }

    private func makeBatch(_ sentences: [String]) -> PieceBatch {
        let splitter = WordPiece(vocabulary: SyntheticAnalyzer.vocabulary)
        var batch = PieceBatch()
        for sentence in sentences {
            var encoded = EncodedSentence()
            for word in sentence.split(separator: " ") { encoded.append(String(word), splitter) }
            batch.append(encoded, words: 0..<encoded.count)
        }
        return batch
    }

    private func expect(_ indices: [Int], best scores: [[Float]]) {
        for (index, line) in zip(indices, scores) {
            #expect(line[index] > (line.max() ?? 0) - 0.02)
        }
    }

    private func blocks(_ math: ReferenceMath, _ y: [[Float]]) -> [[[Float]]] {
        let trunk = math.linear("trunk", y)
        return (0..<8).map { block in
            let part = trunk.map { Array($0[block * 128..<(block + 1) * 128]) }
            return block < 6 ? ReferenceMath.gelu(part) : part
        }
    }

    private func encode(_ batch: PieceBatch, rounds: Bool) -> [[Float]] {
        let math = ReferenceMath(builder.values, rounds: rounds)
        var x = math.norm(
            "emb.ln",
            batch.ids.indices.map { row in
                let tables = [
                    math.row("emb.word", Int(batch.ids[row]), width: width),
                    math.row("emb.position", row, width: width),
                    math.row("emb.case", Int(batch.casings[row]), width: width),
                    math.row("emb.shape", Int(batch.shapes[row]), width: width),
                ]
                return (0..<width).map { column in tables.reduce(0) { $0 + $1[column] } }
            })
        for layer in 0..<SyntheticAnalyzer.layers {
            let name = "layer.\(layer)."
            let parts = math.linear(name + "qkv", x)
            let columns = { (part: Int) in parts.map { Array($0[part * width..<(part + 1) * width]) } }
            let context = ReferenceMath.attention(columns(0), columns(1), columns(2), headWidth: 32)
            x = math.norm(name + "ln1", ReferenceMath.sum(x, math.linear(name + "out", context)))
            let middle = ReferenceMath.gelu(math.linear(name + "up", x))
            x = math.norm(name + "ln2", ReferenceMath.sum(x, math.linear(name + "down", middle)))
        }
        return batch.firstPieces.map { x[Int($0)] }
    }
}
