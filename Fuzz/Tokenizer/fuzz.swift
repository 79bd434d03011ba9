import AnyBytes

/// What libFuzzer calls with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let problem = TokenCheck.problem(Array(UnsafeBufferPointer(start: start, count: count)))
    precondition(problem == nil, problem ?? "")
    return 0
}
