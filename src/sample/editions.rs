//! Answers "what did the plan say in 2011, 2019 and 2025?": the three files of zoning, and the known
//! edits between them.

use serde_json::{Value, json};

use super::edits::{self, Between};
use super::files::{Features, properties, rings};
use super::ground::{Metres, add, distance, scale, sub};
use super::layout::Layout;
use super::mesh::FaceNumber;
use super::outline::{corners, groups, outlines};
use super::zoning::Plan;
use crate::domain::{FireZone, UseDistrict};

/// The three editions.
#[derive(Debug)]
pub(super) struct Editions {
    /// File name and text, oldest first.
    pub(super) files: Vec<(String, String)>,
    /// The known edits.
    pub(super) edits: Value,
    /// Faces that were quasi-industrial in any edition.
    pub(super) once_industrial: Vec<FaceNumber>,
    /// Number of zones in the newest edition.
    pub(super) zones: usize,
    /// Number of edits.
    pub(super) edit_count: usize,
}

/// Draws all editions from the newest plan.
pub(super) fn draw(layout: &Layout, plans: &[Option<Plan>]) -> Editions {
    let mesh = &layout.mesh;
    let edits = edits::choose(layout, plans);
    let y2019 = edits::undone(plans, &edits, Between::Y2019And2025);
    let y2011 = edits::undone(plans, &edits, Between::Y2011And2019);
    let all = [y2011.as_slice(), y2019.as_slice(), plans];
    // Corners are those of all editions together, so that what did not change has the same points in each.
    let keep = corners(mesh, |a, b| {
        let plan = |of: &[Option<Plan>], f: Option<FaceNumber>| f.and_then(|f| of[f as usize]);
        a.is_none() != b.is_none() || all.iter().any(|of| plan(of, a) != plan(of, b))
    });
    let redigitised = untouched_zone(layout, plans, &edits);
    let mut zones = 0;
    let mut files = Vec::new();
    let mut again = json!(null);
    for (year, plans) in [("2011", &y2011), ("2019", &y2019), ("2025", &plans.to_vec())] {
        let mut file = Features::new(&layout.ground);
        for (number, (plan, faces)) in groups(mesh, plans).into_iter().enumerate() {
            let key = format!("Z{year}-{:04}", number + 1);
            let about = properties([
                ("key", key.as_str().into()),
                ("district", plan.district.slug().into()),
                ("bcr", plan.coverage.into()),
                ("far", plan.floor_area.into()),
                ("fire", fire(plan).slug().into()),
                ("synthetic", true.into()),
            ]);
            let pieces = outlines(mesh, &faces, &keep);
            if year == "2025" && redigitised.is_some_and(|f| faces.contains(&f)) {
                let dense: Vec<Vec<Vec<Metres>>> =
                    pieces.iter().map(|o| rings(mesh, o).iter().map(|r| densified(r)).collect()).collect();
                again = json!({
                    "key": key,
                    "edition": "zoning-2025",
                    "what": "digitised again with a point every ten metres or so; the land is the same",
                    "district": plan.district.slug(),
                    "m2": edits::area_m2(layout, &pieces).round(),
                });
                file.polygons(&about, &dense);
            } else {
                file.outlines(&about, mesh, &pieces);
            }
        }
        zones = file.count();
        files.push((format!("zoning-{year}.geojson"), file.finish()));
    }
    let industrial = |f: &FaceNumber| {
        all.iter().any(|of| of[*f as usize].is_some_and(|p| p.district == UseDistrict::QuasiIndustrial))
    };
    let once_industrial = (0..plans.len() as FaceNumber).filter(industrial).collect();
    let described = edits::described(layout, &edits, &keep, &again);
    Editions { files, edits: described, once_industrial, zones, edit_count: edits.len() }
}

/// A face of a middling zone that no edit touches.
fn untouched_zone(layout: &Layout, plans: &[Option<Plan>], edits: &[edits::Edit]) -> Option<FaceNumber> {
    let near =
        |f: FaceNumber| layout.mesh.edges_of(f).filter_map(|e| layout.mesh.across(e)).collect::<Vec<_>>();
    let touched = |f: &FaceNumber| edits.iter().any(|e| e.faces.contains(f));
    groups(&layout.mesh, plans)
        .into_iter()
        .filter(|(plan, faces)| {
            plan.district == UseDistrict::MidHigh1
                && (12..40).contains(&faces.len())
                && !faces.iter().any(|f| touched(f) || near(*f).iter().any(touched))
        })
        .map(|(_, faces)| faces[0])
        .next()
}

fn densified(ring: &[Metres]) -> Vec<Metres> {
    let mut dense = Vec::new();
    for (a, b) in super::shapes::edges(ring) {
        let pieces = (distance(a, b) / 10.0).round().max(1.0);
        dense.extend((0..pieces as usize).map(|k| add(a, scale(sub(b, a), k as f64 / pieces))));
    }
    dense
}

fn fire(plan: Plan) -> FireZone {
    match plan.district {
        UseDistrict::Commercial => FireZone::Fire,
        UseDistrict::NeighbourhoodCommercial if plan.floor_area >= 300 => FireZone::Fire,
        UseDistrict::Low1 if plan.coverage <= 40 => FireZone::Article22,
        _ => FireZone::QuasiFire,
    }
}
