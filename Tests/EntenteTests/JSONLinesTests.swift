import Testing

@testable import Entente

@Suite struct JSONLinesTests {
    @Test func linesBecomeDocuments() throws {
        let lines = """
            {"text":"Putin\\nbacks Assad \\u00e9","id":"b","title":"T","date":"2015-09-14T00:00:00Z","url":"http://a"}

            {"id":7,"text":"Two"}\r
            {"text":"Three","other":[1,{"x":null}]}
            """
        let batch = try read(lines, as: "n.jsonl")
        #expect(batch.problems.isEmpty)
        #expect(batch.documents.map(\.id).filter { !$0.hasSuffix("n.jsonl:4") } == ["7", "b"])
        #expect(
            batch.documents.last { $0.id == "b" }
                == Document(id: "b", text: "Putin\nbacks Assad é", title: "T", date: "2015-09-14", url: "http://a"))
    }

    @Test(arguments: [
        ("{\"text\":", "is not valid JSON"), ("{\"id\":\"a\"}", "has no \"text\""),
        ("{\"text\":5}", "\"text\" is not a string"), ("17", "is not a JSON object"),
        ("{\"text\":\" \"}", "has an empty \"text\""),
        ("{\"text\":\"\\ud800\"}", "is not valid JSON"), ("{\"text\":\"a\"} x", "is not valid JSON"),
    ])
    func aBrokenLineIsNamedAndTheOthersAreRead(line: String, what: String) throws {
        let batch = try read(
            "{\"text\":\"One\",\"id\":\"1\"}\n\(line)\n{\"text\":\"Two\",\"id\":\"2\"}\n", as: "n.jsonl")
        #expect(batch.documents.map(\.id) == ["1", "2"])
        #expect(batch.problems.map(\.what) == [what])
        #expect(batch.problems.first?.line == 2 && batch.isPartial)
    }

    @Test func aDateThatIsNoneIsDropped() throws {
        let batch = try read("{\"text\":\"One\",\"date\":\"yesterday\"}", as: "n.jsonl")
        #expect(batch.documents.map(\.date) == [nil])
    }

    /// H28: what is no day of the calendar is no date; a day to come is one.
    @Test(arguments: [
        "0000-00-00", "0000-01-01", "9999-99-99", "2015-02-31", "2015-02-29", "12024-01-01", "-2015-01-01",
        "+2015-01-01",
        "\u{0662}\u{0660}\u{0661}\u{0665}-\u{0660}\u{0669}-\u{0661}\u{0664}", "2015-9-14", "14/09/2015", "", "1e400",
    ])
    func daysThatAreNoneAreNotDates(text: String) throws {
        let batch = try read("{\"text\":\"One\",\"date\":\"\(text)\"}", as: "n.jsonl")
        #expect(batch.documents.map(\.date) == [nil])
        #expect(CalendarDate.normalized("2016-02-29T02:30:00+02:00") == "2016-02-29")
        #expect(CalendarDate.normalized("2999-12-31") == "2999-12-31")
    }

    @Test func anArrayAndAnObjectOverSeveralLinesAreRead() throws {
        let array = try read("[\n{\"text\":\"One\",\"id\":\"1\"},\n{\"text\":\"Two\",\"id\":\"2\"}\n]", as: "n.json")
        #expect(array.documents.map(\.id) == ["1", "2"])
        let object = try read("{\n\"text\":\"One\",\n\"id\":\"1\"\n}", as: "n.json")
        #expect(object.documents.map(\.id) == ["1"])
    }

    @Test func depthDoesNoHarm() throws {
        let deep = "{\"text\":\"a\",\"x\":" + String(repeating: "[", count: 100_000) + "}"
        let batch = try read("\(deep)\n{\"text\":\"Two\",\"id\":\"2\"}\n", as: "n.jsonl")
        #expect(batch.documents.map(\.id) == ["2"])
    }

    @Test func documentsOfOneIdAreToldApartWhateverTheirOrder() {
        let (a, b, c) = (Document(id: "x", text: "1"), Document(id: "x", text: "2"), Document(id: "x", text: "1"))
        let expected = ["x", "x#2"]
        #expect(DocumentReader.distinct([a, b, c]).map(\.id) == expected)
        #expect(DocumentReader.distinct([c, b, a]) == DocumentReader.distinct([a, b, c]))
    }
}
