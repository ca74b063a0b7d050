//! Answers "what changed between the editions?": a dozen known edits, so that whoever compares editions
//! can be checked against the truth.
//!
//! The plan of 2025 is the one drawn. An earlier edition is that plan with the later edits undone.

use serde_json::{Value, json};

use super::facts::StationFact;
use super::ground::distance;
use super::layout::{Land, Layout};
use super::mesh::FaceNumber;
use super::outline::{Outline, corners, outlines};
use super::zoning::Plan;
use crate::domain::UseDistrict as D;

/// When an edit came into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Between {
    /// After the edition of 2011 and before that of 2019.
    Y2011And2019,
    /// After the edition of 2019 and before that of 2025.
    Y2019And2025,
}

/// A rezoning.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) between: Between,
    pub(super) near: &'static str,
    pub(super) before: Plan,
    pub(super) after: Plan,
    pub(super) faces: Vec<FaceNumber>,
}

/// What is wished for: when, near which place, from and to which district, how many m2.
const WISHES: [(Between, &str, D, D, f64); 11] = [
    (Between::Y2011And2019, "池尻", D::QuasiIndustrial, D::Residential1, 16_000.0),
    (Between::Y2011And2019, "経堂", D::QuasiIndustrial, D::Residential1, 12_000.0),
    (Between::Y2011And2019, "上北沢", D::MidHigh1, D::QuasiIndustrial, 4_000.0),
    (Between::Y2019And2025, "桜新町", D::QuasiIndustrial, D::Low1, 9_000.0),
    (Between::Y2019And2025, "船橋", D::QuasiIndustrial, D::Low1, 13_000.0),
    (Between::Y2011And2019, "千歳烏山", D::Low1, D::MidHigh1, 21_000.0),
    (Between::Y2011And2019, "尾山台", D::Low1, D::NeighbourhoodCommercial, 7_000.0),
    (Between::Y2011And2019, "成城学園前", D::MidHigh1, D::NeighbourhoodCommercial, 6_000.0),
    (Between::Y2019And2025, "二子玉川", D::NeighbourhoodCommercial, D::Commercial, 15_000.0),
    (Between::Y2019And2025, "用賀", D::Low1, D::Residential1, 18_000.0),
    (Between::Y2019And2025, "三軒茶屋", D::Commercial, D::Commercial, 22_000.0),
];

/// Chooses the land of each edit. A wish that no land can meet is left out.
pub(super) fn choose(layout: &Layout, plans: &[Option<Plan>]) -> Vec<Edit> {
    let mut taken = vec![false; plans.len()];
    let mut edits = Vec::new();
    for (between, near, before, after, m2) in WISHES {
        if let Some(edit) = find(layout, plans, &taken, (between, near, before, after, m2)) {
            for face in &edit.faces {
                taken[*face as usize] = true;
            }
            edits.push(edit);
        }
    }
    edits
}

