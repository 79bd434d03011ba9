import CZlib

/// Unpacks gzip data of one or several members.
enum Gzip {
    /// What can be wrong with packed data.
    enum Failure: Error, Equatable {
        case truncated, corrupt, tooLarge
    }

    static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// Unpacks all members.
    ///
    /// - Throws: ``Failure`` where the data ends early, is damaged, or unpacks to more than `limit` bytes.
    static func unpack(_ bytes: [UInt8], limit: Int = FileReading.limit) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, and 16 for the gzip header.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .corrupt
        }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var consumed = 0
        while consumed < bytes.count {
            consumed += try inflateMember(bytes[consumed...], &stream, &output, limit)
            // What follows the last member without being one is padding, as gzip itself has it.
            guard consumed < bytes.count, isGzip(Array(bytes[consumed...].prefix(2))) else { break }
            inflateReset(&stream)
        }
        return output
    }

    /// Unpacks one member and returns how many bytes it took.
    private static func inflateMember(
        _ input: ArraySlice<UInt8>, _ stream: inout z_stream, _ output: inout [UInt8], _ limit: Int
    ) throws(Failure) -> Int {
        var window = [UInt8](repeating: 0, count: 1 << 16)
        var offset = input.startIndex
        while true {
            let step = inflateBlock(input[offset...], &stream, &window)
            offset += step.read
            output.append(contentsOf: window[..<step.written])
            guard output.count <= limit else { throw .tooLarge }
            if step.status == Z_STREAM_END { return offset - input.startIndex }
            guard step.status == Z_OK || step.status == Z_BUF_ERROR else { throw .corrupt }
            guard step.read + step.written > 0 else { throw .truncated }
        }
    }

    private static func inflateBlock(
        _ input: ArraySlice<UInt8>, _ stream: inout z_stream, _ window: inout [UInt8]
    ) -> (status: Int32, read: Int, written: Int) {
        input.withUnsafeBufferPointer { source in
            window.withUnsafeMutableBufferPointer { target in
                let available = min(source.count, 1 << 20)
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(available)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                let status = inflate(&stream, Z_NO_FLUSH)
                return (status, available - Int(stream.avail_in), target.count - Int(stream.avail_out))
            }
        }
    }
}
