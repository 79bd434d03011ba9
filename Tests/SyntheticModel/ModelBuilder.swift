/// Writes model files with random tensors, and remembers what the tensors stand for.
public struct ModelBuilder {
    /// The values of every tensor; of bytes, times their scales.
    public private(set) var values: [String: [Float]] = [:]
    /// The header's fields besides the tensors, as JSON.
    public var fields: [String: String] = ["version": "1"]
    private var data: [UInt8] = []
    private var tensors: [String: String] = [:]
    private var numbers: SeededNumbers

    /// Starts an empty model.
    public init(seed: UInt64) {
        numbers = SeededNumbers(seed)
        for name in ["vocabulary", "feats", "lemmas", "relations_ud", "names", "actors", "relations", "statuses"] {
            setList(name, [])
        }
    }

    /// Sets a list of strings of the header.
    public mutating func setList(_ name: String, _ strings: [String]) {
        let quoted = strings.map { string in
            "\"" + string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        fields[name] = "[" + quoted.joined(separator: ",") + "]"
    }

    /// Adds a tensor of floats.
    public mutating func addFloats(_ name: String, _ shape: [Int], around center: Float = 0, bound: Float = 0.5) {
        let numbers = numbers.floats(shape.reduce(1, *), bound: bound).map { $0 + center }
        describe(name, "f32", shape)
        for number in numbers { append(number) }
        values[name] = numbers
    }

    /// Adds a table of bytes with a scale per row.
    public mutating func addBytes(_ name: String, _ shape: [Int], scales: String, largest: Int, scale: Float = 0.004) {
        describe(name, "i8", shape)
        let bytes = (0..<shape.reduce(1, *)).map { _ in Int8(Int.random(in: -largest...largest, using: &numbers)) }
        data += bytes.map { UInt8(bitPattern: $0) }
        addFloats(scales, [shape[0]], around: scale, bound: scale * 0.75)
        let row = shape.count > 1 ? shape[1] : 1
        values[name] = bytes.indices.map { Float(bytes[$0]) * (values[scales]?[$0 / row] ?? 0) }
    }

    /// Adds a linear layer.
    public mutating func addLinear(_ name: String, inputs: Int, outputs: Int, scale: Float = 0.004) {
        addBytes(name + ".weight", [outputs, inputs], scales: name + ".scale", largest: 63, scale: scale)
        addFloats(name + ".bias", [outputs])
    }

    /// Adds a layer normalization.
    public mutating func addNorm(_ name: String, width: Int) {
        addFloats(name + ".weight", [width], around: 1, bound: 0.2)
        addFloats(name + ".bias", [width], bound: 0.2)
    }

    /// The header as it would be written, with `tensors`.
    public var header: String {
        let all = fields.merging(["tensors": object(tensors)]) { $1 }
        return object(all)
    }

    private func object(_ members: [String: String]) -> String {
        "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// The file.
    public func file() -> [UInt8] {
        var file = ModelBuilder.opening(header)
        while file.count % 64 != 0 { file.append(0) }
        return file + data
    }

    /// The beginning of a file with this header.
    public static func opening(_ header: String) -> [UInt8] {
        let bytes = Array(header.utf8)
        return Array("ENTENTE1".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + bytes
    }

    private mutating func describe(_ name: String, _ type: String, _ shape: [Int]) {
        while data.count % 64 != 0 { data.append(0) }
        tensors[name] = "{\"dtype\":\"\(type)\",\"shape\":\(shape),\"offset\":\(data.count)}"
    }

    private mutating func append(_ number: Float) {
        let bits = number.bitPattern
        data += (0..<4).map { UInt8(truncatingIfNeeded: bits >> UInt32(8 * $0)) }
    }
}
