import Knowledge

/// Names that the knowledge files know, whether or not a graph has them ("US", "the Kremlin").
public enum KnownNames {
    /// The ids of the entities that a name may mean.
    public static func ids(_ name: String) -> [String] {
        let knowledge = Knowledge.standard
        return knowledge.senses(NameKey.fold(name)).map { knowledge.entities[$0.entity].id }
    }
}