fn find(
    layout: &Layout,
    plans: &[Option<Plan>],
    taken: &[bool],
    (between, near, before, after, m2): (Between, &'static str, D, D, f64),
) -> Option<Edit> {
    let station = |s: &&StationFact| s.name == near;
    let spot = layout.facts.industry.iter().find(|s| s.name == near).map(|s| s.place);
    let place = spot.or_else(|| layout.facts.stations.iter().find(station).map(|s| s.place))?;
    let industrial = before == D::QuasiIndustrial;
    let may_become = |f: FaceNumber| {
        let f = f as usize;
        let plan = plans[f]?;
        // What was quasi-industrial may be any of the districts for homes today.
        let homes = matches!(plan.district, D::Low1 | D::MidHigh1 | D::MidHigh2 | D::Residential1);
        let fits = plan.district == after || (industrial && homes);
        (fits && !taken[f] && layout.land[f] == Land::Built).then_some(plan)
    };
    let redrawn = before != after;
    // A piece at the edge of its district, whose neighbour is what it was before.
    let neighbour = |f: FaceNumber| {
        let plan_of = |e| layout.mesh.across(e).and_then(|o| plans[o as usize]);
        layout.mesh.edges_of(f).filter_map(plan_of).find(|p| p.district == before)
    };
    let far = |f: FaceNumber| distance(layout.middles[f as usize], place);
    let seed = (0..plans.len() as FaceNumber)
        .filter(|f| may_become(*f).is_some() && (!redrawn || neighbour(*f).is_some()))
        .min_by(|a, b| far(*a).total_cmp(&far(*b)))
        .filter(|f| far(*f) < 1_300.0)?;
    let after = may_become(seed)?;
    let before = if redrawn { neighbour(seed)? } else { Plan { floor_area: 400, ..after } };
    let mut faces = vec![seed];
    let mut area = layout.areas[seed as usize];
    while area < m2 {
        let step = |f: &FaceNumber| {
            layout.mesh.edges_of(*f).filter_map(|e| layout.mesh.across(e)).collect::<Vec<_>>()
        };
        let next = faces
            .iter()
            .flat_map(step)
            .filter(|f| may_become(*f) == Some(after) && !faces.contains(f))
            .min_by(|a, b| {
                let off = |f: FaceNumber| distance(layout.middles[f as usize], layout.middles[seed as usize]);
                off(*a).total_cmp(&off(*b))
            });
        let Some(next) = next else { break };
        area += layout.areas[next as usize];
        faces.push(next);
    }
    faces.sort_unstable();
    (before != after).then_some(Edit { between, near, before, after, faces })
}

/// The plan of an earlier edition.
pub(super) fn undone(plans: &[Option<Plan>], edits: &[Edit], since: Between) -> Vec<Option<Plan>> {
    let mut earlier = plans.to_vec();
    for edit in edits.iter().filter(|e| e.between >= since) {
        for face in &edit.faces {
            earlier[*face as usize] = Some(edit.before);
        }
    }
    earlier
}

/// The edits as a reader would check them: towns, before, after, m2 on the ellipsoid.
pub(super) fn described(layout: &Layout, edits: &[Edit], keep: &[bool], redigitised: &Value) -> Value {
    let rows: Vec<Value> = edits.iter().enumerate().map(|(i, e)| described_one(layout, i, e, keep)).collect();
    json!({
        "note": "合成データ. Every difference between the editions in this folder that is a change; all else is the same.",
        "m2": "area on the GRS80 ellipsoid of the outlines as written (six decimals)",
        "edits": rows,
        "not_a_change": [redigitised],
    })
}

fn described_one(layout: &Layout, index: usize, edit: &Edit, keep: &[bool]) -> Value {
    let mut towns: Vec<usize> = edit.faces.iter().map(|f| layout.town[*f as usize]).collect();
    towns.sort_unstable();
    towns.dedup();
    let town_of = |f: FaceNumber| Some(layout.town[f as usize]);
    let parts: Vec<Value> = towns
        .iter()
        .map(|town| {
            let faces: Vec<FaceNumber> =
                edit.faces.iter().copied().filter(|f| layout.town[*f as usize] == *town).collect();
            // Town lines need corners of their own where they cross the piece.
            let inner = corners(&layout.mesh, |a, b| a.and_then(town_of) != b.and_then(town_of));
            let keep: Vec<bool> = keep.iter().zip(inner).map(|(k, i)| *k || i).collect();
            let m2 = area_m2(layout, &outlines(&layout.mesh, &faces, &keep));
            json!({ "town": layout.facts.towns[*town].name, "m2": m2.round() })
        })
        .collect();
    let pieces = outlines(&layout.mesh, &edit.faces, keep);
    let (from, to) = match edit.between {
        Between::Y2011And2019 => ("zoning-2011", "zoning-2019"),
        Between::Y2019And2025 => ("zoning-2019", "zoning-2025"),
    };
    let same_district = edit.before.district == edit.after.district;
    json!({
        "id": format!("E{:02}", index + 1),
        "near": edit.near,
        "from": from,
        "to": to,
        "what": if same_district { "ratios" } else { "district" },
        "before": plan(edit.before),
        "after": plan(edit.after),
        "m2": area_m2(layout, &pieces).round(),
        "towns": parts,
    })
}

fn plan(p: Plan) -> Value {
    json!({ "district": p.district.slug(), "bcr": p.coverage, "far": p.floor_area })
}

/// Area of outlines as written, on the ellipsoid.
pub(super) fn area_m2(layout: &Layout, pieces: &[Outline]) -> f64 {
    use geo::GeodesicArea;
    let ring = |vertices: &[u32]| {
        let points = vertices.iter().map(|v| layout.ground.degrees(layout.mesh.points[*v as usize]));
        geo_types::LineString::from(points.collect::<Vec<_>>())
    };
    let polygon = |(outer, holes): &Outline| {
        geo_types::Polygon::new(ring(outer), holes.iter().map(|h| ring(h)).collect())
    };
    pieces.iter().map(|o| polygon(o).geodesic_area_unsigned()).sum()
}
