import Annotations

/// The tables of a graph, and the views in which people and datasette see it.
///
/// Numbers named `key` are the rows' own and mean nothing outside the file. Tables are named in the singular and hold the
/// graph without loss; views are named in the plural and join what belongs together.
enum GraphSchema {
    /// The mark in the file's header that it holds a graph: "EnTG".
    static let applicationID = 0x456E_5447
    /// The version of the tables; a file of a later one is not read.
    static let version = 1

    /// What is created before rows are inserted.
    static let tables = """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        CREATE TABLE relation(
          key INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL, symmetric INTEGER NOT NULL,
          polarity TEXT NOT NULL CHECK (polarity IN (\(list(Polarity.allCases.map(\.rawValue))))),
          plover TEXT NOT NULL, cameo TEXT NOT NULL, wikidata TEXT NOT NULL) STRICT;
        CREATE TABLE document(
          key INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT, date TEXT, url TEXT,
          listed INTEGER NOT NULL) STRICT;
        CREATE TABLE entity(
          key INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN (\(list(EntityKind.allCases.map(\.rawValue))))),
          wikidata TEXT, mentions INTEGER NOT NULL) STRICT;
        CREATE TABLE alias(
          entity INTEGER NOT NULL REFERENCES entity(key), position INTEGER NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (entity, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE reason(
          entity INTEGER NOT NULL REFERENCES entity(key), position INTEGER NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY (entity, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE entity_document(
          entity INTEGER NOT NULL REFERENCES entity(key), position INTEGER NOT NULL,
          document INTEGER NOT NULL REFERENCES document(key),
          PRIMARY KEY (entity, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE edge(
          key INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES entity(key), relation TEXT NOT NULL,
          target INTEGER NOT NULL REFERENCES entity(key),
          status TEXT NOT NULL CHECK (status IN (\(list(Status.allCases.map(\.rawValue))))),
          confidence REAL NOT NULL) STRICT;
        CREATE TABLE passage(
          key INTEGER PRIMARY KEY, edge INTEGER NOT NULL REFERENCES edge(key),
          document INTEGER NOT NULL REFERENCES document(key), start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
          text TEXT NOT NULL, source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
          target_start INTEGER NOT NULL, target_end INTEGER NOT NULL, speaker INTEGER REFERENCES entity(key),
          confidence REAL NOT NULL, date TEXT) STRICT;
        CREATE TABLE attribution(
          passage INTEGER NOT NULL REFERENCES passage(key), position INTEGER NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (passage, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE finding(
          passage INTEGER NOT NULL REFERENCES passage(key), position INTEGER NOT NULL, method TEXT NOT NULL,
          name TEXT NOT NULL, score REAL NOT NULL,
          PRIMARY KEY (passage, position)) STRICT, WITHOUT ROWID;

        """

    /// What is created once the rows are there: sorting them then is faster than keeping them sorted.
    static let indexes = """
        CREATE UNIQUE INDEX document_id ON document(id);
        CREATE UNIQUE INDEX entity_id ON entity(id);
        CREATE INDEX entity_document_document ON entity_document(document);
        CREATE UNIQUE INDEX edge_from ON edge(source, relation, target, status);
        CREATE INDEX edge_to ON edge(target, relation, source);
        CREATE INDEX passage_edge ON passage(edge);
        CREATE INDEX passage_document ON passage(document);
        CREATE INDEX passage_speaker ON passage(speaker) WHERE speaker IS NOT NULL;

        """

    /// The graph as people ask for it.
    static let views = """
        CREATE VIEW nodes AS
          SELECT e.key, e.id, e.name, e.kind, e.wikidata,
            (SELECT group_concat(name, '; ') FROM (SELECT name FROM alias WHERE entity = e.key ORDER BY position))
              AS aliases,
            e.mentions, (SELECT count(*) FROM entity_document WHERE entity = e.key) AS documents,
            (SELECT count(*) FROM edge WHERE source = e.key) AS outgoing,
            (SELECT count(*) FROM edge WHERE target = e.key) AS incoming
          FROM entity e;
        CREATE VIEW edges AS
          SELECT e.key, s.name AS source, e.relation, t.name AS target, e.status, e.confidence,
            (SELECT count(*) FROM passage WHERE edge = e.key) AS passages,
            (SELECT count(DISTINCT document) FROM passage WHERE edge = e.key) AS documents,
            (SELECT min(date) FROM passage WHERE edge = e.key) AS first_date,
            (SELECT max(date) FROM passage WHERE edge = e.key) AS last_date,
            (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT n.name FROM passage p
              JOIN entity n ON n.key = p.speaker WHERE p.edge = e.key ORDER BY n.name)) AS speakers,
            (SELECT polarity FROM relation WHERE id = e.relation) AS polarity,
            s.id AS source_id, t.id AS target_id, s.kind AS source_kind, t.kind AS target_kind
          FROM edge e JOIN entity s ON s.key = e.source JOIN entity t ON t.key = e.target;
        CREATE VIEW passages AS
          SELECT p.key, s.name AS source, e.relation, t.name AS target, e.status, n.name AS speaker, p.text,
            d.id AS document, coalesce(p.date, d.date) AS date, p.confidence, p.start_byte, p.end_byte,
            (SELECT group_concat(name, ' > ') FROM (SELECT name FROM attribution WHERE passage = p.key
              ORDER BY position)) AS attribution,
            e.key AS edge, s.id AS source_id, t.id AS target_id, n.id AS speaker_id
          FROM passage p JOIN edge e ON e.key = p.edge JOIN entity s ON s.key = e.source
            JOIN entity t ON t.key = e.target JOIN document d ON d.key = p.document
            LEFT JOIN entity n ON n.key = p.speaker;

        """

    /// Full-text search over names and sentences, where this SQLite has it; its row ids are the keys of `entity` and
    /// `passage`.
    static let search = """
        CREATE VIRTUAL TABLE name_search USING fts5(
          name, aliases, content = 'nodes', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE text_search USING fts5(
          text, content = 'passage', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');
        INSERT INTO name_search(name_search) VALUES ('rebuild');
        INSERT INTO text_search(text_search) VALUES ('rebuild');

        """

    private static func list(_ values: [String]) -> String {
        values.map { "'\($0)'" }.joined(separator: ", ")
    }
}
