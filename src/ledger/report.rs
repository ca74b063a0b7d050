//! The ledger as people read it and as programs do: the same figures on the command line and on the page.

use std::fmt;

use serde_json::{Value, json};

use super::compare::{Change, Comparison};
use super::plan::Plan;
use crate::domain::{Edition, UseDistrict};

/// A comparison with the editions it compares.
#[derive(Debug, Clone)]
pub struct Report {
    /// The earlier edition.
    pub before: Edition,
    /// The later edition.
    pub after: Edition,
    /// What was found.
    pub comparison: Comparison,
}

impl Report {
    /// The whole ledger; areas in m², to the hundredth.
    pub fn json(&self) -> Value {
        let found = &self.comparison;
        json!({
            "before": edition_json(&self.before),
            "after": edition_json(&self.after),
            "tolerance_m": found.tolerance_m,
            "plane_zone": found.plane.map(crate::geo::PlaneZone::number),
            "epsg": found.plane.map(crate::geo::PlaneZone::epsg),
            "totals": found.totals.iter().map(|(district, before, after)| json!({
                "district": district.slug(), "before_m2": cents(*before), "after_m2": cents(*after),
            })).collect::<Vec<_>>(),
            "matrix": found.matrix.iter().map(|flow| json!({
                "before": flow.before.map(UseDistrict::slug), "after": flow.after.map(UseDistrict::slug),
                "m2": cents(flow.m2),
            })).collect::<Vec<_>>(),
            "changes": found.changes.iter().enumerate().map(|(at, change)| change_json(at, change)).collect::<Vec<_>>(),
            "noise": {
                "slivers": found.noise.slivers,
                "slivers_m2": cents(found.noise.slivers_m2),
                "widest_m": thousandths(found.noise.widest_m),
                "shift": found.noise.shift.map(|shift| json!({
                    "east_m": thousandths(shift.east_m), "north_m": thousandths(shift.north_m),
                    "zones": shift.zones, "compared": shift.compared,
                })),
                "overlaps_before_m2": cents(found.noise.overlaps_before_m2),
                "overlaps_after_m2": cents(found.noise.overlaps_after_m2),
                "blank_ratio_m2": cents(found.noise.blank_ratio_m2),
            },
        })
    }

    /// The changed pieces as `GeoJSON`, longitude and latitude, with the editions they come from.
    pub fn geojson(&self) -> Value {
        let features = self.comparison.changes.iter().enumerate().map(|(at, change)| {
            let ring =
                |ring: &geo_types::LineString<f64>| ring.coords().map(|c| [c.x, c.y]).collect::<Vec<_>>();
            let rings: Vec<_> =
                std::iter::once(change.land.exterior()).chain(change.land.interiors()).map(ring).collect();
            json!({
                "type": "Feature", "id": at + 1, "properties": change_json(at, change),
                "geometry": { "type": "Polygon", "coordinates": rings },
            })
        });
        json!({
            "type": "FeatureCollection",
            "before": edition_json(&self.before),
            "after": edition_json(&self.after),
            "features": features.collect::<Vec<_>>(),
        })
    }
}

/// An edition, as everything that tells of one does.
pub fn edition_json(edition: &Edition) -> Value {
    json!({
        "id": edition.id.to_string(), "name": edition.name, "area": edition.area, "as_of": edition.as_of.to_string(),
        "source": edition.source, "licence": edition.licence, "sha256": edition.checksum,
    })
}

fn change_json(at: usize, change: &Change) -> Value {
    json!({
        "number": at + 1,
        "kind": change.kind.slug(),
        "before": change.before.map(plan_json),
        "after": change.after.map(plan_json),
        "m2": cents(change.m2),
        "towns": change.towns.iter().map(|share| json!({
            "town": share.town.to_string(), "m2": cents(share.m2),
        })).collect::<Vec<_>>(),
        "place": { "lon": change.middle.x, "lat": change.middle.y },
    })
}

fn plan_json(plan: Plan) -> Value {
    json!({ "district": plan.district.slug(), "coverage": plan.coverage, "floor_area": plan.floor_area })
}

pub(super) fn cents(m2: f64) -> f64 {
    // Adding zero makes -0 zero.
    (m2 * 100.0).round() / 100.0 + 0.0
}

fn thousandths(m: f64) -> f64 {
    (m * 1000.0).round() / 1000.0 + 0.0
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = &self.comparison;
        for (word, edition) in [("before", &self.before), ("after", &self.after)] {
            writeln!(f, "{word}\t{} ({}, {})\t{}", edition.name, edition.as_of, edition.source, edition.id)?;
        }
        if let Some(plane) = found.plane {
            writeln!(
                f,
                "areas in m2 on the plane rectangular zone {} (EPSG:{})",
                plane.number(),
                plane.epsg()
            )?;
        }
        writeln!(f, "\ndistrict\tbefore m2\tafter m2\tdifference m2")?;
        for (district, before, after) in &found.totals {
            writeln!(f, "{}\t{before:.0}\t{after:.0}\t{:+.0}", district.short_ja(), after - before)?;
        }
        writeln!(f, "\nfrom\tto\tm2")?;
        for flow in found.matrix.iter().filter(|flow| flow.before != flow.after && flow.m2 >= 0.5) {
            writeln!(f, "{}\t{}\t{:.0}", name(flow.before), name(flow.after), flow.m2)?;
        }
        writeln!(f, "\nno.\tm2\tbefore\tafter\ttowns")?;
        for (at, change) in found.changes.iter().enumerate() {
            let towns: Vec<String> = change
                .towns
                .iter()
                .filter(|share| share.m2 >= 0.5)
                .map(|share| format!("{} {:.0}", share.town, share.m2))
                .collect();
            writeln!(
                f,
                "{}\t{:.0}\t{}\t{}\t{}",
                at + 1,
                change.m2,
                plan(change.before),
                plan(change.after),
                towns.join(", ")
            )?;
        }
        writeln!(f, "\n{} pieces changed", found.changes.len())?;
        self.fmt_noise(f)
    }
}

impl Report {
    fn fmt_noise(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let noise = &self.comparison.noise;
        writeln!(
            f,
            "not changes: {} slivers narrower than {} m, {:.1} m2 in all, the widest {:.3} m",
            noise.slivers, self.comparison.tolerance_m, noise.slivers_m2, noise.widest_m
        )?;
        if let Some(shift) = noise.shift {
            writeln!(
                f,
                "the later edition lies {:.3} m east and {:.3} m north of the earlier ({} of {} zones); undone here",
                shift.east_m, shift.north_m, shift.zones, shift.compared
            )?;
        }
        if noise.overlaps_before_m2 + noise.overlaps_after_m2 >= 0.05 {
            writeln!(
                f,
                "claimed by several zones, counted once: {:.1} m2 before, {:.1} m2 after",
                noise.overlaps_before_m2, noise.overlaps_after_m2
            )?;
        }
        if noise.blank_ratio_m2 >= 0.5 {
            writeln!(f, "a ratio that one edition leaves blank: {:.0} m2", noise.blank_ratio_m2)?;
        }
        Ok(())
    }
}

fn name(district: Option<UseDistrict>) -> &'static str {
    district.map_or("-", UseDistrict::short_ja)
}

fn plan(plan: Option<Plan>) -> String {
    let Some(plan) = plan else { return "-".to_owned() };
    let ratio = |ratio: Option<u16>| ratio.map_or("?".to_owned(), |percent| percent.to_string());
    format!("{} {}/{}", plan.district.short_ja(), ratio(plan.coverage), ratio(plan.floor_area))
}
