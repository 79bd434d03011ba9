import CZlib
import Testing

@testable import Entente

/// The bytes as one gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 200)
    let count = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            deflate(&stream, Z_FINISH)
            return target.count - Int(stream.avail_out)
        }
    }
    return Array(output[..<count])
}

@Suite struct GzipTests {
    let text = Array(String(repeating: "Russia denies sending troops. ", count: 9000).utf8)

    @Test func unpacksWhatWasPacked() throws {
        #expect(try Gzip.unpack(gzip(text)) == text)
    }

    @Test func readsMembersOneAfterAnotherAndLeavesPadding() throws {
        #expect(try Gzip.unpack(gzip(text) + gzip(Array("end".utf8)) + [0, 0, 0]) == text + Array("end".utf8))
    }

    @Test func anyKindOfInputMayBePacked() throws {
        let batch = try read(gzip(Array("{\"text\":\"Russia\",\"id\":\"a\"}\n".utf8)), as: "news.jsonl.gz")
        #expect(batch.documents == [Document(id: "a", text: "Russia")])
    }

    @Test func packedDataIsKnownByItsContent() throws {
        #expect(try read(gzip(Array("Russia".utf8)), as: "a.txt").documents.first?.bytes == Array("Russia".utf8))
    }

    @Test func aTruncatedFileIsNamed() throws {
        #expect(throws: Gzip.Failure.truncated) { try Gzip.unpack(Array(gzip(text).dropLast(20))) }
        let batch = try read(Array(gzip(text).dropLast(20)), as: "a.txt.gz")
        #expect(batch.problems.first?.what == "is packed data that ends too early")
    }

    @Test func aDamagedFileIsNamed() throws {
        var packed = gzip(text)
        packed[20] ^= 0xFF
        packed[21] ^= 0xFF
        #expect(throws: Gzip.Failure.self) { try Gzip.unpack(packed) }
    }

    @Test func aBombIsStopped() {
        #expect(throws: Gzip.Failure.tooLarge) { try Gzip.unpack(gzip(text), limit: 1000) }
    }
}
