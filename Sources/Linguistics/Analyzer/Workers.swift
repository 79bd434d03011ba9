import Dispatch
import Kernels
import Synchronization

/// Runs jobs on several threads, each thread with a workspace of its own.
package enum Workers {
    /// The results of `body` for 0..<count, in that order whatever thread made them.
    package static func map<Result: Sendable>(
        count: Int, threads: Int, _ body: @escaping @Sendable (Int, Workspace) -> Result
    ) -> [Result] {
        let threads = max(1, min(threads, count))
        let next = Atomic(0)
        let results = Mutex<[(Int, Result)]>([])
        let work: @Sendable (Int) -> Void = { _ in
            let workspace = Workspace()
            var own: [(Int, Result)] = []
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { break }
                own.append((index, body(index, workspace)))
            }
            results.withLock { [own] in $0 += own }
        }
        if threads == 1 {
            work(0)
        } else {
            DispatchQueue.concurrentPerform(iterations: threads, execute: work)
        }
        return results.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
