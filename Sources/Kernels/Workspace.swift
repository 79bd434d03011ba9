import COneDNN

/// The scratch memory of one worker thread: named buffers that grow to the largest size asked for and are then reused.
///
/// A workspace serves one thread at a time; it is not Sendable, and each worker makes its own.
public final class Workspace {
    /// What a buffer is for; two uses at the same time need two purposes.
    public enum Purpose: Int, CaseIterable {
        case states, projections, context, words, wordStates, trunk, scores, labels
        case pairTokens, pairInput, pairHidden, pairOutput
        case codes, codeScales, sums, line, keys, weights, packed
    }

    private var buffers = [Buffer](repeating: Buffer(), count: Purpose.allCases.count)

    private struct Buffer {
        var address: UnsafeMutableRawPointer?
        var size = 0
    }

    /// Makes an empty workspace and tells oneDNN that the calling thread computes alone.
    public init() {
        omp_set_num_threads(1)
    }

    deinit {
        for buffer in buffers { buffer.address?.deallocate() }
    }

    /// The bytes held now.
    public var byteCount: Int { buffers.reduce(0) { $0 + $1.size } }

    /// Rows of floats for a purpose; what they hold is not defined until written.
    public func rows(_ purpose: Purpose, count: Int, width: Int, stride: Int? = nil) -> Rows {
        let stride = stride ?? width
        return Rows(
            base: buffer(purpose, Float.self, count: count * stride), count: count, width: width, stride: stride)
    }

    /// Memory for a purpose, aligned to 64 bytes, with room to read sixteen values past the end.
    func buffer<T>(_ purpose: Purpose, _: T.Type, count: Int) -> UnsafeMutablePointer<T> {
        let needed = (count + 16) * MemoryLayout<T>.stride
        return memory(purpose, needed).bindMemory(to: T.self, capacity: count + 16)
    }

    private func memory(_ purpose: Purpose, _ needed: Int) -> UnsafeMutableRawPointer {
        let held = buffers[purpose.rawValue]
        if let address = held.address, held.size >= needed { return address }
        held.address?.deallocate()
        let size = (needed + needed / 4 + 63) & ~63
        let address = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
        buffers[purpose.rawValue] = Buffer(address: address, size: size)
        return address
    }
}
