//! Roads to walk along: OpenStreetMap's tags, our own classes, or lines without a word.
//!
//! Which roads a person may walk on follows OpenStreetMap's defaults for `foot`: a motorway never, a road
//! that is private or not built not, anything else unless its tags forbid it. One-way signs do not
//! bind people on foot.

use geo_types::LineString;

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::{FieldNames, unknown_schema};
use crate::domain::{LonLat, LonLatBox, Road, RoadClass, RoadNetworkId};

/// Tags as one text, as GDAL writes those it has no column for: `"foot"=>"no","access"=>"private"`.
const OTHER_TAGS: &str = "other_tags";

/// What the fields of a file mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Schema {
    /// `highway` and the tags beside it.
    OpenStreetMap,
    /// Our own `class`.
    Machikado,
    /// Nothing; every line is a road.
    Lines,
}

/// Whether a person may walk on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Walkable {
    As(RoadClass),
    /// Not: what it is, and why.
    Not(String, &'static str),
}

/// Reads the roads of a file that reach into the box, if there is one; also the name of its schema.
pub(in super::super) fn read_roads(
    file: &str,
    placed: &[Placed],
    network: RoadNetworkId,
    within: Option<LonLatBox>,
    intake: &mut Intake,
) -> Result<(Vec<Road>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    let schema = match () {
        () if names.has("highway") => Schema::OpenStreetMap,
        () if names.has("class") => Schema::Machikado,
        () if names.has_any(&["amenity", "shop", "a29_004", "n03_007", "rent", "lines"]) => {
            return Err(unknown_schema(ImportKind::Roads, file, &names));
        }
        () => Schema::Lines,
    };
    let mut roads = Vec::new();
    for p in placed {
        let class = match walkable(p, schema) {
            Walkable::As(class) => class,
            Walkable::Not(what, reason) => {
                intake.skip(&p.file, &what, reason);
                continue;
            }
        };
        if let Some(area) = within.filter(|area| is_outside(p, *area)) {
            let box_text =
                format!("road outside {},{},{},{}", area.west(), area.south(), area.east(), area.north());
            intake.skip(&p.file, &box_text, "it is not in the box asked for");
            continue;
        }
        for line in intake.take(p, lines).into_iter().flatten() {
            roads.push(Road { id: intake.id(), network, class, line });
        }
    }
    let name = match schema {
        Schema::OpenStreetMap => super::OPEN_STREET_MAP,
        Schema::Machikado => "Machikado",
        Schema::Lines => "lines",
    };
    Ok((roads, name))
}

fn lines(row: &mut Row<'_>) -> Result<Vec<LineString<f64>>, Refused> {
    let lines = row.lines()?.ok_or_else(|| Refused::new("geometry", "", "it is not a line"))?;
    Ok(lines.0)
}

fn is_outside(placed: &Placed, area: LonLatBox) -> bool {
    use geo::CoordsIter;
    let Ok(geometry) = &placed.shape else { return false };
    !geometry.coords_iter().any(|c| LonLat::try_from(c).is_ok_and(|place| area.contains(place)))
}

fn walkable(placed: &Placed, schema: Schema) -> Walkable {
    match schema {
        Schema::Lines => Walkable::As(RoadClass::MinorRoad),
        Schema::Machikado => own(&tag(placed, "class").unwrap_or_default()),
        Schema::OpenStreetMap => match tag(placed, "highway") {
            Some(highway) => open_street_map(placed, &highway),
            None => Walkable::Not("line without `highway`".to_owned(), "it is no road"),
        },
    }
}

/// Our own words: those of roads, and those of the basemap.
fn own(class: &str) -> Walkable {
    match class.parse() {
        Ok(class) => Walkable::As(class),
        Err(_) if class == "motorway" => Walkable::Not(class.to_owned(), "nobody may walk there"),
        Err(_) => Walkable::Not(format!("class `{class}`"), "it is no road to walk on"),
    }
}

fn open_street_map(placed: &Placed, highway: &str) -> Walkable {
    let not = |reason| Walkable::Not(format!("highway={highway}"), reason);
    let class = match highway {
        "motorway" | "motorway_link" => return not("nobody may walk there"),
        "trunk" | "trunk_link" | "primary" | "primary_link" | "secondary" | "secondary_link" | "tertiary"
        | "tertiary_link" => RoadClass::MainRoad,
        "residential" | "unclassified" | "living_street" | "road" => RoadClass::MinorRoad,
        "service" => RoadClass::Service,
        "pedestrian" => RoadClass::Pedestrian,
        "footway" | "path" | "cycleway" | "bridleway" | "track" | "corridor" | "platform" | "crossing"
        | "sidewalk" | "elevator" => RoadClass::Path,
        "steps" => RoadClass::Steps,
        "construction" | "proposed" | "planned" | "abandoned" | "disused" | "razed" | "demolished" => {
            return not("it is not there to be walked on");
        }
        "raceway" | "busway" | "bus_guideway" | "escape" | "via_ferrata" | "rest_area" | "services" => {
            return not("it is not for walking");
        }
        _ => return not("not known as a road to walk on"),
    };
    let allowed = |tag: &str| matches!(tag, "yes" | "designated" | "permissive" | "official" | "destination");
    let foot = tag(placed, "foot");
    match foot.as_deref() {
        Some("no" | "private") => {
            return Walkable::Not(
                format!("highway={highway}, foot={}", foot.unwrap_or_default()),
                "closed to people on foot",
            );
        }
        Some(foot) if allowed(foot) => return Walkable::As(class),
        _ => {}
    }
    match tag(placed, "access") {
        Some(access) if matches!(&*access, "no" | "private" | "agricultural" | "forestry" | "delivery") => {
            Walkable::Not(format!("highway={highway}, access={access}"), "closed to the public")
        }
        _ if tag(placed, "motorroad").is_some_and(|m| m == "yes") => {
            Walkable::Not(format!("highway={highway}, motorroad=yes"), "closed to people on foot")
        }
        _ => Walkable::As(class),
    }
}

/// A tag, in a field of its own or among [`OTHER_TAGS`].
fn tag(placed: &Placed, name: &str) -> Option<String> {
    placed.fields.get(name).to_text().or_else(|| {
        let others = placed.fields.get(OTHER_TAGS).to_text()?;
        let (_, rest) = others.split_once(&format!("\"{name}\"=>\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    })
}
