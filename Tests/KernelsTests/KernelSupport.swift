import SyntheticModel

@testable import Kernels

/// A model that holds what `add` adds, and its reference.
func makeModel(_ add: (inout ModelBuilder) -> Void) throws -> (ModelFile, ReferenceMath) {
    var builder = ModelBuilder(seed: 7)
    add(&builder)
    return (try ModelFile(ModelMemory(copying: builder.file())), ReferenceMath(builder.values, rounds: true))
}

/// Random rows, with the ranges of values that real activations have: some rows a hundred times the others.
func randomMatrix(_ count: Int, _ width: Int, seed: UInt64) -> [[Float]] {
    var numbers = SeededNumbers(seed)
    return (0..<count).map { row in numbers.floats(width, bound: row % 3 == 0 ? 10 : 0.1) }
}

extension Workspace {
    /// Copies a matrix into a workspace.
    func rows(_ purpose: Purpose, _ matrix: [[Float]], stride: Int? = nil) -> Rows {
        let rows = rows(purpose, count: matrix.count, width: matrix.first?.count ?? 0, stride: stride)
        for (row, line) in matrix.enumerated() { rows.set(row: row, line) }
        return rows
    }
}

extension Rows {
    /// The rows as a matrix.
    var matrix: [[Float]] { (0..<count).map(values(row:)) }
}
