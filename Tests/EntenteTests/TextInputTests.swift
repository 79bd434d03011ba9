import TemporaryFolders
import Testing

@testable import Entente

/// Reads one file of a test's own.
func read(_ bytes: [UInt8], as name: String) throws -> DocumentBatch {
    let folder = TemporaryFolder()
    return DocumentReader().read([folder.write(bytes, name)])
}

func read(_ text: String, as name: String) throws -> DocumentBatch {
    try read(Array(text.utf8), as: name)
}

@Suite struct TextInputTests {
    @Test func plainTextIsKeptByteForByte() throws {
        let bytes = Array("Putin\r\nbacks  Assad.\n\n\u{201C}Zürich\u{201D} 東京\0\n".utf8)
        let batch = try read(bytes, as: "a.txt")
        #expect(batch.documents.map(\.bytes) == [bytes])
        #expect(batch.problems.isEmpty)
    }

    @Test func aByteOrderMarkBecomesSpacesSoThatOffsetsStay() throws {
        let batch = try read([0xEF, 0xBB, 0xBF] + Array("Russia".utf8), as: "a.txt")
        #expect(batch.documents.first?.text(3..<9) == "Russia")
        #expect(batch.documents.first?.text(0..<3) == "   ")
    }

    @Test(arguments: [false, true])
    func utf16IsReadByItsMark(bigEndian: Bool) throws {
        let units = [UInt16(0xFEFF)] + Array("Ægypt 🙂".utf16)
        let bytes = units.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
        #expect(try read(bytes, as: "a.txt").documents.first?.bytes == Array("Ægypt 🙂".utf8))
    }

    @Test func utf32IsReadByItsMark() throws {
        let units = [UInt32(0xFEFF)] + "Syria 🙂".unicodeScalars.map(\.value)
        let bytes = units.flatMap { unit in [0, 8, 16, 24].map { UInt8(unit >> $0 & 0xFF) } }
        #expect(try read(bytes, as: "a.txt").documents.first?.bytes == Array("Syria 🙂".utf8))
    }

    @Test func invalidBytesAreReadAndNamed() throws {
        let batch = try read(Array("line\nZ".utf8) + [0xFC] + Array("rich".utf8), as: "a.txt")
        #expect(batch.documents.first?.text(5..<11) == "Z\u{FFFD}rich")
        let problem = try #require(batch.problems.first)
        #expect(problem.kind == .repaired && problem.line == 2 && problem.what.contains("byte 6"))
        #expect(!batch.isPartial)
    }

    @Test(arguments: [
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
        [0xF8, 0x88, 0x80, 0x80, 0x80],
    ])
    func everyKindOfInvalidSequenceIsSeen(bytes: [UInt8]) {
        #expect(TextDecoding.firstInvalidByte([0x41] + bytes) == 1)
    }

    @Test func validTextHasNoInvalidByte() {
        #expect(TextDecoding.firstInvalidByte(Array("aé東🙂\u{D7FF}\u{E000}\u{10FFFF}".utf8)) == nil)
    }

    @Test(arguments: [
        (Array("%PDF-1.4 text".utf8), "a PDF"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"),
        ([1, 2, 3, 4, 5, 6, 7, 0], "binary data"),
    ])
    func binaryDataIsRefused(bytes: [UInt8], name: String) throws {
        let batch = try read(bytes, as: "a.txt")
        #expect(batch.documents.isEmpty && batch.isPartial)
        #expect(batch.problems.first?.what == "is \(name), not text")
    }

    @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}"])
    func aDocumentWithoutTextIsNamed(text: String) throws {
        let batch = try read(text, as: "a.txt")
        #expect(batch.documents.isEmpty)
        #expect(batch.problems.map(\.what) == ["holds no text"])
    }

    @Test func theKindIsReadFromTheNameThenFromTheContent() {
        #expect(InputKind(fileName: Array("x/a.TXT".utf8), content: Array("<html>".utf8)) == .plain)
        #expect(InputKind(fileName: Array("a.html.gz".utf8), content: []) == .html)
        #expect(InputKind(fileName: [], content: Array(" \n<!DOCTYPE html>".utf8)) == .html)
        #expect(InputKind(fileName: [], content: Array("{\"text\":1}".utf8)) == .jsonLines)
        #expect(InputKind(fileName: Array("dir.html/a".utf8), content: Array("He said {".utf8)) == .plain)
    }
}
