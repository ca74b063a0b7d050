//! Answers "what is true of the ward?": the few facts the made-up ward is grown from.
//!
//! Names and rounded positions of towns and stations, the order of stations on a line, the share of
//! each use district around stations; and lines of our own drawing. Sources: `data/sample/facts/README.md`.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::SampleError;
use super::ground::{Ground, Metres};
use crate::domain::{TownName, UseDistrict};

const TOWNS: &str = include_str!("../../data/sample/facts/towns.csv");
const READINGS: &str = include_str!("../../data/sample/facts/readings.csv");
const STATIONS: &str = include_str!("../../data/sample/facts/stations.csv");
const LINES: &str = include_str!("../../data/sample/facts/lines.csv");
const SHARES: &str = include_str!("../../data/sample/facts/station_shares.csv");
const DRAWN: &str = include_str!("../../data/sample/facts/drawn_lines.csv");
const PARKS: &str = include_str!("../../data/sample/facts/parks.csv");
const INDUSTRY: &str = include_str!("../../data/sample/facts/quasi_industrial.csv");

/// The municipality of the sample.
pub(super) const WARD: &str = "世田谷区";

/// The ten districts the shares speak of, in the order of the act.
pub(super) const SHARED_DISTRICTS: [UseDistrict; 10] = [
    UseDistrict::Low1,
    UseDistrict::Low2,
    UseDistrict::MidHigh1,
    UseDistrict::MidHigh2,
    UseDistrict::Residential1,
    UseDistrict::Residential2,
    UseDistrict::QuasiResidential,
    UseDistrict::NeighbourhoodCommercial,
    UseDistrict::Commercial,
    UseDistrict::QuasiIndustrial,
];

/// A town's name and a point in it.
#[derive(Debug, Clone)]
pub(super) struct TownFact {
    pub(super) municipality: String,
    pub(super) name: String,
    /// The reading without 丁目; towns outside the ward have none.
    pub(super) kana: Option<String>,
    pub(super) place: Metres,
}

/// A station of the ward. `rank` 1 is the busiest, 4 the quietest (our own judgement).
#[derive(Debug, Clone)]
pub(super) struct StationFact {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) kana: String,
    pub(super) lines: String,
    pub(super) place: Metres,
    pub(super) rank: u8,
}

/// The share of each of [`SHARED_DISTRICTS`] in the zoned land within 500 m of a station, adding up to one.
#[derive(Debug, Clone)]
pub(super) struct ShareFact {
    pub(super) station: String,
    pub(super) place: Metres,
    pub(super) shares: [f64; 10],
}

/// What a line of our own drawing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DrawnClass {
    River,
    Arterial,
    Collector,
    Motorway,
    Stream,
    Greenway,
}

/// A line of our own drawing.
#[derive(Debug, Clone)]
pub(super) struct DrawnLine {
    pub(super) class: DrawnClass,
    pub(super) name: String,
    pub(super) points: Vec<Metres>,
}

/// A place that is to have so much of something.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) name: String,
    pub(super) place: Metres,
    pub(super) area_m2: f64,
}

/// All facts.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub(super) towns: Vec<TownFact>,
    pub(super) stations: Vec<StationFact>,
    pub(super) railways: Vec<(String, Vec<Metres>)>,
    pub(super) shares: Vec<ShareFact>,
    pub(super) drawn: Vec<DrawnLine>,
    pub(super) parks: Vec<Spot>,
    pub(super) industry: Vec<Spot>,
}

#[derive(Deserialize)]
struct TownRow {
    municipality: String,
    name: String,
    lon: f64,
    lat: f64,
}

#[derive(Deserialize)]
struct ReadingRow {
    name: String,
    kana: String,
}

#[derive(Deserialize)]
struct StationRow {
    key: String,
    name: String,
    kana: String,
    lines: String,
    lon: f64,
    lat: f64,
    rank: u8,
}

#[derive(Deserialize)]
struct LineRow {
    line: String,
    lon: f64,
    lat: f64,
}

#[derive(Deserialize)]
struct DrawnRow {
    class: DrawnClass,
    name: String,
    points: String,
}

