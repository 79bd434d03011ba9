/// A trained model: names, vocabulary and tensors, read where they lie.
///
/// The file is `ENTENTE1`, the length of the header as a 32-bit little-endian number, the header (JSON), padding to a
/// multiple of 64 bytes, then the tensors, each aligned to 64. Training/README.md has the format in full.
public struct ModelFile: Sendable {
    /// The version that this program reads.
    public static let version = 1
    private static let magic = Array("ENTENTE1".utf8)

    /// The word pieces; the index is the id.
    public let vocabulary: [String]
    /// The morphological feature strings of the tagger; `_` stands for none.
    public let features: [String]
    /// The lemma edit scripts.
    public let lemmaScripts: [String]
    /// Lemmas of frequent words: sorted lines of form, tab, tag, tab, lemma; empty where a model has none.
    public let lemmaLexicon: String
    /// The dependency relations.
    public let dependencyRelations: [String]
    /// The name tags (`O`, `B-PER` ...).
    public let nameTags: [String]
    /// The actor tags.
    public let actorTags: [String]
    /// The outputs of the pair scorer: `none`, then relations.
    public let relations: [String]
    /// The statuses of the pair scorer.
    public let statuses: [String]

    private struct Entry {
        let type: String
        let shape: [Int]
        let offset: Int
        let scales: String?
    }

    private let memory: ModelMemory
    private let entries: [String: Entry]
    private let tensorArea: Int

    /// Reads the header of a model in memory.
    public init(_ memory: ModelMemory) throws(ModelError) {
        let bytes = memory.bytes
        guard bytes.count >= 12, bytes.prefix(8).elementsEqual(Self.magic) else { throw .notAModel(size: bytes.count) }
        let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
        guard length <= bytes.count - 12 else { throw .truncatedHeader(needed: length + 12, size: bytes.count) }
        var reader = JSONReader(UnsafeRawBufferPointer(rebasing: bytes[12..<12 + length]))
        let header = try reader.read()
        guard let version = header["version"]?.integer else { throw .field("version") }
        guard version == Self.version else { throw .version(version) }
        vocabulary = try Self.strings("vocabulary", header)
        features = try Self.strings("feats", header)
        lemmaScripts = try Self.strings("lemmas", header)
        lemmaLexicon = header["lexicon"]?.string ?? ""
        dependencyRelations = try Self.strings("relations_ud", header)
        nameTags = try Self.strings("names", header)
        actorTags = try Self.strings("actors", header)
        relations = try Self.strings("relations", header)
        statuses = try Self.strings("statuses", header)
        entries = try Self.entries(header)
        tensorArea = (12 + length + 63) & ~63
        self.memory = memory
    }

    private static func strings(_ name: String, _ header: JSONValue) throws(ModelError) -> [String] {
        guard let strings = header[name]?.array(\.string) else { throw .field(name) }
        return strings
    }

    private static func entries(_ header: JSONValue) throws(ModelError) -> [String: Entry] {
        guard case .object(let tensors)? = header["tensors"] else { throw .field("tensors") }
        var entries: [String: Entry] = [:]
        for (name, value) in tensors {
            guard let type = value["dtype"]?.string, let shape = value["shape"]?.array(\.integer),
                let offset = value["offset"]?.integer
            else { throw .field("tensors." + name) }
            entries[name] = Entry(type: type, shape: shape, offset: offset, scales: value["scales"]?.string)
        }
        return entries
    }

    /// True where the model has a tensor of that name.
    public func has(_ name: String) -> Bool { entries[name] != nil }

    /// The values of a tensor of floats, as a copy.
    public func values(_ name: String, shape: [Int]) throws(ModelError) -> [Float] {
        let tensor = try floats(name, shape: shape)
        return Array(UnsafeBufferPointer(start: tensor.base, count: shape.reduce(1, *)))
    }

    /// A tensor of bytes.
    func bytes(_ name: String) throws(ModelError) -> ByteTensor {
        let (entry, start) = try place(name, type: "i8", size: 1)
        return ByteTensor(memory: memory, start: start, shape: entry.shape)
    }

    /// A tensor of floats.
    func floats(_ name: String) throws(ModelError) -> FloatTensor {
        let (entry, start) = try place(name, type: "f32", size: 4)
        return FloatTensor(memory: memory, start: start, shape: entry.shape)
    }

    /// A tensor of floats of a shape.
    func floats(_ name: String, shape: [Int]) throws(ModelError) -> FloatTensor {
        let tensor = try floats(name)
        guard tensor.shape == shape else { throw .shape(tensor: name, found: tensor.shape, expected: "\(shape)") }
        return tensor
    }

    /// True where a tensor holds floats.
    func isFloat(_ name: String) -> Bool { entries[name]?.type == "f32" }

    /// The name of the scales of a tensor of bytes.
    func scalesName(_ name: String) -> String { entries[name]?.scales ?? name + ".scale" }

    private func place(_ name: String, type: String, size: Int) throws(ModelError) -> (Entry, Int) {
        guard let entry = entries[name] else { throw .missing(tensor: name) }
        guard entry.type == type else { throw .type(tensor: name, found: entry.type, expected: type) }
        let available = memory.bytes.count - tensorArea
        guard entry.shape.allSatisfy({ $0 > 0 && $0 <= available }), entry.shape.count <= 2 else {
            throw .shape(tensor: name, found: entry.shape, expected: "one or two positive sizes that fit the file")
        }
        let (count, overflow) = entry.shape.reduce((1, false)) { product, next in
            let result = product.0.multipliedReportingOverflow(by: next)
            return (result.partialValue, product.1 || result.overflow)
        }
        guard !overflow, entry.offset >= 0, count <= available / size, entry.offset <= available - count * size,
            let base = memory.bytes.baseAddress, (Int(bitPattern: base) + tensorArea + entry.offset) % size == 0
        else { throw .place(tensor: name) }
        return (entry, tensorArea + entry.offset)
    }
}
