/// A linear model of where sentences end; its weights are learned by Training/sentence_ends.py.
enum BoundaryModel {
    // One printable character per bucket: the 91 characters from "#" but the backslash, the middle one for zero.
    private static let weights: [Int16] = BoundaryWeights.table.utf8.compactMap { byte in
        byte > 0x20 ? Int16(byte > 0x5C ? byte - 1 : byte) - 0x50 : nil
    }

    /// True where the model has weights for every bucket.
    static var isComplete: Bool { weights.count == 1 << Int(BoundaryFeatures.bucketBits) }

    /// The sum of the weights of buckets: above zero means an end.
    static func score(_ buckets: [Int]) -> Int {
        weights.withUnsafeBufferPointer { weights in
            buckets.reduce(0) { $0 + ($1 < weights.count ? Int(weights[$1]) : 0) }
        }
    }
}
