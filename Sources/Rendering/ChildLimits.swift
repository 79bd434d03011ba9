import CGraphviz

/// What keeps a runaway layout from harming the machine; called in the child only.
enum ChildLimits {
    /// Ends the child with its parent.
    static func dieWithParent() { entente_gv_die_with_parent() }

    /// Caps memory and processor time; the parent's clock is the deadline, this is for when the parent is gone.
    static func apply(memory: UInt64, seconds: Double) {
        let seconds = seconds.isFinite ? min(max(seconds, 1), 86_400) : 86_400
        entente_gv_limit(memory, UInt64(seconds.rounded(.up)) + 5)
    }
}
