import Glibc
import TemporaryFolders
import Testing

@testable import Entente

@Suite struct AtomicFileTests {
    let folder = TemporaryFolder()

    private func content(_ path: String) throws -> String {
        String(decoding: try InputFile(path: path).read(), as: UTF8.self)
    }

    @Test func theFileAppearsWhenItIsWhole() throws {
        let file = try AtomicFile(path: folder / "a.txt")
        try file.write(Array("one ".utf8))
        #expect(FileIdentity.of(folder / "a.txt") == nil)
        try file.write(Array("two".utf8))
        try file.commit()
        #expect(try content(folder / "a.txt") == "one two")
        #expect(folder.names == ["a.txt"])
    }

    @Test func anAbandonedFileLeavesTheOlderOneAndNoTrace() throws {
        let path = folder.write("old", "a.txt")
        do {
            let file = try AtomicFile(path: path)
            try file.write(Array("new".utf8))
        }
        #expect(try content(path) == "old")
        #expect(folder.names == ["a.txt"])
    }

    @Test func aLinkStaysALink() throws {
        let path = folder.write("old", "a.txt")
        symlink(path, folder / "link")
        try AtomicFile.write(Array("new".utf8), to: folder / "link")
        #expect(try content(path) == "new")
        var status = stat()
        #expect(lstat(folder / "link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func permissionsStay() throws {
        let path = folder.write("old", "a.txt")
        chmod(path, 0o640)
        try AtomicFile.write(Array("new".utf8), to: path)
        #expect((FileIdentity.of(path)?.mode ?? 0) & 0o7777 == 0o640)
    }

    @Test func aFullDiskIsSaidAndADeviceIsWrittenDirectly() throws {
        #expect(throws: Problem.self) { try AtomicFile.write([1, 2, 3], to: "/dev/full") }
        try AtomicFile.write([1, 2, 3], to: "/dev/null")
        #expect(FileIdentity.of("/dev/null")?.isRegular == false)
    }

    @Test func aMissingFolderAndAFolderAreRefused() throws {
        let missing = #expect(throws: Problem.self) { try AtomicFile.write([], to: folder / "no/a.txt") }
        #expect(missing?.kind == .cannotCreate && missing?.what == "its folder does not exist")
        let itself = #expect(throws: Problem.self) { try AtomicFile.write([], to: folder.path) }
        #expect(itself?.what == "is a folder")
    }

    @Test func anOutputThatIsAnInputIsRefused() throws {
        let path = folder.write("text", "a.txt")
        symlink(path, folder / "link.txt")
        #expect(throws: Problem.self) { try OutputCheck.check(outputs: [folder / "link.txt"], inputs: [path]) }
        #expect(throws: Problem.self) { try OutputCheck.check(outputs: ["x.dot", "x.dot"], inputs: []) }
        try OutputCheck.check(outputs: [folder / "b.txt", "-", "/dev/stdout"], inputs: [path, "-"])
    }
}
