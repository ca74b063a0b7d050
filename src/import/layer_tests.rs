//! Proofs about the other kinds: listings, streets, stations, towns, boundaries, and tables in every
//! encoding.

use super::fixtures::{collection, square, text};
use super::{ImportError, ImportKind, ImportOptions, read_bytes};
use crate::domain::{
    Asking, Batch, Cooking, Handover, Listing, ListingKind, ListingState, LumpSum, OfferedBy, ShoppingStreet,
    StreetShape,
};

const LISTING_COLUMNS: &str = "key,kind,state,title,address,lon,lat,rent,deposit,amortisation,area_tsubo,storey_lowest,\
cooking,gas,handover,offered_by,licence_number,registered_on,updated_on,next_update_on";

fn listings(rows: &[&str]) -> Result<super::Imported, ImportError> {
    text(ImportKind::Listings, "listings.csv", &format!("{LISTING_COLUMNS}\n{}\n", rows.join("\n")))
}

fn listings_of(imported: &super::Imported) -> &[Listing] {
    match &imported.batch {
        Batch::Listings(listings) => listings,
        _ => panic!("not listings"),
    }
}

const GOOD: &str = "L1,furnished,published,カフェの居抜き,世田谷区経堂一丁目,139.636,35.651,18万円,3ヶ月,20%,10,1F,軽飲食可,有,即,broker,東京都知事(1)第1号,2026-11-01,2026-11-10,2026-11-24";

#[test]
fn a_listing_is_read_as_a_landlord_writes_it() {
    let found = listings(&[GOOD]).unwrap();
    let listing = &listings_of(&found)[0];
    assert_eq!((listing.kind, listing.state), (ListingKind::Furnished, ListingState::Published));
    assert_eq!(listing.terms.rent.amount().unwrap().yen(), 180_000);
    let deposit = listing.terms.deposit.amount().unwrap();
    assert!(matches!(deposit.sum, LumpSum::Months(m) if (m.months() - 3.0).abs() < 1e-9));
    assert!(deposit.amortisation.is_some());
    assert!((listing.premises.area.unwrap().m2() - 33.06).abs() < 1e-9);
    assert_eq!(listing.premises.cooking, Cooking::Light);
    assert_eq!(listing.premises.utilities.gas, Some(true));
    assert_eq!((listing.handover, listing.offered_by), (Handover::Now, OfferedBy::Broker));
    assert_eq!(found.report.refusals, []);
}

#[test]
fn a_rent_to_be_negotiated_and_a_rent_not_stated_are_two_things_and_neither_is_zero() {
    let negotiable = GOOD.replace("18万円", "要相談");
    let unstated = GOOD.replace("18万円", "");
    let found = listings(&[&negotiable, &unstated]).unwrap();
    assert_eq!(listings_of(&found)[0].terms.rent, Asking::Negotiable);
    assert_eq!(listings_of(&found)[1].terms.rent, Asking::Unstated);
}

#[test]
fn a_rent_that_cannot_be_read_is_left_unstated_and_reported_by_row_and_field() {
    let found = listings(&[GOOD, &GOOD.replace("18万円", "お安く")]).unwrap();
    let refusal = &found.report.refusals[0];
    assert_eq!((refusal.row, refusal.field.as_str(), refusal.whole_row), (3, "rent", false));
    assert_eq!(found.report.accepted, 2);
}

#[test]
fn a_listing_without_a_title_with_an_unknown_kind_or_dates_that_do_not_fit_is_refused() {
    let rows = [
        GOOD.replace("カフェの居抜き", ""),
        GOOD.replace("furnished", "castle"),
        GOOD.replace("2026-11-24", "2027-11-24"),
        GOOD.replace("東京都知事(1)第1号", ""),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).chain([GOOD]).collect();
    let found = listings(&rows).unwrap();
    assert_eq!((found.report.accepted, found.report.refused), (1, 4));
    let fields: Vec<&str> = found.report.refusals.iter().map(|r| r.field.as_str()).collect();
    assert_eq!(fields, ["title", "kind", "updated_on", "listing"]);
}

#[test]
fn a_single_row_with_latitude_and_longitude_swapped_is_refused_with_that_reason() {
    let found = listings(&[GOOD, &GOOD.replace("139.636,35.651", "35.651,139.636")]).unwrap();
    assert_eq!((found.report.accepted, found.report.refused), (1, 1));
    assert!(found.report.refusals[0].reason.contains("swapped"), "{:?}", found.report.refusals);
}

#[test]
fn a_file_with_latitude_and_longitude_swapped_in_every_row_says_how_to_read_it() {
    let swapped = GOOD.replace("139.636,35.651", "35.651,139.636");
    let error = listings(&[&swapped, &swapped]).unwrap_err();
    assert!(error.to_string().contains("--swap-axes"), "{error}");
    let options = ImportOptions { swap_axes: true, ..ImportOptions::default() };
    let csv = format!("{LISTING_COLUMNS}\n{swapped}\n");
    let found = read_bytes(ImportKind::Listings, "l.csv", csv.as_bytes(), &options).unwrap();
    assert!(listings_of(&found)[0].place.in_japan());
}

