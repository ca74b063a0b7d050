//! The use of land as people read it and as programs do: the same figures on the command line and on the page.

use std::fmt;

use serde_json::{Value, json};

use super::conversion::Conversions;
use super::land_use::{Count, LandUses, SurveyFigures};
use super::mixing::LINK_M;
use super::report::{cents, edition_json};
use crate::domain::LandUse;

impl LandUses {
    /// All of it; areas in m², to the hundredth.
    pub fn json(&self) -> Value {
        json!({
            "within": self.within.as_ref().map(|(edition, district)| json!({
                "edition": edition_json(edition), "district": district.slug(),
            })),
            "surveys": self.surveys.iter().map(survey_json).collect::<Vec<_>>(),
            "conversions": self.conversions.iter().map(conversions_json).collect::<Vec<_>>(),
        })
    }
}

fn count_json(count: &Count) -> Value {
    json!({ "lots": count.lots, "m2": cents(count.m2) })
}

fn survey_json(found: &SurveyFigures) -> Value {
    json!({
        "survey": edition_json(&found.survey),
        "industrial_percent": (found.industrial_share() * 1000.0).round() / 10.0,
        "industrial_m2": cents(found.m2(LandUse::is_industrial)),
        "land_m2": cents(found.m2(|used| !used.is_open())),
        "uses": found.uses.iter().map(|(used, count)| json!({
            "use": used.slug(), "lots": count.lots, "m2": cents(count.m2),
        })).collect::<Vec<_>>(),
        "towns": found.towns.iter().map(|(town, (industrial, all))| json!({
            "town": town, "industrial_m2": cents(*industrial), "land_m2": cents(*all),
        })).collect::<Vec<_>>(),
        "near": found.near.iter().map(|near| json!({
            "within_m": near.within_m, "factories": near.factories, "dwellings": near.dwellings,
            "newer_dwellings": near.newer_dwellings,
        })).collect::<Vec<_>>(),
        "clusters": {
            "link_m": LINK_M, "clusters": found.clusters.clusters, "isolated": found.clusters.isolated,
            "largest": count_json(&found.clusters.largest), "largest_town": found.clusters.largest_town,
        },
        "at_risk": count_json(&found.at_risk),
    })
}

fn conversions_json(found: &Conversions) -> Value {
    let (lost, won) = found.industry();
    json!({
        "before": found.before.id.to_string(),
        "after": found.after.id.to_string(),
        "industry_lost": count_json(&lost),
        "industry_won": count_json(&won),
        "matrix": found.matrix.iter().map(|((before, after), count)| json!({
            "before": before.slug(), "after": after.slug(), "lots": count.lots, "m2": cents(count.m2),
        })).collect::<Vec<_>>(),
        "changed": found.changed.iter().map(|lot| json!({
            "key": lot.key, "town": lot.town, "before": lot.before.slug(), "after": lot.after.slug(),
            "m2": cents(lot.m2), "rebuilt": lot.rebuilt,
        })).collect::<Vec<_>>(),
        "not_followed": count_json(&found.not_followed),
    })
}

impl fmt::Display for LandUses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.within {
            Some((edition, district)) => {
                writeln!(f, "within\t{} {} {}", district.short_ja(), edition.name, edition.as_of)?;
            }
            None => writeln!(f, "within\tall that was surveyed")?,
        }
        for found in &self.surveys {
            writeln!(f, "\n{} {}", found.survey.name, found.survey.as_of)?;
            writeln!(f, "industrial\t{:.1} %", found.industrial_share() * 100.0)?;
            for (used, count) in &found.uses {
                writeln!(f, "{}\t{} lots\t{:.0} m2", used.name_ja(), count.lots, count.m2)?;
            }
            for near in &found.near {
                writeln!(
                    f,
                    "within {} m of a factory\t{} dwellings, {} of them newer\t{} factories",
                    near.within_m, near.dwellings, near.newer_dwellings, near.factories
                )?;
            }
            let clusters = &found.clusters;
            writeln!(f, "clusters ({LINK_M} m)\t{}\tisolated\t{}", clusters.clusters, clusters.isolated)?;
            writeln!(f, "at risk\t{} lots\t{:.0} m2", found.at_risk.lots, found.at_risk.m2)?;
        }
        for found in &self.conversions {
            let (lost, won) = found.industry();
            writeln!(f, "\n{} -> {}", found.before.as_of, found.after.as_of)?;
            writeln!(f, "industry lost\t{} lots\t{:.0} m2", lost.lots, lost.m2)?;
            writeln!(f, "industry won\t{} lots\t{:.0} m2", won.lots, won.m2)?;
            for lot in &found.changed {
                let town = lot.town.as_deref().unwrap_or("-");
                let sure = if lot.rebuilt { "rebuilt" } else { "code only" };
                let (before, after) = (lot.before.name_ja(), lot.after.name_ja());
                writeln!(f, "{}\t{town}\t{before} -> {after}\t{:.0} m2\t{sure}", lot.key, lot.m2)?;
            }
        }
        Ok(())
    }
}
