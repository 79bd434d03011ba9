import Testing

@testable import Entente

@Suite struct HTMLTests {
    private func paragraphs(_ html: String) -> [String] {
        let document = HTMLText.document(id: "a", html: Array(html.utf8))
        return document.text(0..<document.bytes.count).split(separator: "\n\n").map(String.init)
    }

    @Test func keepsTheArticleAndDropsTheRest() {
        let html = """
            <!DOCTYPE html><html><head><title>Paper</title><style>p{}</style><script>var a = "<p>no</p>";</script></head>
            <body><header><h2>The Paper</h2></header><nav><a href=x>World</a></nav>
            <div class="main-menu"><p>Menu text</p></div>
            <h1>Russia   denies</h1>
            <p>Russia <b>denied</b> sending<br>troops &amp; tanks to Z&uuml;rich.</p>
            <aside>More</aside><ul><li><a href=1>Read this</a></li><li><a href=2>And that</a></li></ul>
            <p hidden>Hidden</p><p style="display: none">Hidden</p><!-- comment -->
            <div>Loose text<p>Inner.</p>tail</div>
            <footer>Copyright</footer><noscript>Turn on scripts</noscript></body></html>
            """
        #expect(
            paragraphs(html) == [
                "Russia denies", "Russia denied sending troops & tanks to Zürich.", "Loose text", "Inner.", "tail",
            ])
    }

    @Test func anArticleElementWithEnoughTextIsAllThatIsRead() {
        let body = String(repeating: "Russia denied the reports again. ", count: 10)
        let html = "<body><p>Outside.</p><article><p>\(body)</p></article><p>Outside.</p></body>"
        #expect(paragraphs(html) == [String(body.dropLast())])
        #expect(paragraphs("<body><p>Outside.</p><article><p>Short.</p></article></body>") == ["Outside.", "Short."])
    }

    @Test func aParagraphThatIsOneLinkStaysWhenItIsASentence() {
        let sentence =
            "The Russian ministry of defence has denied reports that it is sending troops to fight in Syria, a state news agency reported."
        #expect(paragraphs("<p><a href=x>\(sentence)</a></p><p><a href=y>More news</a></p>") == [sentence])
    }

    @Test(arguments: [
        ("<meta property='article:published_time' content='2015-09-14T08:00:00+02:00'>", "2015-09-14"),
        ("<meta name='DC.date' content='20150911'>", "2015-09-11"),
        ("<time datetime='2015-09-12 10:00'>yesterday</time>", "2015-09-12"),
        ("<script type='application/ld+json'>{\"datePublished\" : \"2015-09-13\"}</script>", "2015-09-13"),
    ])
    func theDateIsReadFromWhereverItIsGiven(html: String, date: String) {
        #expect(HTMLText.document(id: "a", html: Array("<html>\(html)<p>Text.".utf8)).date == date)
    }

    @Test func aDayThatIsNoneIsNoDate() {
        let html = "<meta name=date content='2015-02-31'><p>Text."
        #expect(HTMLText.document(id: "a", html: Array(html.utf8)).date == nil)
    }

    @Test func theHeadlineComesFirstWhereTheTextLacksIt() {
        let html =
            "<head><meta property='og:title' content='Russia denies'><title>Russia denies | Paper</title></head><p>Text."
        #expect(paragraphs(html) == ["Russia denies", "Text."])
        #expect(HTMLText.document(id: "a", html: Array(html.utf8)).title == "Russia denies")
    }

    @Test func anotherEncodingIsReadAsThePageSays() {
        let html = Array("<html><head><meta charset='windows-1252'></head><p>Z".utf8) + [0xFC] + Array("rich</p>".utf8)
        #expect(HTMLText.document(id: "a", html: html).bytes == Array("Zürich".utf8))
    }

    @Test func depthDoesNoHarm() {
        let html = String(repeating: "<div>", count: 100_000) + "Russia" + String(repeating: "</b>", count: 100_000)
        #expect(paragraphs(html).count <= 1)
    }

    @Test(arguments: ["", "<", "<p", "\u{0}", "</p></p></html>", "<![CDATA[x", "<!ENTITY a 'b'>"])
    func fragmentsAreRead(html: String) {
        #expect(paragraphs(html).count <= 1)
    }
}
