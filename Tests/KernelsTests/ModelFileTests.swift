import SyntheticModel
import Testing

@testable import Kernels

@Suite("Model files")
struct ModelFileTests {
    @Test("the lists and tensors come back")
    func reads() throws {
        var builder = ModelBuilder(seed: 1)
        builder.setList("vocabulary", ["a", "\"", "\\", "é", "##b"])
        builder.fields["lemmas"] = #"["A\u00e9\ud83d\ude00\n\/"]"#
        builder.addFloats("t", [3, 2])
        let model = try open(builder.file())
        #expect(model.vocabulary == ["a", "\"", "\\", "é", "##b"])
        #expect(model.lemmaScripts == ["Aé😀\n/"])
        #expect(try model.values("t", shape: [3, 2]) == builder.values["t"])
        #expect(model.has("t") && !model.has("u"))
    }

    @Test(
        "what is no model is said not to be one", arguments: ["", "placeholder\n", "ENTENTE", "ENTENTE2aaaaaaaaaaaa"])
    func refusesOthers(text: String) {
        #expect(throws: ModelError.notAModel(size: text.utf8.count)) { try open(Array(text.utf8)) }
    }

    @Test("a file cut short in its header is said to be")
    func refusesTruncation() throws {
        let file = ModelBuilder(seed: 1).file()
        #expect(throws: ModelError.self) { try open(Array(file.prefix(40))) }
        guard case .truncatedHeader? = failure({ try open(Array(file.prefix(40))) }) else {
            Issue.record("another error")
            return
        }
    }

    @Test(
        "broken headers name the place or the field",
        arguments: [
            ("{\"version\":1", "a comma or the end is expected"), ("[1,", "a value is expected"),
            ("{1:2}", "a name is expected"),
            ("{} x", "more after the end"), (String(repeating: "[", count: 100), "nested too deeply"),
            ("\"a", "a string does not end"),
            ("\"\\u12\"", "a string does not end"), ("\"\\ud800\"", "half a character"), ("nul", "a value is expected"),
        ])
    func refusesBrokenHeaders(header: String, message: String) {
        guard case .header(let what, _)? = failure({ try open(ModelBuilder.opening(header)) }) else {
            Issue.record("no error of the header for \(header)")
            return
        }
        #expect(what == message)
    }

    @Test("fields that are missing or of another kind are named")
    func refusesFields() {
        var builder = ModelBuilder(seed: 1)
        builder.fields["names"] = "[1]"
        #expect(failure { try open(builder.file()) } == .field("names"))
        builder.fields["names"] = nil
        #expect(failure { try open(builder.file()) } == .field("names"))
        builder.fields["version"] = "2"
        #expect(failure { try open(builder.file()) } == .version(2))
    }

    @Test("tensors that are missing, of another type, shape or place are named")
    func refusesTensors() throws {
        var builder = ModelBuilder(seed: 1)
        builder.addLinear("x", inputs: 32, outputs: 4)
        let file = builder.file()
        let model = try open(file)
        #expect(failure { _ = try Linear("y", in: model) } == .missing(tensor: "y.weight"))
        #expect(failure { _ = try model.floats("x.weight") } == .type(tensor: "x.weight", found: "i8", expected: "f32"))
        #expect(
            failure { _ = try model.floats("x.bias", shape: [5]) }
                == .shape(tensor: "x.bias", found: [4], expected: "[5]"))
        guard case .shape? = failure({ _ = try Linear("x", in: model, outputs: 5) }) else {
            Issue.record("the size of a layer is not checked")
            return
        }
        let cut = try open(Array(file.dropLast(8)))
        #expect(failure { _ = try Linear("x", in: cut) } == .place(tensor: "x.bias"))
    }

    @Test("weights of eight bits are refused, because sums could overflow")
    func refusesLargeWeights() throws {
        var builder = ModelBuilder(seed: 1)
        builder.addBytes("x.weight", [4, 64], scales: "x.scale", largest: 127)
        builder.addFloats("x.bias", [4])
        let model = try open(builder.file())
        guard case .weightTooLarge(tensor: "x.weight", _)? = failure({ _ = try Linear("x", in: model) }) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("damaged files are refused or read, never a trap", arguments: UInt64(1)...200)
    func survivesDamage(seed: UInt64) throws {
        var builder = ModelBuilder(seed: 2)
        builder.setList("vocabulary", ["a", "b"])
        builder.addLinear("x", inputs: 16, outputs: 3)
        var file = builder.file()
        var numbers = SeededNumbers(seed)
        for _ in 0..<3 {
            // Sizes and offsets are in the header, so damage it rather than the weights.
            file[Int.random(in: 8..<min(700, file.count), using: &numbers)] = UInt8.random(
                in: 0x20...0x7E, using: &numbers)
        }
        guard let model = try? open(file) else { return }
        _ = try? Linear("x", in: model)
        #expect(model.vocabulary.count <= 700)
    }

    @discardableResult
    private func open(_ bytes: [UInt8]) throws(ModelError) -> ModelFile { try ModelFile(ModelMemory(copying: bytes)) }

    private func failure(_ body: () throws -> Void) -> ModelError? {
        do {
            try body()
            return nil
        } catch {
            return error as? ModelError
        }
    }
}
