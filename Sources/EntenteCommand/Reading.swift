import Entente
import Glibc

/// Documents read and understood, as the options of a subcommand say.
struct Reading: Sendable {
    let pipeline: Pipeline
    let batch: DocumentBatch
    let corpus: Corpus

    /// Reads the documents and finds what they say, with a progress bar.
    init(_ input: InputOptions, _ console: Console) throws(Problem) {
        batch = try input.read(console)
        pipeline = try Pipeline(knowledgeFolder: input.knowledge, leastConfidence: input.minConfidence)
        let progress = Progress("Reading", console)
        let total = batch.documents.count
        corpus = pipeline.corpus(batch.documents, threads: input.threads ?? Reading.cores) { done in
            progress.update(done, of: total)
        }
        progress.finish()
    }

    /// How a subcommand ends that made something of the documents.
    func outcome(isEmpty: Bool, _ console: Console) -> Outcome {
        if isEmpty { console.note("no relation was found") }
        return batch.isPartial ? .partial : isEmpty ? .nothingFound : .done
    }

    /// The processors that this process may use.
    private static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
