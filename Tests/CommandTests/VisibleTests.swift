import Testing

@testable import EntenteCommand

@Suite struct VisibleTests {
    @Test(arguments: [
        ("plain é 東京 🙂", "plain é 東京 🙂"), ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\nb\r\nc\td", "a b c d"),
        ("\u{9B}2J", "\\u{9B}2J"), ("a\u{202E}b", "a\\u{202E}b"), ("\u{0}\u{7F}", "\\u{0}\\u{7F}"),
        ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"), ("\u{E0041}", "\\u{E0041}"), ("a\u{2028}b", "a b"),
    ])
    func whatSteersATerminalIsSpelledOut(text: String, expected: String) {
        #expect(Visible.line(text) == expected)
    }
}
