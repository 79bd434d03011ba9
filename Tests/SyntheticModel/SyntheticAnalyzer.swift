/// A tiny analyzer with random weights that has every part of the real one.
public enum SyntheticAnalyzer {
    /// The width of its vectors.
    public static let width = 64
    /// The number of its layers.
    public static let layers = 2
    private static let inner = 128
    private static let block = 128

    /// The word pieces: special ones at their usual places, letters, and some words.
    public static let vocabulary: [String] = {
        var pieces = (0..<104).map { "[unused\($0)]" }
        pieces.replaceSubrange(100...103, with: ["[UNK]", "[CLS]", "[SEP]", "[MASK]"])
        pieces += "abcdefghijklmnopqrstuvwxyz0123456789.,;-".map(String.init)
        pieces += "abcdefghijklmnopqrstuvwxyz0123456789".map { "##\($0)" }
        return pieces + ["the", "russia", "attack", "##ed", "and", "troops"]
    }()

    /// The dependency relations.
    public static let relations = ["nsubj", "obj", "root", "nmod:poss", "parataxis"]
    /// The relations of pairs.
    public static let pairRelations = ["none", "backs", "attacks", "meets"]

    /// A model, the same for the same seed.
    public static func model(seed: UInt64 = 1) -> ModelBuilder {
        var model = ModelBuilder(seed: seed)
        addLists(&model)
        addEncoder(&model)
        addHeads(&model)
        addPairs(&model)
        return model
    }

    private static func tags(_ kinds: [String]) -> [String] {
        ["O"] + kinds.flatMap { kind in "BIES".map { "\($0)-\(kind)" } }
    }

    private static func addLists(_ model: inout ModelBuilder) {
        model.setList("vocabulary", vocabulary)
        model.setList("feats", ["_", "Number=Sing", "Number=Plur"])
        model.setList("lemmas", ["l|0||0|", "k|0||0|", "l|0||1|", "l|0||2|y", "=be"])
        model.setList("relations_ud", relations)
        model.setList("names", tags(["PER", "ORG", "LOC", "NORP"]))
        model.setList("actors", tags(["person", "state", "organization", "place", "group"]))
        model.setList("relations", pairRelations)
        model.setList("statuses", ["asserted", "denied", "alleged", "planned", "hypothetical"])
    }

    private static func addEncoder(_ model: inout ModelBuilder) {
        model.addBytes("emb.word", [vocabulary.count, width], scales: "emb.word.scale", largest: 127)
        model.addFloats("emb.position", [512, width])
        model.addFloats("emb.case", [8, width])
        model.addBytes("emb.shape", [512, width], scales: "emb.shape.scale", largest: 127)
        model.addNorm("emb.ln", width: width)
        for layer in 0..<layers {
            // Small weights keep the attention from being all or nothing, when rounding could turn it over.
            model.addLinear("layer.\(layer).qkv", inputs: width, outputs: 3 * width, scale: 0.0015)
            model.addLinear("layer.\(layer).out", inputs: width, outputs: width)
            model.addLinear("layer.\(layer).up", inputs: width, outputs: inner)
            model.addLinear("layer.\(layer).down", inputs: inner, outputs: width)
            model.addNorm("layer.\(layer).ln1", width: width)
            model.addNorm("layer.\(layer).ln2", width: width)
        }
    }

    private static func addHeads(_ model: inout ModelBuilder) {
        model.addLinear("trunk", inputs: width, outputs: 8 * block)
        let sizes = [
            ("upos", 17), ("feats", 3), ("lemma", 5), ("name", 17), ("actor", 21), ("arc.U", block), ("label", 5),
        ]
        for (name, outputs) in sizes { model.addLinear(name, inputs: block, outputs: outputs) }
        model.addFloats("root.arc", [block])
        model.addFloats("root.lab", [block])
    }

    private static func addPairs(_ model: inout ModelBuilder) {
        model.addLinear("pair.P", inputs: width, outputs: 1024)
        model.addLinear("pair.Q", inputs: width, outputs: 256)
        for (name, rows) in [("dist", 24), ("kindA", 20), ("kindB", 20), ("rule", pairRelations.count)] {
            model.addFloats("pair." + name, [rows, 256])
        }
        model.addLinear("pair.hidden", inputs: 256, outputs: 256)
        model.addLinear("pair.relation", inputs: 256, outputs: pairRelations.count)
        model.addLinear("pair.status", inputs: 256, outputs: 5)
    }
}
