import Testing

@testable import Entente

@Suite struct MarkdownTests {
    private func text(_ markdown: String) -> String {
        let document = MarkdownText(Array(markdown.utf8)).document(id: "a")
        return document.text(0..<document.bytes.count)
    }

    @Test(arguments: [
        ("**Putin** _backs_ *Assad*.", "Putin backs Assad."),
        ("The [US](http://x.y/a \"t\") warned [Russia][1].", "The US warned Russia."),
        ("![A photo](a.png) Russia `sent` arms.", "Russia sent arms."),
        ("[![pic](a.png)](http://x)Russia", "Russia"),
        ("A \\*star\\* and snake_case_name and 2 * 3.", "A *star* and snake_case_name and 2 * 3."),
        ("AT&amp;T &lt;b&gt; <b>bold</b> <https://a.b>", "AT&T <b> bold https://a.b"),
        ("He said [sic] so.", "He said [sic] so."),
        ("an [open bracket", "an [open bracket"),
    ])
    func inlineMarkupBecomesText(markdown: String, expected: String) {
        #expect(text(markdown) == expected)
    }

    @Test func blocksBecomeParagraphs() {
        let markdown = """
            # Russia denies *it*

            First line
            goes on.
            - item one
            - item two
              goes on
            > quoted
            1. first
            ---
            ```
            code
            ```
            [1]: http://x.y
            <!-- comment
            over lines -->
            Last | cell
            """
        let expected = [
            "Russia denies it", "First line goes on.", "item one", "item two goes on quoted", "first", "Last   cell",
        ]
        #expect(text(markdown) == expected.joined(separator: "\n\n"))
    }

    @Test func frontMatterGivesTheFacts() {
        let markdown = "---\ntitle: \"Russia denies\"\ndate: 2015-09-14T10:00:00Z\nurl: http://a.b/c\n---\nText."
        let document = MarkdownText(Array(markdown.utf8)).document(id: "a")
        #expect(
            document
                == Document(id: "a", text: "Text.", title: "Russia denies", date: "2015-09-14", url: "http://a.b/c"))
    }

    @Test func theFirstHeadingIsTheTitle() {
        #expect(MarkdownText(Array("# Big **news**\nText\n# Other".utf8)).title == "Big news")
    }

    @Test func manyBracketsAreReadInOnePass() {
        let brackets = String(repeating: "[", count: 100_000) + String(repeating: "](", count: 100_000)
        #expect(text(brackets).utf8.count <= 300_000)
    }
}
