import Extraction
import Testing

@Suite struct ComparedNameTests {
    @Test(arguments: [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"), ("The  Pentagon", "pentagon"), ("the", "the"),
        ("An-Nahar", "nahar"), ("Al-Jazeera's", "al jazeera"), ("People’s Party", "people party"),
        ("O'sullivan", "o sullivan"), ("U.S.", "united states"), ("ISIS", "islamic state"),
        ("the UK", "united kingdom"), ("Great Britain", "united kingdom"), ("Britain First", "britain first"),
        ("ﬁfth fleet", "fifth fleet"), ("İzmir", "izmir"), ("Łódź", "odz"), ("Путин", ""), ("", ""),
    ])
    func namesLoseWhatDoesNotTellThemApart(name: String, text: String) {
        #expect(ComparedName(name).text == text)
    }
}
