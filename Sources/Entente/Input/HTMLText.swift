import CLibXML2

/// The article in an HTML page: its paragraphs without navigation, scripts and other boilerplate; its title and date.
enum HTMLText {
    /// Reads a page. Offsets of evidence then refer to the text of the document that is returned.
    static func document(id: String, html: [UInt8]) -> Document {
        guard let page = HTMLPage(html) else { return Document(id: id, bytes: []) }
        let facts = HTMLFacts(page)
        let blocks = HTMLBlocks(page).article
        return Document(
            id: id, text: withHeadline(facts.headline, blocks).joined(separator: "\n\n"), title: facts.title,
            date: facts.date, url: facts.url)
    }

    /// Puts the headline first where the article does not hold it.
    private static func withHeadline(_ headline: String?, _ blocks: [String]) -> [String] {
        guard let headline, !blocks.isEmpty, !blocks.prefix(3).contains(headline) else { return blocks }
        return [headline] + blocks
    }
}

/// A parsed page; the tree lives as long as the value that owns it.
final class HTMLPage {
    private let tree: htmlDocPtr

    /// Parses a page; nil where nothing can be made of it.
    init?(_ html: [UInt8]) {
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        let quiet = Int32(options | HTML_PARSE_NONET.rawValue)
        // A page that is not UTF-8 says in its own head what it is.
        let encoding = TextDecoding.firstInvalidByte(html) == nil ? "UTF-8" : nil
        let parsed = html.withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, encoding, quiet)
        }
        guard let parsed else { return nil }
        tree = parsed
    }

    deinit { xmlFreeDoc(tree) }

    /// The elements of the page in document order.
    var elements: [HTMLElement] {
        var result: [HTMLElement] = []
        walk { event in
            if case .open(let element) = event { result.append(element) }
            return true
        }
        return result
    }

    /// What a walk through the tree meets.
    enum Event {
        case open(HTMLElement)
        case close(HTMLElement)
        case text(String)
    }

    /// Walks through the tree in document order without recursion, so that depth does no harm.
    ///
    /// `visit` returns false at an opening to pass over what is inside; such an element is not closed.
    func walk(_ visit: (Event) -> Bool) {
        guard var node = xmlDocGetRootElement(tree) else { return }
        let root = node
        while true {
            if enter(node, visit), let child = node.pointee.children {
                node = child
                continue
            }
            while node.pointee.next == nil || node == root {
                guard node != root, let parent = node.pointee.parent else { return }
                node = parent
                if let element = HTMLElement(node) { _ = visit(.close(element)) }
            }
            guard let next = node.pointee.next else { return }
            node = next
        }
    }

    /// Visits a node; true where its children are to be visited.
    private func enter(_ node: xmlNodePtr, _ visit: (Event) -> Bool) -> Bool {
        if let element = HTMLElement(node) {
            guard visit(.open(element)) else { return false }
            if node.pointee.children == nil { _ = visit(.close(element)) }
            return true
        }
        if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE,
            let content = node.pointee.content
        {
            _ = visit(.text(String(cString: content)))
        }
        return false
    }
}

/// An element of a page.
struct HTMLElement {
    private let node: xmlNodePtr
    /// The name in lower case.
    let name: String

    init?(_ node: xmlNodePtr) {
        guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name else { return nil }
        self.node = node
        self.name = String(cString: name).lowercased()
    }

    /// The value of an attribute, or nil.
    subscript(_ attribute: String) -> String? {
        guard let value = xmlGetProp(node, attribute) else { return nil }
        defer { entente_xml_free(value) }
        return String(cString: value)
    }

    /// All text inside.
    var text: String {
        guard let content = xmlNodeGetContent(node) else { return "" }
        defer { entente_xml_free(content) }
        return String(cString: content)
    }
}
