//! Names the network an import of roads makes: from the flags, else from what the file is known to be,
//! and says in the report what it had to assume.

use super::checksum::checksum;
use super::error::ImportError;
use super::intake::Intake;
use super::options::ImportOptions;
use super::report::{NetworkMade, RoadTotal};
use super::schema::OPEN_STREET_MAP;
use super::source::SourceFile;
use crate::domain::{LonLat, Road, RoadClass, RoadNetwork, RoadNetworkId};
use crate::geo::distance_m;

const NOT_STATED: &str = "記載なし";

/// The network of the files read.
pub(super) fn network(
    id: RoadNetworkId,
    files: &[SourceFile],
    options: &ImportOptions,
    intake: &mut Intake,
) -> Result<RoadNetwork, ImportError> {
    let stem = files.first().map(|f| f.stem().trim_end_matches(".osm").to_owned()).unwrap_or_default();
    let area = options.area.clone().unwrap_or_else(|| {
        intake.note(format!(
            "area: `{stem}`, the name of the file; later roads replace these only under that name (--area)"
        ));
        stem
    });
    let is_osm = intake.report.files.iter().all(|f| f.schema == OPEN_STREET_MAP);
    let known = |text: &str| is_osm.then(|| text.to_owned());
    let source = options.source.clone().or_else(|| known("OpenStreetMap contributors"));
    let source = source.unwrap_or_else(|| {
        intake.note("source: the name of the file; say who published it with --source");
        files.first().map(|f| f.name.clone()).unwrap_or_default()
    });
    let licence = options.licence.clone().or_else(|| known("ODbL-1.0")).unwrap_or_else(|| {
        intake.note(format!("licence: {NOT_STATED} (not stated); say it with --licence"));
        NOT_STATED.to_owned()
    });
    let (imported_at, checksum) = (intake.now(), checksum(files)?);
    let network = RoadNetwork { id, area, source, licence, imported_at, checksum }.checked()?;
    intake.report.network = Some(NetworkMade {
        area: network.area.clone(),
        source: network.source.clone(),
        licence: network.licence.clone(),
        checksum: network.checksum.clone(),
    });
    Ok(network)
}

/// Roads and kilometres of each class that has any.
pub(super) fn road_totals(roads: &[Road]) -> Vec<RoadTotal> {
    let total = |class: &RoadClass| {
        let of_class = || roads.iter().filter(|road| road.class == *class);
        let metres: f64 = of_class().map(length_m).sum();
        let km = (metres / 10.0).round() / 100.0;
        RoadTotal { class: class.slug(), name: class.name_ja(), roads: of_class().count(), km }
    };
    RoadClass::ALL.iter().map(total).filter(|total| total.roads > 0).collect()
}

fn length_m(road: &Road) -> f64 {
    let places: Vec<LonLat> = road.line.0.iter().filter_map(|c| LonLat::try_from(*c).ok()).collect();
    places.windows(2).map(|pair| distance_m(pair[0], pair[1])).sum()
}
