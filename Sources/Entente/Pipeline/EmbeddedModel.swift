import CModels
import Extraction
import Kernels
import Knowledge
import Linguistics

/// The model that is built into the program.
enum EmbeddedModel {
    /// Reads the header; do it once, it holds the whole vocabulary.
    static func file() throws(Problem) -> ModelFile {
        let bytes = UnsafeRawBufferPointer(start: entente_model_bytes(), count: entente_model_count())
        do throws(ModelError) {
            return try ModelFile(ModelMemory(static: bytes))
        } catch {
            throw broken(error)
        }
    }

    static func analyzer(_ file: ModelFile, _ knowledge: Knowledge = .standard) throws(Problem) -> Analyzer {
        do throws(ModelError) {
            return try Analyzer(model: file, adherents: knowledge.adherents)
        } catch {
            throw broken(error)
        }
    }

    static func scorer(_ file: ModelFile) throws(Problem) -> RelationScorer {
        do throws(ModelError) {
            return try RelationScorer(model: file)
        } catch {
            throw broken(error)
        }
    }

    private static func broken(_ error: ModelError) -> Problem {
        Problem(.data, file: "built-in model", what: "cannot be used (\(error))", advice: "build the program anew")
    }
}
