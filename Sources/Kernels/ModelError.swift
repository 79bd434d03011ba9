/// What is wrong with a model file.
public enum ModelError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The bytes do not begin as a model does: none was trained yet, or it is something else.
    case notAModel(size: Int)
    /// The file ends before the header does.
    case truncatedHeader(needed: Int, size: Int)
    /// The header is not the JSON that is expected.
    case header(String, offset: Int)
    /// The header has no such field, or not of that kind.
    case field(String)
    /// The file is of another version.
    case version(Int)
    /// A tensor is not there.
    case missing(tensor: String)
    /// A tensor has another type of values.
    case type(tensor: String, found: String, expected: String)
    /// A tensor has another shape.
    case shape(tensor: String, found: [Int], expected: String)
    /// A tensor lies outside the file or where it cannot be read.
    case place(tensor: String)
    /// A weight is outside -63...63, so that sums could overflow on some processors.
    case weightTooLarge(tensor: String, value: Int)

    /// The error in words.
    public var description: String {
        switch self {
        case .notAModel(let size):
            "not a model: the \(size) bytes do not begin with ENTENTE1 (train one: see Training/README.md)"
        case .truncatedHeader(let needed, let size): "the model ends within its header: \(size) bytes of \(needed)"
        case .header(let what, let offset): "the model's header is broken at byte \(offset): \(what)"
        case .field(let name): "the model's header has no usable field '\(name)'"
        case .version(let version):
            "the model is of version \(version); this program reads version \(ModelFile.version)"
        case .missing(let tensor): "the model has no tensor '\(tensor)'"
        case .type(let tensor, let found, let expected): "tensor '\(tensor)' holds \(found), not \(expected)"
        case .shape(let tensor, let found, let expected): "tensor '\(tensor)' has shape \(found), not \(expected)"
        case .place(let tensor): "tensor '\(tensor)' lies outside the model or is not aligned"
        case .weightTooLarge(let tensor, let value): "tensor '\(tensor)' has the weight \(value); the largest is 63"
        }
    }
}
