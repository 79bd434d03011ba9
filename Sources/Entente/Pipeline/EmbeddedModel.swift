import CModels
import Extraction
import Kernels
import Linguistics

/// The model that is built into the program.
enum EmbeddedModel {
    static func file() throws(Problem) -> ModelFile {
        let bytes = UnsafeRawBufferPointer(start: entente_model_bytes(), count: entente_model_count())
        do throws(ModelError) {
            return try ModelFile(ModelMemory(static: bytes))
        } catch {
            throw broken(error)
        }
    }

    static func analyzer() throws(Problem) -> Analyzer {
        let file = try file()
        do throws(ModelError) {
            return try Analyzer(model: file)
        } catch {
            throw broken(error)
        }
    }

    static func scorer() throws(Problem) -> RelationScorer {
        let file = try file()
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
