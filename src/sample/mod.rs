//! Answers "what would a ward look like before its real data is loaded?": a made-up one that feels real.
//!
//! A few facts (names and rounded positions of towns and stations, shares of use districts) and a fixed
//! seed give the same bytes every time: a boundary, roads and blocks, three editions of zoning with known
//! edits, shopping streets, a land-use survey, listings and pictures. Everything is 合成データ and says so.

// Geometry speaks of points a, b, c and directions d.
#![allow(clippy::many_single_char_names)]

mod arrangement;
mod asking;
mod basemap;
mod blocks;
mod boundary;
mod canvas;
mod drawn_inside;
mod drawn_outside;
mod editions;
mod edits;
mod facts;
mod files;
mod fit;
mod footways;
mod ground;
mod landuse;
mod layout;
mod listings;
mod manifest;
mod mesh;
mod outline;
mod pictures;
mod plain_layers;
mod premises;
mod roads;
mod shapes;
mod streets;
mod texts;
mod trades;
mod zoning;

use std::fmt;
use std::path::{Path, PathBuf};
use thiserror::Error;

use facts::Facts;
use fit::Circles;
use ground::Ground;
use layout::Layout;

pub use fit::Fit;

/// The seed of everything random in the sample.
const SEED: u64 = 13_112;

/// Why the sample could not be written.
#[derive(Debug, Error)]
pub enum SampleError {
    /// A row of the facts cannot be read.
    #[error("the facts in `{file}` cannot be read")]
    Facts {
        /// The file of facts.
        file: &'static str,
        /// What is wrong.
        source: csv::Error,
    },
    /// A point of a drawn line is no pair of numbers.
    #[error("not a longitude and a latitude: `{text}`")]
    Point {
        /// What was read.
        text: String,
    },
    /// A file cannot be written.
    #[error("`{}` cannot be written", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: std::io::Error,
    },
}

/// What was written.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleReport {
    /// The files written, with their sizes in bytes, in order.
    pub files: Vec<(String, usize)>,
    /// How near the use districts of 2025 are to the published shares.
    pub fit: Fit,
    /// Quasi-industrial land in the plan of 2025, m2.
    pub quasi_industrial_m2: f64,
    /// Number of zones in the plan of 2025.
    pub zones: usize,
    /// Number of known rezonings between the editions.
    pub edits: usize,
    /// Number of shopping streets.
    pub streets: usize,
    /// Number of listings in every state.
    pub listings: usize,
    /// Number of listings the public sees.
    pub published: usize,
}

/// Writes the sample ward into a folder, which is made if need be.
pub fn write(dir: &Path) -> Result<SampleReport, SampleError> {
    let (files, report) = generate()?;
    for (name, text) in &files {
        let path = dir.join(name);
        let failed = |source| SampleError::Write { path: path.clone(), source };
        std::fs::create_dir_all(path.parent().unwrap_or(dir)).map_err(failed)?;
        std::fs::write(&path, text).map_err(failed)?;
    }
    Ok(report)
}

/// Every file of the sample, in the order of their names.
fn generate() -> Result<(Vec<(String, String)>, SampleReport), SampleError> {
    let ground = Ground::new();
    let layout = Layout::plan(ground, Facts::read(&ground)?);
    let streets = streets::draw(&layout);
    let circles = Circles::new(&layout, &layout.facts);
    let plans = zoning::draw(&layout, &streets, &circles);
    let districts: Vec<_> = plans.iter().map(|p| p.map(|p| p.district)).collect();
    let industrial = |f: &usize| districts[*f] == Some(crate::domain::UseDistrict::QuasiIndustrial);
    let quasi_industrial_m2 = (0..districts.len()).filter(industrial).map(|f| layout.areas[f]).sum();
    let mut editions = editions::draw(&layout, &plans);
    let (surveys, survey) = landuse::draw(&layout, &editions.once_industrial);
    editions.edits["landuse"] = survey;
    let edits = serde_json::to_string(&editions.edits)
        .map(|text| text.replace("},{", "},\n{"))
        .expect("a JSON value has a text");
    let (listings, listing_count, published) = listings::write(&layout, &streets, &plans);
    let mut files: Vec<(String, String)> = [
        ("basemap.geojson", basemap::draw(&layout)),
        ("boundary.geojson", plain_layers::boundary(&layout)),
        ("edits.json", edits + "\n"),
        ("listings.csv", listings),
        ("roads.geojson", footways::draw(&layout)),
        ("stations.geojson", plain_layers::stations(&layout)),
        ("streets.geojson", streets::write(&layout, &streets)),
        ("towns.geojson", plain_layers::towns(&layout)),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into();
    files.extend(editions.files);
    files.extend(surveys);
    files.extend(pictures::draw_all());
    let names: Vec<String> = files.iter().map(|f| f.0.clone()).collect();
    files.push(("manifest.toml".to_owned(), manifest::write(&names)));
    files.sort();
    let report = SampleReport {
        files: files.iter().map(|(name, text)| (name.clone(), text.len())).collect(),
        fit: circles.fit(&districts),
        quasi_industrial_m2,
        zones: editions.zones,
        edits: editions.edit_count,
        streets: streets.len(),
        listings: listing_count,
        published,
    };
    Ok((files, report))
}

impl fmt::Display for SampleReport {
    /// Lines for a person at a terminal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: usize = self.files.iter().map(|file| file.1).sum();
        writeln!(f, "{} files, {:.2} MB", self.files.len(), bytes as f64 / 1e6)?;
        writeln!(
            f,
            "{} listings ({} published), {} shopping streets",
            self.listings, self.published, self.streets
        )?;
        writeln!(f, "{} zones, {} known edits", self.zones, self.edits)?;
        writeln!(f, "{:.1} ha quasi-industrial", self.quasi_industrial_m2 / 1e4)?;
        let (station, error) = &self.fit.worst_station;
        writeln!(
            f,
            "fit to the published shares: mean error {:.2} points; worst station {station}, {error:.2}",
            self.fit.mean_error
        )?;
        let (station, district, error) = &self.fit.worst_share;
        write!(f, "worst single share: {} at {station}, {error:.1} points", district.slug())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn committed() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample")
    }

    /// Run with `--ignored` after changing the generator.
    #[test]
    #[ignore = "rewrites data/sample"]
    fn rewrite_the_committed_sample() {
        let report = write(&committed()).unwrap();
        eprintln!("{report}\n{:#?}", report.fit);
    }

    #[test]
    fn the_sample_is_believable_and_the_same_bytes_as_committed() {
        let (files, report) = generate().unwrap();
        for (name, text) in &files {
            let held = std::fs::read_to_string(committed().join(name)).unwrap_or_default();
            assert!(held == *text, "data/sample/{name} is not what `machikado sample` writes");
        }
        let bytes: usize = files.iter().map(|f| f.1.len()).sum();
        assert!(bytes < 7_000_000, "{bytes} bytes");
        assert!(report.fit.mean_error <= 3.0, "{:?}", report.fit);
        assert!((500_000.0..700_000.0).contains(&report.quasi_industrial_m2));
        assert!((100..=120).contains(&report.streets), "{} streets", report.streets);
        assert!((850..=950).contains(&report.listings), "{} listings", report.listings);
    }
}
