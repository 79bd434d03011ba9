/// Bytes that stay where they are and are never written: an embedded model, or a copy of one.
///
/// Unchecked because pointers are not Sendable; nothing ever writes here after the initializer.
public final class ModelMemory: @unchecked Sendable {
    /// The bytes.
    public let bytes: UnsafeRawBufferPointer
    private let isOwned: Bool

    /// Refers to bytes that live as long as the program does, such as those of `#embed`.
    public init(static bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        isOwned = false
    }

    /// Copies bytes, aligned to 64.
    public init(copying source: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 1), alignment: 64)
        copy.copyBytes(from: source)
        bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<source.count])
        isOwned = true
    }

    deinit {
        if isOwned { bytes.deallocate() }
    }
}