#[derive(Deserialize)]
struct SpotRow {
    #[serde(alias = "place")]
    name: String,
    lon: f64,
    lat: f64,
    hectares: f64,
}

impl Facts {
    pub(super) fn read(ground: &Ground) -> Result<Self, SampleError> {
        let readings = rows::<ReadingRow>("readings.csv", READINGS)?;
        let reading = |town: &TownRow| {
            let base = town.name.parse::<TownName>().ok().filter(|_| town.municipality == WARD)?;
            readings.iter().find(|r| r.name == base.base()).map(|r| r.kana.clone())
        };
        let towns = rows::<TownRow>("towns.csv", TOWNS)?.into_iter().map(|r| TownFact {
            kana: reading(&r),
            municipality: r.municipality,
            name: r.name,
            place: ground.metres(r.lon, r.lat),
        });
        let stations = rows::<StationRow>("stations.csv", STATIONS)?.into_iter().map(|r| StationFact {
            key: r.key,
            name: r.name,
            kana: r.kana,
            lines: r.lines,
            place: ground.metres(r.lon, r.lat),
            rank: r.rank,
        });
        let mut railways: Vec<(String, Vec<Metres>)> = Vec::new();
        for row in rows::<LineRow>("lines.csv", LINES)? {
            let place = ground.metres(row.lon, row.lat);
            match railways.last_mut().filter(|(name, _)| *name == row.line) {
                Some((_, places)) => places.push(place),
                None => railways.push((row.line, vec![place])),
            }
        }
        let drawn = rows::<DrawnRow>("drawn_lines.csv", DRAWN)?
            .into_iter()
            .map(|r| {
                let points = points(ground, &r.points)?;
                Ok(DrawnLine { class: r.class, name: r.name, points })
            })
            .collect::<Result<_, SampleError>>()?;
        let spots = |file, text| -> Result<Vec<Spot>, SampleError> {
            Ok(rows::<SpotRow>(file, text)?
                .into_iter()
                .map(|r| Spot { name: r.name, place: ground.metres(r.lon, r.lat), area_m2: r.hectares * 1e4 })
                .collect())
        };
        Ok(Self {
            towns: towns.collect(),
            stations: stations.collect(),
            railways,
            shares: shares(ground)?,
            drawn,
            parks: spots("parks.csv", PARKS)?,
            industry: spots("quasi_industrial.csv", INDUSTRY)?,
        })
    }
}

fn rows<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<Vec<T>, SampleError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|source| SampleError::Facts { file, source })
}

fn points(ground: &Ground, text: &str) -> Result<Vec<Metres>, SampleError> {
    let number = |t: &str| t.parse::<f64>().map_err(|_| SampleError::Point { text: t.to_owned() });
    text.split(';')
        .map(|pair| {
            let (lon, lat) =
                pair.split_once(' ').ok_or_else(|| SampleError::Point { text: pair.to_owned() })?;
            Ok(ground.metres(number(lon)?, number(lat)?))
        })
        .collect()
}

fn shares(ground: &Ground) -> Result<Vec<ShareFact>, SampleError> {
    type Row = (String, f64, f64, f64, [f64; 10]);
    let rows: Vec<Row> = rows("station_shares.csv", SHARES)?;
    Ok(rows
        .into_iter()
        .map(|(station, lon, lat, _covered, shares)| {
            let total: f64 = shares.iter().sum();
            ShareFact { station, place: ground.metres(lon, lat), shares: shares.map(|s| s / total) }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facts_name_277_towns_and_39_stations() {
        let facts = Facts::read(&Ground::new()).unwrap();
        assert_eq!(facts.towns.iter().filter(|t| t.municipality == WARD).count(), 277);
        assert!(facts.towns.iter().all(|t| t.kana.is_some() == (t.municipality == WARD)));
        assert_eq!(facts.stations.len(), 39);
        assert_eq!(facts.shares.len(), 37);
        assert!(facts.shares.iter().all(|s| (s.shares.iter().sum::<f64>() - 1.0).abs() < 1e-9));
    }
}
