//! Do the rooms of `src/` use only what the design allows?
//!
//! Every Rust file is parsed; each path that starts with `crate::` is an arrow to another room, and
//! each path into a foreign crate is a dependency. `README.md` explains the rooms.

use std::collections::BTreeSet;
use std::path::Path;

use syn::visit::{self, Visit};

/// Each room, and the rooms it may use. `main.rs` may use everything.
const MAY_USE: &[(&str, &[&str])] = &[
    ("config", &[]),
    ("domain", &[]),
    ("geo", &["domain"]),
    ("law", &["domain"]),
    ("import", &["domain", "geo"]),
    ("sample", &["domain", "geo"]),
    ("store", &["domain"]),
    ("city", &["domain", "geo", "law"]),
    ("query", &["domain", "geo", "law", "city"]),
    // A tile shows the listings that a search finds.
    ("tile", &["domain", "geo", "law", "city", "query"]),
    ("ledger", &["domain", "geo", "law"]),
    ("workflow", &["domain"]),
    (
        "app",
        &["domain", "geo", "law", "import", "sample", "store", "city", "query", "tile", "ledger", "workflow"],
    ),
    ("http", &["domain", "geo", "law", "city", "query", "tile", "ledger", "workflow", "app"]),
];

/// Foreign crates that belong to one room. The second list is where they may appear, by path prefix.
const BELONGS_TO: &[(&str, &[&str])] = &[
    ("axum", &["http"]),
    ("utoipa", &["http"]),
    ("tower_http", &["http"]),
    // A GeoPackage is an SQLite file: reading one is reading a foreign format.
    ("sqlx", &["store", "import/geopackage"]),
    ("object_store", &["store"]),
    ("proj", &["geo"]),
    ("proj_sys", &["geo"]),
    ("shapefile", &["import"]),
    // Feeds are read back with it.
    ("quick_xml", &["import", "http/tests"]),
    ("osmpbf", &["import"]),
    ("zip", &["import"]),
    ("image", &["import"]),
    ("calamine", &["import"]),
    ("csv", &["import", "law", "ledger", "sample"]),
    ("rstar", &["city", "geo/walk", "ledger"]),
    ("lettre", &["app/mail"]),
    ("chacha20poly1305", &["app/mail"]),
    ("webauthn_rs", &["app/account"]),
    ("clap", &["main", "config"]),
    ("anyhow", &["main"]),
];

/// Rooms that are synchronous and do no I/O, and what would break that.
const PURE: &[&str] = &["domain", "query", "tile", "city", "ledger", "law", "workflow"];
const IMPURE: &[&str] = &["tokio", "sqlx", "reqwest", "std::fs", "std::net", "std::process", "std::env"];

struct Source {
    /// Path below `src/`, without `.rs`: `city/filter`.
    place: String,
    room: String,
    paths: BTreeSet<String>,
    is_async: bool,
}

#[derive(Default)]
struct Paths {
    found: BTreeSet<String>,
    is_async: bool,
}

impl Paths {
    fn add_use(&mut self, prefix: &str, tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(p) => self.add_use(&format!("{prefix}{}::", p.ident), &p.tree),
            syn::UseTree::Name(n) => {
                self.found.insert(format!("{prefix}{}", n.ident));
            }
            syn::UseTree::Rename(r) => {
                self.found.insert(format!("{prefix}{}", r.ident));
            }
            syn::UseTree::Glob(_) => {
                self.found.insert(prefix.to_owned());
            }
            syn::UseTree::Group(g) => g.items.iter().for_each(|t| self.add_use(prefix, t)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_use("", &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        self.found.insert(segments.join("::"));
        visit::visit_path(self, path);
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        self.is_async |= signature.asyncness.is_some();
        visit::visit_signature(self, signature);
    }

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        // Macro bodies are opaque; a `crate::` path inside one still counts.
        let text = found.tokens.to_string().replace(' ', "");
        for (at, _) in text.match_indices("crate::") {
            let room: String =
                text[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            self.found.insert(format!("crate::{room}"));
        }
        visit::visit_macro(self, found);
    }
}

fn sources() -> Vec<Source> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walkdir::WalkDir::new(&src)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| read_source(&src, &path))
        .collect()
}

fn read_source(src: &Path, path: &Path) -> Source {
    let text = std::fs::read_to_string(path).unwrap();
    let file = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let place = path.strip_prefix(src).unwrap().with_extension("").to_string_lossy().into_owned();
    let room = place.split('/').next().unwrap().to_owned();
    let mut paths = Paths::default();
    paths.visit_file(&file);
    Source { place, room, paths: paths.found, is_async: paths.is_async }
}

fn inner_rooms(sources: &[Source]) -> impl Iterator<Item = &Source> {
    sources.iter().filter(|s| s.room != "main" && s.room != "lib")
}

#[test]
fn arrows_between_rooms_point_only_as_the_design_allows() {
    let rooms: BTreeSet<&str> = MAY_USE.iter().map(|(room, _)| *room).collect();
    let sources = sources();
    let mut wrong = Vec::new();
    for source in inner_rooms(&sources) {
        let allowed = MAY_USE.iter().find(|(room, _)| *room == source.room);
        let Some((_, allowed)) = allowed else {
            wrong.push(format!("src/{}.rs is in a room the design does not know", source.place));
            continue;
        };
        for path in &source.paths {
            let mut parts = path.split("::");
            let target = match parts.next() {
                Some("crate") => parts.next().unwrap_or_default(),
                _ => continue,
            };
            if rooms.contains(target) && target != source.room && !allowed.contains(&target) {
                wrong.push(format!("src/{}.rs uses crate::{target}", source.place));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows the design does not allow:\n{}", wrong.join("\n"));
}

#[test]
fn foreign_crates_stay_in_the_room_that_owns_them() {
    let sources = sources();
    let mut wrong = Vec::new();
    for source in &sources {
        for path in &source.paths {
            let first = path.split("::").next().unwrap_or_default();
            let owner = BELONGS_TO.iter().find(|(name, _)| *name == first && path.contains("::"));
            if let Some((name, places)) = owner
                && !places.iter().any(|p| source.place.starts_with(p))
            {
                wrong.push(format!("src/{}.rs uses {name}, which belongs to {places:?}", source.place));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pure_rooms_are_synchronous_and_do_no_io() {
    let sources = sources();
    let mut wrong = Vec::new();
    for source in inner_rooms(&sources).filter(|s| PURE.contains(&s.room.as_str())) {
        if source.is_async {
            wrong.push(format!("src/{}.rs has an async fn", source.place));
        }
        for path in &source.paths {
            if IMPURE.iter().any(|i| path == i || path.starts_with(&format!("{i}::"))) {
                wrong.push(format!("src/{}.rs uses {path}", source.place));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_walk_over_the_sources_sees_what_it_judges() {
    let sources = sources();
    let plane = sources.iter().find(|s| s.place == "geo/local_plane").unwrap();
    assert!(plane.paths.contains("crate::domain::LonLat"));
    assert!(sources.len() > 15);
}
