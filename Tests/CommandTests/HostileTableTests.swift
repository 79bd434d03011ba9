import Entente
import Foundation
import SampleGraphs
import TemporaryFolders
import Testing

/// The table of hostile inputs: for every row the tests that prove it, by file and name.
private let hostileTable: [(row: String, tests: [(file: String, test: String)])] = [
    (
        "H1 control characters and escapes",
        [
            ("CommandTests/HostileTests", "noAnswerCarriesWhatSteersATerminal"),
            ("CommandTests/VisibleTests", "whatSteersATerminalIsSpelledOut"),
            ("ExportsTests/RoundTripTests", "jsonLinesLoseNothing"),
            ("ExportsTests/WriterTests", "droppedCharactersAreCounted"),
            ("ExportsTests/WriterTests", "everyFormatHoldsNastyTexts"),
        ]
    ),
    (
        "H2 bidirectional and invisible marks",
        [
            ("CommandTests/VisibleTests", "whatSteersATerminalIsSpelledOut"),
            ("ExportsTests/RoundTripTests", "jsonLinesLoseNothing"),
        ]
    ),
    (
        "H3 invalid UTF-8",
        [
            ("EntenteTests/TextInputTests", "invalidBytesAreReadAndNamed"),
            ("EntenteTests/TextInputTests", "everyKindOfInvalidSequenceIsSeen"),
        ]
    ),
    (
        "H4 byte order marks and other encodings",
        [
            ("EntenteTests/TextInputTests", "aByteOrderMarkBecomesSpacesSoThatOffsetsStay"),
            ("EntenteTests/TextInputTests", "utf16IsReadByItsMark"),
            ("EntenteTests/TextInputTests", "utf32IsReadByItsMark"),
            ("EntenteTests/HTMLTests", "anotherEncodingIsReadAsThePageSays"),
        ]
    ),
    ("H5 twins", [("CommandTests/HostileTextTests", "composedAndDecomposedLettersAreOneAndLookalikesAreNot")]),
    (
        "H6 empty and binary files",
        [
            ("CommandTests/BadInputTests", "theRestIsReadAndTheStatusSaysSo"),
            ("EntenteTests/TextInputTests", "binaryDataIsRefused"),
            ("EntenteTests/TextInputTests", "aDocumentWithoutTextIsNamed"),
        ]
    ),
    (
        "H7 endless lines and sentences",
        [
            ("CommandTests/HostileTextTests", "endlessSentencesAreReadInBoundedMemory"),
            ("CommandTests/HostileTextTests", "moreThanAGigabyteIsRefusedBeforeItIsRead"),
        ]
    ),
    ("H8 pathological punctuation", [("CommandTests/HostileTextTests", "twiceTheTextTakesTwiceTheTime")]),
    (
        "H9 DOT",
        [
            ("ExportsTests/DOT/DOTWriterTests", "gvprCountsWhatWeCount"),
            ("ExportsTests/DOT/DOTWriterTests", "graphvizReadsItWithoutAWord"),
        ]
    ),
    ("H10 HTML-like labels", [("ExportsTests/DOT/PictureWriterTests", "hostileLabelsAreShownToTheLetter")]),
    (
        "H11 scripts",
        [
            ("ExportsTests/HTML/HTMLWriterTests", "hostileTextEndsNoElement"),
            ("ExportsTests/DOT/PictureWriterTests", "addressesOfTheWebBecomeLinksAndOthersDoNot"),
        ]
    ),
    (
        "H12 XML",
        [
            ("ExportsTests/RoundTripTests", "graphMLLosesOnlyControlCharactersOfNames"),
            ("ExportsTests/RoundTripTests", "tenMegabytesInOneStringSurvive"),
            ("ExportsTests/WriterTests", "yEdLabelsDoNotTurnIntoMarkup"),
        ]
    ),
    ("H13 Cypher", [("Interop/interop/checks", "f24_cypher")]),
    (
        "H14 CSV",
        [
            ("ExportsTests/WriterTests", "formulasAreDefusedForSpreadsheetsOnly"),
            ("Interop/interop/checks", "f14_spreadsheet"),
        ]
    ),
    ("H15 RDF", [("ExportsTests/RDFTests", "namesHoldNoForeignCharacter"), ("Interop/interop/checks", "f26_rdf")]),
    (
        "H16 JSON",
        [
            ("EntenteTests/JSONLinesTests", "aBrokenLineIsNamedAndTheOthersAreRead"),
            ("EntenteTests/JSONLinesTests", "depthDoesNoHarm"),
            ("ExportsTests/ReaderErrorTests", "brokenLinesAreNamed"),
            ("ExportsTests/ReaderErrorTests", "depthIsCapped"),
            ("CommandTests/HostileTextTests", "oddJSONIsReadOrNamed"),
        ]
    ),
    (
        "H17 XML news",
        [
            ("CommandTests/HostileTextTests", "entitiesOfAPageAreNotFollowed"),
            ("EntenteTests/HTMLTests", "depthDoesNoHarm"),
            ("ExportsTests/ReaderErrorTests", "brokenXMLIsRefused"),
            ("ExportsTests/ReaderErrorTests", "deepXMLIsRefused"),
        ]
    ),
    (
        "H18 paths",
        [
            ("CommandTests/HostileFileTests", "idsOfDocumentsNameNoFiles"),
            ("CommandTests/HostileFileTests", "oddFileNamesAreRead"),
            ("CommandTests/HostileFileTests", "outputsMayHaveLongNamesAndBePipes"),
            ("CommandTests/BadInputTests", "anOutputThatIsAnInputIsRefusedBeforeAnyWork"),
            ("EntenteTests/AtomicFileTests", "aLinkStaysALink"),
        ]
    ),
    (
        "H19 files that come and go",
        [
            ("EntenteTests/LocatorTests", "aLinkBackToItsFolderEnds"),
            ("CommandTests/HostileFileTests", "aLinkToNothingIsNamed"),
            ("CommandTests/HostileFileTests", "aFileThatGrowsIsReadAsItWas"),
        ]
    ),
    (
        "H20 full disks",
        [
            ("CommandTests/BadInputTests", "outputsThatCannotBeWrittenAreNamed"),
            ("CommandTests/HostileFileTests", "aFullDiskLeavesTheOlderFileAndNoTrace"),
            ("CommandTests/HostileFileTests", "tooFewDescriptorsAreSaid"),
            ("CommandTests/SQLTests", "anOlderDatabaseStaysWhereTheNewOneFails"),
        ]
    ),
    ("H21 kill -9", [("CommandTests/HostileProcessTests", "whatIsKilledLeavesTheOlderFileAndCanBeRunAgain")]),
    ("H22 two writers", [("CommandTests/HostileProcessTests", "twoWritersLeaveTheWholeFileOfOne")]),
    (
        "H23 damaged databases",
        [
            ("StorageTests/DamageTests", "aCutOffFileIsNamed"), ("StorageTests/DamageTests", "aLaterVersionIsNamed"),
            ("StorageTests/DamageTests", "anotherProgramsDatabaseIsNamed"),
            ("CommandTests/SQLTests", "aDamagedDatabaseIsRefused"),
        ]
    ),
    (
        "H24 the same document twice",
        [
            ("CommandTests/HostileTextTests", "aDocumentGivenTwiceCountsOnce"),
            ("EntenteTests/LocatorTests", "aFileIsReadOnceHoweverOftenItIsNamed"),
            ("EntenteTests/JSONLinesTests", "documentsOfOneIdAreToldApartWhateverTheirOrder"),
        ]
    ),
    (
        "H25 too little of everything",
        [
            ("CommandTests/HostileProcessTests", "tooLittleMemoryLeavesNoHalfFile"),
            ("CommandTests/HostileProcessTests", "aSmallStackAndOneProcessorAreEnough"),
            ("CommandTests/HostileProcessTests", "closedStreamsAreSaidAndHarmNoFile"),
        ]
    ),
    (
        "H26 graph bombs",
        [
            ("CommandTests/HostileGraphTests", "everyQuestionIsAnswered"),
            ("RenderingTests/RendererTests", "tooManyNodesAreRefusedUnlessForced"),
            ("CommandTests/HostileGraphTests", "ofWhatIsTooLargeToDrawTheMainPartIsDrawnAndItIsSaid"),
        ]
    ),
    (
        "H27 environment",
        [
            ("RenderingTests/ChildRendererTests", "strangersCannotSteerTheChild"),
            ("CommandTests/HostileProcessTests", "theEnvironmentChangesNoPictureAndStartsNothing"),
        ]
    ),
    ("H28 dates", [("EntenteTests/JSONLinesTests", "daysThatAreNoneAreNotDates")]),
    ("H29 instructions", [("CommandTests/HostileTextTests", "textThatGivesOrdersIsText")]),
]

@Suite struct HostileTableTests {
    @Test func everyRowIsProvedByTestsThatExist() throws {
        let numbers = hostileTable.compactMap { Int($0.row.prefix { $0 != " " }.dropFirst()) }
        #expect(numbers == Array(1...29))
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        for (row, tests) in hostileTable {
            #expect(!tests.isEmpty, "\(row)")
            for (file, test) in tests {
                let (suffix, keyword) = file.hasPrefix("Interop") ? (".py", "def") : (".swift", "func")
                let source = try String(contentsOf: root.appendingPathComponent(file + suffix), encoding: .utf8)
                #expect(source.contains("\(keyword) \(test)("), "\(row): \(file) has no \(test)")
            }
        }
    }
}