#[test]
fn the_standard_table_of_a_municipality_is_read_in_every_encoding() {
    let csv = "全国地方公共団体コード,ID,名称,所在地_連結標記,緯度,経度\r\n131121,1.2E+11,髙橋①商店跡,世田谷区経堂一丁目,35.651,139.636\r\n131121,0000000002,空き店舗,世田谷区,,\r\n";
    let utf_16: Vec<u8> = csv.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_bom = [b"\xef\xbb\xbf", csv.as_bytes()].concat();
    let cp932 = encoding_rs::SHIFT_JIS.encode(csv).0.into_owned();
    for (bytes, encoding) in
        [(csv.as_bytes().to_vec(), "UTF-8"), (with_bom, "UTF-8"), (cp932, "CP932"), (utf_16, "UTF-16LE")]
    {
        let found = read_bytes(ImportKind::Listings, "a.csv", &bytes, &ImportOptions::default()).unwrap();
        assert_eq!(found.report.files[0].encoding.as_deref(), Some(encoding));
        let listing = &listings_of(&found)[0];
        assert_eq!((listing.title.as_str(), listing.address.as_str()), ("髙橋①商店跡", "世田谷区経堂一丁目"));
        assert_eq!(listing.source_key, None, "a mangled id names nothing");
        assert!(found.report.refusals.iter().any(|r| r.field == "ID" && !r.whole_row));
        assert_eq!(found.report.refused, 1, "the row without coordinates");
    }
}

#[test]
fn a_street_is_a_line_or_an_area_with_a_name() {
    let line = r#"{"type":"LineString","coordinates":[[139.65,35.64],[139.65,35.64],[139.651,35.641]]}"#;
    let feature = |properties: &str, geometry: &str| {
        format!(r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{geometry}}}"#)
    };
    let json = collection(&[
        feature(r#""key":"s1","name":"いちょう通り","shops":42,"association":"振興組合""#, line),
        feature(r#""key":"s2","name":"すずらん広場","shops":"多数""#, &square(1)),
        feature(r#""key":"s3","name":"""#, line),
    ]);
    let found = text(ImportKind::Streets, "s.geojson", &json).unwrap();
    let Batch::Streets(streets) = &found.batch else { panic!("not streets") };
    let [first, second]: &[ShoppingStreet; 2] = streets.as_slice().try_into().unwrap();
    assert!(matches!(&first.shape, StreetShape::Line(l) if l.0[0].0.len() == 2));
    assert_eq!((first.shops, second.shops), (Some(42), None));
    assert!(matches!(second.shape, StreetShape::Area(_)));
    assert_eq!(found.report.refused, 1);
}

#[test]
fn a_town_is_read_with_its_reading_and_without_one_that_is_none() {
    let csv = "市区町村名,大字町丁目名,大字町丁目名カナ,緯度,経度\n\
               世田谷区,赤堤一丁目,アカツツミ 1,35.655,139.641\n世田谷区,赤堤二丁目,Akatsutsumi,35.658,139.645\n";
    let found = text(ImportKind::Towns, "t.csv", csv).unwrap();
    let Batch::Towns(towns) = &found.batch else { panic!("not towns") };
    assert_eq!((towns[0].kana.as_deref(), towns[1].kana.as_deref()), (Some("あかつつみ"), None));
    assert_eq!(found.report.refusals[0].field, "大字町丁目名カナ");
}

#[test]
fn lines_of_a_station_are_read_one_by_one_and_closed_stations_skipped() {
    let csv = "key,name,kana,lines,lon,lat,closed\n1,経堂,きょうどう,小田急小田原線;臨時線,139.636,35.651,0\n2,廃駅,,,139.63,35.65,1\n";
    let found = text(ImportKind::Stations, "s.csv", csv).unwrap();
    let Batch::Stations(stations) = &found.batch else { panic!("not stations") };
    assert_eq!(stations[0].lines.len(), 2);
    assert_eq!((found.report.accepted, found.report.skipped), (1, 1));
}

#[test]
fn islands_of_one_municipality_become_one_boundary() {
    let feature = |i: usize| {
        let properties = r#""N03_001":"東京都","N03_004":"世田谷区","N03_007":"13112""#;
        format!(r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{}}}"#, square(i))
    };
    let found = text(ImportKind::Boundary, "n03.geojson", &collection(&[feature(0), feature(1)])).unwrap();
    let Batch::Boundaries(boundaries) = &found.batch else { panic!("not boundaries") };
    assert_eq!(boundaries.len(), 1);
    assert_eq!((boundaries[0].name.as_str(), boundaries[0].geometry.0.len()), ("世田谷区", 2));
}

#[test]
fn importing_a_file_as_the_wrong_kind_suggests_the_right_one() {
    let json = super::fixtures::squares(&[r#""A29_004":10"#]);
    let error = text(ImportKind::Listings, "a29.geojson", &json).unwrap_err();
    assert!(error.to_string().contains("import them as zoning"), "{error}");
}
