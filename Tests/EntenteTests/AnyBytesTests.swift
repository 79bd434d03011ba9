import AnyBytes
import Entente
import Foundation
import Testing

@Suite("Any bytes at all")
struct AnyBytesTests {
    /// Inputs that a fuzzer once found, and texts to start from; `make fuzz` adds to them.
    static let inputs: [String] = {
        let folder = LayerTests.root.appendingPathComponent("Fuzz/Inputs")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appendingPathComponent($0).path }
    }()

    @Test("what fuzzers found is tokenized and read")
    func found() throws {
        #expect(!Self.inputs.isEmpty)
        let pipeline = PipelineCheck(try Pipeline())
        for path in Self.inputs {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(TokenCheck.problem(bytes) == nil, "\(path)")
            #expect(pipeline.problem(bytes) == nil, "\(path)")
        }
    }

    @Test("random bytes are tokenized: every visible byte in one token")
    func tokens() {
        for seed in UInt64(1)...2000 {
            var random = RandomBytes(seed: seed)
            #expect(TokenCheck.problem(random.bytes(400)) == nil, "seed \(seed)")
        }
    }

    @Test("random bytes are read: trees, spans, mentions, assertions and the graph are sound")
    func reading() throws {
        let check = PipelineCheck(try Pipeline())
        for seed in UInt64(1)...60 {
            var random = RandomBytes(seed: seed)
            #expect(check.problem(random.bytes(1000)) == nil, "seed \(seed)")
        }
    }

    @Test("the check of tokens sees a byte left out, a wrong form and an overlap")
    func checks() {
        let bytes = Array("a b".utf8)
        let a = Token(range: 0..<1, form: "a")
        let b = Token(range: 2..<3, form: "b")
        #expect(TokenCheck.problem([Sentence(range: 0..<3, tokens: [a, b])], bytes) == nil)
        #expect(TokenCheck.problem([Sentence(range: 0..<1, tokens: [a])], bytes) != nil)
        #expect(TokenCheck.problem([Sentence(range: 2..<3, tokens: [b])], bytes) != nil)
        #expect(TokenCheck.problem([Sentence(range: 0..<1, tokens: [a, a])], bytes) != nil)
        let c = Token(range: 2..<3, form: "c")
        #expect(TokenCheck.problem([Sentence(range: 0..<3, tokens: [a, c])], bytes) != nil)
    }
}
