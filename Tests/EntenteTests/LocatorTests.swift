import Glibc
import TemporaryFolders
import Testing

@testable import Entente

@Suite struct LocatorTests {
    let folder = TemporaryFolder()

    private func names(_ arguments: [String]) -> [String] {
        InputLocator(arguments).files.map { String($0.name.dropFirst(folder.path.count + 1)) }
    }

    @Test func foldersArePassedThroughWithAllBelowThem() throws {
        _ = folder.folder("sub")
        for name in ["b.txt", "a.md", "sub/c.html", "sub/d.jsonl.gz", "e", "photo.png", ".hidden.txt"] {
            _ = folder.write("text", name)
        }
        #expect(names([folder.path]) == ["a.md", "b.txt", "e", "sub/c.html", "sub/d.jsonl.gz"])
        #expect(InputLocator([folder.path]).leftOut == [folder / "photo.png"])
    }

    @Test func patternsAreMatched() throws {
        for name in ["a1.txt", "a2.txt", "b.txt"] { _ = folder.write("text", name) }
        #expect(names([folder / "a?.txt"]) == ["a1.txt", "a2.txt"])
        #expect(InputLocator([folder / "z*.txt"]).problems.map(\.what) == ["no file matches this pattern"])
    }

    @Test func aNameThatLooksLikeAPatternIsAName() throws {
        _ = folder.write("text", "a[1].txt")
        #expect(names([folder / "a[1].txt"]) == ["a[1].txt"])
    }

    @Test func aFileIsReadOnceHoweverOftenItIsNamed() throws {
        _ = folder.write("text", "a.txt")
        symlink(folder / "a.txt", folder / "b.txt")
        #expect(names([folder / "b.txt", folder / "./a.txt", folder.path]) == ["a.txt"])
    }

    @Test func aLinkBackToItsFolderEnds() throws {
        _ = folder.write("text", "a.txt")
        symlink(folder.path, folder / "loop")
        symlink(folder / "self", folder / "self")
        #expect(names([folder.path]) == ["a.txt"])
        #expect(InputLocator([folder / "self"]).problems.map(\.kind) == [.noInput])
    }

    @Test func whatIsMissingIsNamed() {
        let problems = InputLocator([folder / "none.txt", folder.path]).problems
        #expect(problems.map(\.what).sorted() == ["holds no file", "no such file or folder"])
        #expect(problems.allSatisfy { $0.kind == .noInput && !$0.advice.isEmpty })
    }
}
