//! Answers "which towns, which stations, which ward?": the layers that are facts on made-up ground.
//!
//! A town is the blocks nearest to its published point; the numbers of residents are invented.

use super::facts::WARD;
use super::files::{Features, properties};
use super::ground::random_of;
use super::layout::{Land, Layout};
use super::mesh::FaceNumber;
use super::outline::{corners, outlines};

/// The ward's edge.
pub(super) fn boundary(layout: &Layout) -> String {
    let all: Vec<FaceNumber> = (0..layout.mesh.faces.len() as FaceNumber).collect();
    let keep = corners(&layout.mesh, |a, b| a.is_none() != b.is_none());
    let mut file = Features::new(&layout.ground);
    let about = properties([("code", "13112".into()), ("name", WARD.into()), ("synthetic", true.into())]);
    file.outlines(&about, &layout.mesh, &outlines(&layout.mesh, &all, &keep));
    file.finish()
}

/// The stations.
pub(super) fn stations(layout: &Layout) -> String {
    let mut file = Features::new(&layout.ground);
    for s in &layout.facts.stations {
        let about = properties([
            ("key", s.key.as_str().into()),
            ("name", s.name.as_str().into()),
            ("kana", s.kana.as_str().into()),
            ("lines", s.lines.as_str().into()),
        ]);
        file.point(&about, s.place);
    }
    file.finish()
}

/// The towns, as unions of blocks.
pub(super) fn towns(layout: &Layout) -> String {
    let mesh = &layout.mesh;
    let town = |f: Option<FaceNumber>| f.map(|f| layout.town[f as usize]);
    let keep = corners(mesh, |a, b| town(a) != town(b));
    let mut file = Features::new(&layout.ground);
    for (index, fact) in layout.facts.towns.iter().enumerate().filter(|(_, t)| t.municipality == WARD) {
        let faces: Vec<FaceNumber> =
            (0..mesh.faces.len() as FaceNumber).filter(|f| layout.town[*f as usize] == index).collect();
        let lived_in = |f: &&FaceNumber| layout.land[**f as usize] == Land::Built;
        let built: f64 = faces.iter().filter(lived_in).map(|f| layout.areas[*f as usize]).sum();
        let residents = (built / 1e6 * (15_500.0 + 6_500.0 * random_of(index as i64, 1, 91))) as u32;
        let households = (f64::from(residents) / (1.75 + 0.4 * random_of(index as i64, 2, 91))) as u32;
        let centre = layout.ground.degrees(fact.place);
        let about = properties([
            ("key", format!("T-{:03}", index + 1).into()),
            ("municipality", WARD.into()),
            ("name", fact.name.as_str().into()),
            ("kana", fact.kana.as_deref().into()),
            ("population", residents.into()),
            ("households", households.into()),
            ("lon", ((centre.x * 1e4).round() / 1e4).into()),
            ("lat", ((centre.y * 1e4).round() / 1e4).into()),
            ("synthetic", true.into()),
        ]);
        file.outlines(&about, mesh, &outlines(mesh, &faces, &keep));
    }
    file.finish()
}
