import CVectors

/// What the process holds of the machine's memory.
public enum ProcessMemory {
    /// Gives freed memory back to the system.
    ///
    /// What is kept of a long document lies scattered between what was freed; without this the allocator would hold on to
    /// all of it. It takes some milliseconds.
    public static func giveBack() {
        entente_give_back_memory()
    }
}
