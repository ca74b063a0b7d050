//! Answers "what is each file?": its kind, edition, as-of date, source and licence, and who may use it.

/// A file: name, kind for `machikado import`, edition and as-of date where it has them.
type File = (&'static str, &'static str, Option<(&'static str, &'static str)>);

const FILES: [File; 13] = [
    ("basemap.geojson", "basemap", None),
    ("boundary.geojson", "boundary", None),
    ("landuse-2011.geojson", "landuse", Some(("土地利用調査 2011（合成）", "2011-10-01"))),
    ("landuse-2018.geojson", "landuse", Some(("土地利用調査 2018（合成）", "2018-10-01"))),
    ("landuse-2024.geojson", "landuse", Some(("土地利用調査 2024（合成）", "2024-10-01"))),
    ("listings.csv", "listings", Some(("物件（合成）", "2026-11-20"))),
    ("roads.geojson", "roads", None),
    ("stations.geojson", "stations", None),
    ("streets.geojson", "streets", None),
    ("towns.geojson", "towns", None),
    ("zoning-2011.geojson", "zoning", Some(("用途地域 2011（合成）", "2011-04-01"))),
    ("zoning-2019.geojson", "zoning", Some(("用途地域 2019（合成）", "2019-04-01"))),
    ("zoning-2025.geojson", "zoning", Some(("用途地域 2025（合成）", "2025-04-01"))),
];

/// The manifest of the files that were made.
pub(super) fn write(made: &[String]) -> String {
    let mut text = String::from(
        "# 合成データ: a made-up ward. Names and rounded positions of towns and stations are facts\n\
         # (facts/README.md); everything else is drawn by `machikado sample` from a fixed seed.\n\
         name = \"世田谷区（合成データ）\"\n\
         area = \"13112\"\n\
         source = \"Machikado 合成データ\"\n\
         licence = \"CC0-1.0\"\n\
         synthetic = true\n\
         today = \"2026-11-20\"\n",
    );
    for (name, kind, edition) in FILES.iter().filter(|f| made.iter().any(|m| m == f.0)) {
        text.push_str("\n[[file]]\n");
        let mut line = |key: &str, value: &str| {
            text.push_str(key);
            text.push_str(" = \"");
            text.push_str(value);
            text.push_str("\"\n");
        };
        line("name", name);
        line("kind", kind);
        line("area", "13112");
        if let Some((edition, as_of)) = edition {
            line("edition", edition);
            line("as_of", as_of);
        }
        line("source", "Machikado 合成データ");
        line("licence", "CC0-1.0");
    }
    text
}
