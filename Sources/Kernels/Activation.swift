import CVectors

extension Rows {
    /// Applies the Gaussian error linear unit to every value in place, within 1e-5.
    public func applyGELU() {
        for row in 0..<count { entente_gelu(self[row], width) }
    }

    /// Turns every row into probabilities in place, within a few parts in a million.
    public func applySoftmax() {
        guard width > 0 else { return }
        for row in 0..<count { entente_softmax(self[row], width) }
    }
}
