//! Does the README still tell the truth about the code?

use std::collections::BTreeSet;
use std::path::Path;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The `src/…` places the code map names, one in backquotes at the start of each table row.
fn mapped() -> BTreeSet<String> {
    readme()
        .lines()
        .filter_map(|line| line.strip_prefix("| `src/")?.split('`').next())
        .map(|place| place.trim_end_matches('/').to_owned())
        .collect()
}

#[test]
fn the_code_map_names_every_room_and_no_room_that_is_gone() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let present: BTreeSet<String> = std::fs::read_dir(src)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "lib.rs")
        .collect();
    assert_eq!(mapped(), present);
}

#[test]
fn every_file_the_readme_links_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = readme();
    let missing: Vec<&str> = text
        .match_indices("](")
        .filter_map(|(at, _)| text[at + 2..].split(')').next())
        .filter(|link| !link.contains("://") && !link.starts_with('#'))
        .filter(|link| !root.join(link.split('#').next().unwrap()).exists())
        .collect();
    assert!(missing.is_empty(), "links to nowhere: {missing:?}");
}

#[test]
fn every_make_command_the_readme_shows_exists() {
    let makefile = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Makefile")).unwrap();
    for line in readme().lines().filter_map(|l| l.strip_prefix("make ")) {
        let goal = line.split_whitespace().next().unwrap();
        assert!(makefile.contains(&format!("\n{goal}:")), "make {goal} is not in the Makefile");
    }
}
