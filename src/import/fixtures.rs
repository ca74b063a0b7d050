//! Small foreign files made in code, for the tests of this room.

use std::io::{Cursor, Write};
use std::sync::Arc;
use zip::write::SimpleFileOptions;

use super::source::{Bytes, SourceFile};
use super::{ImportError, ImportKind, ImportOptions, Imported, read_bytes};

/// A square of 0.001 degrees in Setagaya, so many squares to the east of the first.
pub(super) fn square(east: usize) -> String {
    let west = 139.65 + east as f64 * 0.002;
    let (e, s, n) = (west + 0.001, 35.64, 35.641);
    format!(
        r#"{{"type":"Polygon","coordinates":[[[{west},{s}],[{e},{s}],[{e},{n}],[{west},{n}],[{west},{s}]]]}}"#
    )
}

/// A collection with one square for every set of properties.
pub(super) fn squares(properties: &[&str]) -> String {
    let features: Vec<String> = properties
        .iter()
        .enumerate()
        .map(|(i, p)| format!(r#"{{"type":"Feature","properties":{{{p}}},"geometry":{}}}"#, square(i)))
        .collect();
    collection(&features)
}

/// A collection of features.
pub(super) fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

/// Imports a GeoJSON of squares as zoning.
pub(super) fn zoning(properties: &[&str]) -> Result<Imported, ImportError> {
    text(ImportKind::Zoning, "zoning.geojson", &squares(properties))
}

/// Imports a text.
pub(super) fn text(kind: ImportKind, name: &str, content: &str) -> Result<Imported, ImportError> {
    read_bytes(kind, name, content.as_bytes(), &ImportOptions::default())
}

/// A table with one text column of 60 bytes, in any encoding.
pub(super) fn dbf(column: &str, rows: &[&[u8]]) -> Vec<u8> {
    const WIDTH: usize = 60;
    let mut table = vec![3, 126, 1, 1];
    table.extend((rows.len() as u32).to_le_bytes());
    table.extend(65u16.to_le_bytes());
    table.extend((WIDTH as u16 + 1).to_le_bytes());
    table.resize(32, 0);
    let mut field = column.as_bytes().to_vec();
    field.resize(11, 0);
    field.push(b'C');
    field.resize(16, 0);
    field.push(WIDTH as u8);
    field.resize(32, 0);
    table.extend(field);
    table.push(0x0d);
    for row in rows {
        let mut cell = row.to_vec();
        cell.resize(WIDTH, b' ');
        table.push(b' ');
        table.extend(cell);
    }
    table
}

/// Shapes in plane zone IX (JGD2011): `count` squares of 100 m beside each other near Setagaya.
pub(super) fn shp(count: usize) -> Vec<u8> {
    use ::shapefile::{Point, Polygon, PolygonRing, ShapeWriter};
    let mut bytes = Cursor::new(Vec::new());
    let square = |i: usize| {
        let (x, y) = (-16_000.0 + 200.0 * i as f64, -39_000.0);
        let corners = [(x, y), (x, y + 100.0), (x + 100.0, y + 100.0), (x + 100.0, y), (x, y)];
        Polygon::new(PolygonRing::Outer(corners.iter().map(|(x, y)| Point::new(*x, *y)).collect()))
    };
    ShapeWriter::new(&mut bytes).write_shapes(&(0..count).map(square).collect::<Vec<_>>()).unwrap();
    bytes.into_inner()
}

/// The `.prj` of zone IX as Esri writes it, without an EPSG code.
pub(super) const PRJ: &str = r#"PROJCS["JGD_2011_Japan_Zone_9",GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",139.8333333333333],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",36.0],UNIT["Meter",1.0]]"#;

/// A shapefile in memory, of the parts named by ending.
pub(super) fn shapefile(parts: &[(&str, Vec<u8>)]) -> SourceFile {
    let part = |ending: &str, bytes: &[u8]| (format!("zoning.{ending}"), Bytes::InMemory(Arc::from(bytes)));
    let mut file = SourceFile::in_memory("zoning.shp", Arc::from([]));
    for (ending, bytes) in parts {
        match *ending {
            "shp" => file.bytes = Bytes::InMemory(Arc::from(bytes.as_slice())),
            other => file.siblings.push(part(other, bytes)),
        }
    }
    file
}

/// A zip of members.
pub(super) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A PLATEAU file of features, each given as its type and inner XML; all share one square.
pub(super) fn citygml(features: &[(&str, &str)]) -> String {
    let members: Vec<String> = features
        .iter()
        .map(|(class, inner)| {
            format!(
                "<core:cityObjectMember><urf:{class} gml:id=\"x\">{inner}<urf:lod1MultiSurface><gml:MultiSurface>\
                 <gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>\
                 35.64 139.65 0 35.64 139.651 0 35.641 139.651 0 35.641 139.65 0 35.64 139.65 0\
                 </gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>\
                 </gml:MultiSurface></urf:lod1MultiSurface></urf:{class}></core:cityObjectMember>"
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><core:CityModel \
         xmlns:core=\"http://www.opengis.net/citygml/2.0\" xmlns:gml=\"http://www.opengis.net/gml\" \
         xmlns:urf=\"https://www.geospatial.jp/iur/urf/2.0\"><gml:boundedBy><gml:Envelope \
         srsName=\"http://www.opengis.net/def/crs/EPSG/0/6697\" srsDimension=\"3\"/></gml:boundedBy>{}</core:CityModel>",
        members.concat()
    )
}
