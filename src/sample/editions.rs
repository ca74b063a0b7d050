//! Answers "what did the plan say in 2011, 2019 and 2025?".

use super::files::{Features, properties};
use super::layout::Layout;
use super::mesh::FaceNumber;
use super::outline::{corners, groups, outlines};
use super::zoning::Plan;
use crate::domain::{FireZone, UseDistrict};

/// One edition: the plan of every face.
pub(super) fn write(layout: &Layout, plans: &[Option<Plan>], all: &[&[Option<Plan>]]) -> (String, usize) {
    let mesh = &layout.mesh;
    // Corners are those of all editions together, so that what did not change has the same points in each.
    let keep = corners(mesh, |a, b| {
        let plan = |of: &[Option<Plan>], f: Option<FaceNumber>| f.and_then(|f| of[f as usize]);
        a.is_none() != b.is_none() || all.iter().any(|of| plan(of, a) != plan(of, b))
    });
    let mut file = Features::new(&layout.ground);
    for (number, (plan, faces)) in groups(mesh, plans).into_iter().enumerate() {
        let fire = fire(plan);
        let about = properties([
            ("key", format!("Z-{:04}", number + 1).into()),
            ("district", plan.district.slug().into()),
            ("bcr", plan.coverage.into()),
            ("far", plan.floor_area.into()),
            ("fire", fire.slug().into()),
            ("synthetic", true.into()),
        ]);
        file.outlines(&about, mesh, &outlines(mesh, &faces, &keep));
    }
    let count = file.count();
    (file.finish(), count)
}

fn fire(plan: Plan) -> FireZone {
    match plan.district {
        UseDistrict::Commercial => FireZone::Fire,
        UseDistrict::NeighbourhoodCommercial if plan.floor_area >= 300 => FireZone::Fire,
        UseDistrict::Low1 if plan.coverage <= 40 => FireZone::Article22,
        _ => FireZone::QuasiFire,
    }
}
