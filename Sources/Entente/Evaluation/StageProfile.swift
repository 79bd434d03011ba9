import Extraction
import Glibc
import Linguistics
import Synchronization

/// What each stage of the way from text to assertions takes, on one thread.
public struct StageProfile: Sendable {
    /// The stages in the order of the work, with their processor time in seconds.
    public let stages: [(name: String, seconds: Double)]
    /// The words between white space.
    public let words: Int

    /// The processor time of all stages, in seconds.
    public var seconds: Double { stages.reduce(0) { $0 + $1.seconds } }
}

/// The stages that a profile tells apart.
enum ProfiledStage: String, CaseIterable {
    case tokenize, encode, score, decode, join, extract, resolve, write

    init(_ stage: AnalysisStage) {
        switch stage {
        case .tokenize: self = .tokenize
        case .encode: self = .encode
        case .score: self = .score
        case .decode: self = .decode
        case .join: self = .join
        }
    }
}

/// Called when a stage begins; the one before ends there.
typealias ProfileMark = @Sendable (ProfiledStage) -> Void

/// Sums up the processor time of one thread between marks; the stages themselves read no clock.
final class StageClock: Sendable {
    private struct State {
        var seconds: [ProfiledStage: Double] = [:]
        var stage: ProfiledStage?
        var since = 0.0
    }

    private let state = Mutex(State())

    /// The time of the stage before ends and that of this one begins; nil for none.
    func begin(_ stage: ProfiledStage?) {
        let now = Self.now
        state.withLock {
            if let old = $0.stage { $0.seconds[old, default: 0] += now - $0.since }
            ($0.stage, $0.since) = (stage, now)
        }
    }

    /// The sums so far, in the order of the work.
    var stages: [(name: String, seconds: Double)] {
        let sums = state.withLock { $0.seconds }
        return ProfiledStage.allCases.map { ($0.rawValue, sums[$0] ?? 0) }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

extension Pipeline {
    /// Finds what documents say on this thread and writes it as JSON Lines to nowhere, and tells what each stage takes.
    public func profile(_ documents: [Document]) -> StageProfile {
        let clock = StageClock()
        let corpus = corpus(documents, threads: 1, progress: { _ in }, mark: clock.begin)
        clock.begin(.write)
        write(corpus)
        clock.begin(nil)
        let words = documents.reduce(0) { $0 + $1.bytes.split { $0 <= 0x20 }.count }
        return StageProfile(stages: clock.stages, words: words)
    }

    private func write(_ corpus: Corpus) {
        let lines = JSONLinesWriter()
        var out = ByteWriter { _ in }
        for assertion in corpus.extractions.lazy.flatMap(\.assertions) {
            lines.write(assertion, to: &out)
            try? out.drain()
        }
    }
}
