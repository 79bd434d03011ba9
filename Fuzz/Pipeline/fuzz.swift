import AnyBytes
import Entente

private let check: PipelineCheck = {
    do { return PipelineCheck(try Pipeline()) } catch { fatalError("\(error)") }
}()

/// What libFuzzer calls with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let problem = check.problem(Array(UnsafeBufferPointer(start: start, count: count)))
    precondition(problem == nil, problem ?? "")
    return 0
}
