import Annotations
import Testing

@testable import Linguistics

/// The sentences of a text, each as its words joined by spaces.
private func sentences(_ text: String) -> [String] {
    Segmenter().segment(Document(id: "t", text: text)).map { $0.tokens.map(\.form).joined(separator: " ") }
}

@Suite struct SegmenterWordTests {
    @Test(arguments: [
        ("I don't, can't and cannot.", "I do n't , ca n't and can not ."),
        ("He's gonna say they'll go", "He 's gon na say they 'll go"),
        ("It’s Russia’s and the workers’ plan", "It ’s Russia ’s and the workers ’ plan"),
        ("Western-backed al-Qaeda", "Western - backed al - Qaeda"),
        ("anti-American e-mail, re-elected co-founder", "anti-American e-mail , re-elected co-founder"),
        ("a $3.5m deal, 1,000,000 for 20%", "a $ 3.5 m deal , 1,000,000 for 20 %"),
        ("US$50 at 10:30 a.m. on 10/20/2000", "US$ 50 at 10:30 a.m. on 10/20/2000"),
        ("call 713-853-3989 or 345-9945 in 1973-1974", "call 713-853-3989 or 345-9945 in 1973 - 1974"),
        (
            "see http://en.wikipedia.org/wiki/A_(b), or (www.bbc.co.uk).",
            "see http://en.wikipedia.org/wiki/A_(b) , or ( www.bbc.co.uk ) ."
        ),
        ("mail <carol.st.clair@enron.com>, @POTUS", "mail < carol.st.clair@enron.com > , @POTUS"),
        ("\"Yes,\" he said -- 'no'... (or [maybe])", "\" Yes , \" he said -- ' no ' ... ( or [ maybe ] )"),
        ("“Yes”—well–then", "“ Yes ” — well – then"),
        ("Gen. Lt. J. Smith Jr. of U.S. firm AT&T", "Gen. Lt. J. Smith Jr. of U.S. firm AT&T"),
        ("O'Brien's '90s rock :-)", "O'Brien 's '90s rock :-)"),
        ("U.S.-led U.N.-backed", "U.S. - led U.N. - backed"),
        ("and/or #1 w/o 20+", "and / or # 1 w/o 20 +"),
        ("Путин встретил Асада.", "Путин встретил Асада ."),
    ])
    func followsTheTreebank(_ text: String, _ words: String) {
        #expect(sentences(text) == [words])
    }

    @Test func rangesCoverEveryByteThatIsNoSpace() {
        let bytes: [UInt8] =
            [0xEF, 0xBB, 0xBF] + Array("Ca".utf8) + [0xFF, 0xE9, 0x20, 0xC3, 0x0D, 0x0A]
            + Array("n\u{200B}\u{A0}’t".utf8) + [0xF0, 0x9F]
        let tokens = Segmenter().segment(Document(id: "t", bytes: bytes)).flatMap(\.tokens)
        #expect(tokens.map(\.range) == [3..<7, 8..<9, 11..<12, 17..<20, 20..<23])
    }
}

@Suite struct SegmenterSentenceTests {
    @Test("a sentence without end is cut, behind a comma where one stands near the limit")
    func cutsLongSentences() {
        var words = (0..<2500).map { "word\($0)" }
        words[900] = "word900,"
        let sentences = Segmenter().segment(Document(id: "t", text: words.joined(separator: " ")))
        #expect(sentences.map(\.tokens.count) == [902, 1000, 599])
        #expect(sentences.map(\.opensParagraph) == [true, false, false])
        #expect(sentences[1].tokens.first?.form == "word901")
    }

    @Test(arguments: [
        ("He left. She stayed.", ["He left .", "She stayed ."]),
        ("Gen. Smith met Mr. No. 2 in St. Paul.", ["Gen. Smith met Mr. No. 2 in St. Paul ."]),
        ("He said no. The end.", ["He said no .", "The end ."]),
        ("He left the U.S. The U.S. Army stayed.", ["He left the U.S.", "The U.S. Army stayed ."]),
        ("He works at Enron Corp. She does not.", ["He works at Enron Corp .", "She does not ."]),
        ("\"I won.\" He left. \"Really?\" she asked.", ["\" I won . \"", "He left .", "\" Really ? \" she asked ."]),
        ("U.S. officials said . \" We go . \" He left .", ["U.S. officials said .", "\" We go . \"", "He left ."]),
        ("on September 28.Russia Denies it", ["on September 28 .", "Russia Denies it"]),
        ("AP, Moscow : Russia said so.", ["AP , Moscow : Russia said so ."]),
        ("MOSCOW (Reuters) - Russia said so.", ["MOSCOW ( Reuters ) - Russia said so ."]),
        ("Russia denies it\n\nMoscow said so.", ["Russia denies it", "Moscow said so ."]),
        ("Russia denies it\r\nMoscow said so.", ["Russia denies it", "Moscow said so ."]),
        ("Visit amazon.com for v2.0 files.", ["Visit amazon.com for v2.0 files ."]),
    ])
    func splits(_ text: String, _ expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test func keepsWrappedLinesTogether() {
        let text = """
            The Russian foreign minister said on Tuesday that the talks with the
            United States had failed. He blamed Washington for the failure of the
            negotiations, which had lasted three days.
            Unnamed officials disagreed
            """
        #expect(sentences(text).count == 3)
        #expect(sentences(text)[0].hasSuffix("with the United States had failed ."))
    }

    @Test func marksParagraphs() {
        let found = Segmenter().segment(Document(id: "t", text: "One. Two.\n\nThree."))
        #expect(found.map(\.opensParagraph) == [true, false, true])
        #expect(found[1].range == 5..<9)
        #expect(found[0].tokens.map(\.gluedToNext) == [true, false])
    }

    @Test func hasNothingToSayOfNothing() {
        #expect(sentences("").isEmpty)
        #expect(sentences("\u{FEFF} \r\n\u{200B}").isEmpty)
    }
}
