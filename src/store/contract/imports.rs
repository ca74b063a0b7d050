//! How an import meets rows that are already there.

use time::macros::date;

use super::Fresh;
use super::samples::{
    blocks, edition, feature, id, listing, network, one_of_each, road, special_area, square, station, street,
    town, zone, zoning,
};
use crate::domain::{
    Actor, AreaKind, BasemapClass, Batch, Freshness, Listing, ListingState, LonLat, RoadClass, RoadNetwork,
    ShoppingStreet, SpecialArea, Station, Town, Zone,
};
use crate::store::StoreError;

async fn import(fresh: &Fresh, batch: &Batch) {
    fresh.store.import(batch, Actor::Import).await.unwrap();
}

pub(in crate::store) async fn listings_imported_again_keep_their_ids_and_dates_of_registration(
    fresh: &Fresh,
) {
    import(fresh, &Batch::Listings(vec![listing(1, Some("a"), "一"), listing(2, None, "二")])).await;
    let later = Freshness::starting(date!(2026 - 03 - 01));
    let changed = Listing { state: ListingState::Let, freshness: later, ..listing(11, Some("a"), "一 改") };
    let mut keyless = Listing { freshness: later, ..listing(12, None, "二") };
    keyless.place = listing(2, None, "二").place;
    import(fresh, &Batch::Listings(vec![changed.clone(), keyless, listing(13, Some("c"), "三")])).await;

    let held = fresh.store.contents().await.unwrap().listings;
    assert_eq!(held.iter().map(|l| l.id.bits()).collect::<Vec<_>>(), [1, 2, 13]);
    let dates = Freshness::new(date!(2026 - 01 - 10), later.updated(), later.next_update()).unwrap();
    assert_eq!(held[0], Listing { id: id(1), freshness: dates, ..changed });
    assert_eq!(held[1].freshness, dates);
}

pub(in crate::store) async fn an_edition_imported_again_replaces_its_zones_and_keeps_the_ids_of_those_unchanged(
    fresh: &Fresh,
) {
    let as_of = date!(2025 - 04 - 01);
    import(fresh, &zoning(edition(1, as_of), vec![zone(2, 1, 9, 0.0), zone(3, 1, 10, 1.0)])).await;
    let again = vec![zone(20, 9, 1, 7.0), zone(21, 9, 9, 0.0)];
    import(fresh, &zoning(edition(9, as_of), again)).await;

    let held = fresh.store.contents().await.unwrap();
    assert_eq!(held.editions, [edition(1, as_of)]);
    assert_eq!(held.zones, [zone(2, 1, 9, 0.0), zone(20, 1, 1, 7.0)]);
}

pub(in crate::store) async fn an_edition_of_another_date_stands_beside(fresh: &Fresh) {
    let (old, new) = (edition(1, date!(2011 - 04 - 01)), edition(5, date!(2025 - 04 - 01)));
    import(fresh, &zoning(old.clone(), vec![zone(2, 1, 9, 0.0)])).await;
    import(fresh, &zoning(new.clone(), vec![zone(6, 5, 9, 0.0)])).await;
    let held = fresh.store.contents().await.unwrap();
    assert_eq!(held.editions, [old, new]);
    assert_eq!(held.zones.iter().map(|z| z.edition.bits()).collect::<Vec<_>>(), [1, 5]);
}

pub(in crate::store) async fn rows_without_a_key_are_known_by_name_and_place(fresh: &Fresh) {
    import(fresh, &Batch::Streets(vec![street(1, None, "すずらん通り")])).await;
    import(fresh, &Batch::Stations(vec![station(2, None, "経堂")])).await;
    import(fresh, &Batch::Towns(vec![town(3, Some("old"), "経堂1丁目")])).await;

    let wider = ShoppingStreet { shops: Some(50), ..street(11, None, "すずらん通り") };
    let moved = LonLat::new(139.6365, 35.6520).unwrap();
    let elsewhere = LonLat::new(139.9, 35.9).unwrap();
    let near = Station { place: moved, ..station(12, None, "経堂") };
    let far = Station { place: elsewhere, ..station(13, None, "経堂") };
    let renamed_key = Town { population: None, ..town(14, Some("new"), "経堂一丁目") };
    import(fresh, &Batch::Streets(vec![wider.clone()])).await;
    import(fresh, &Batch::Stations(vec![near.clone(), far.clone()])).await;
    import(fresh, &Batch::Towns(vec![renamed_key.clone()])).await;

    let held = fresh.store.contents().await.unwrap();
    assert_eq!(held.streets, [ShoppingStreet { id: id(1), ..wider }]);
    assert_eq!(held.stations, [Station { id: id(2), ..near }, far]);
    assert_eq!(held.towns, [Town { id: id(3), ..renamed_key }]);
}

pub(in crate::store) async fn an_import_leaves_rows_alone_that_it_does_not_mention(fresh: &Fresh) {
    for batch in one_of_each() {
        import(fresh, &batch).await;
    }
    import(fresh, &Batch::Listings(vec![listing(99, Some("new"), "新しい店")])).await;
    import(fresh, &Batch::Streets(vec![street(98, Some("new"), "新しい通り")])).await;
    let held = fresh.store.contents().await.unwrap();
    assert_eq!((held.listings.len(), held.streets.len(), held.zones.len()), (3, 3, 2));
}

pub(in crate::store) async fn a_basemap_is_replaced_class_by_class_within_its_box(fresh: &Fresh) {
    use BasemapClass::{MainRoad, Path};
    let first = [
        feature(1, MainRoad, 0.0),
        feature(2, MainRoad, 1.0),
        feature(3, MainRoad, 9.0),
        feature(4, Path, 1.0),
    ];
    import(fresh, &Batch::Basemap(first.to_vec())).await;
    // Roads at 0 and 2: that at 0 is unchanged, that at 1 is gone, that at 9 lies outside the box.
    import(fresh, &Batch::Basemap(vec![feature(11, MainRoad, 0.0), feature(12, MainRoad, 2.0)])).await;
    let held = fresh.store.contents().await.unwrap().basemap;
    assert_eq!(held.iter().map(|f| f.id.bits()).collect::<Vec<_>>(), [1, 3, 4, 12]);
}

pub(in crate::store) async fn areas_imported_again_replace_what_their_source_said_of_their_kinds(
    fresh: &Fresh,
) {
    use AreaKind::{DistrictPlan, SpecialUseDistrict};
    let first = [
        special_area(1, "世田谷区", DistrictPlan, "経堂"),
        special_area(2, "世田谷区", DistrictPlan, "烏山"),
        special_area(3, "世田谷区", SpecialUseDistrict, "文教地区"),
        special_area(4, "東京都", DistrictPlan, "二子玉川"),
    ];
    import(fresh, &Batch::Areas(first.to_vec())).await;
    // One is as it was but for its note, one is gone, one is new.
    let noted = SpecialArea {
        note: Some("変更".into()),
        ..special_area(1, "世田谷区", DistrictPlan, "経堂")
    };
    let again = vec![
        SpecialArea { id: id(11), ..noted.clone() },
        special_area(12, "世田谷区", DistrictPlan, "下北沢"),
    ];
    import(fresh, &Batch::Areas(again.clone())).await;
    let held = fresh.store.contents().await.unwrap().areas;
    assert_eq!(held, [noted, first[2].clone(), first[3].clone(), again[1].clone()]);
}

pub(in crate::store) async fn the_blocks_of_a_town_replace_those_it_had(fresh: &Fresh) {
    import(fresh, &Batch::Blocks(vec![blocks("赤堤1丁目", &[1, 2]), blocks("赤堤2丁目", &[7])])).await;
    import(fresh, &Batch::Blocks(vec![blocks("赤堤一丁目", &[2, 3])])).await;
    let held = fresh.store.contents().await.unwrap().blocks;
    let numbers = |name: &str| -> Vec<u32> {
        let town = held.iter().find(|town| town.town == name.parse().unwrap()).unwrap();
        town.blocks.iter().map(|block| block.number).collect()
    };
    assert_eq!((held.len(), numbers("赤堤1丁目"), numbers("赤堤2丁目")), (2, vec![2, 3], vec![7]));
}

pub(in crate::store) async fn roads_imported_again_for_an_area_replace_those_it_had_and_leave_other_areas_alone(
    fresh: &Fresh,
) {
    use RoadClass::{MinorRoad, Path};
    let first = vec![road(2, 1, MinorRoad, 0.0), road(3, 1, MinorRoad, 1.0), road(4, 1, Path, 2.0)];
    import(fresh, &Batch::Roads { network: network(1, "13112"), roads: first }).await;
    let elsewhere = vec![road(6, 5, MinorRoad, 9.0)];
    import(fresh, &Batch::Roads { network: network(5, "13113"), roads: elsewhere.clone() }).await;
    // That at 0 is unchanged, that at 1 is gone, that at 2 is another class of road now.
    let again = vec![road(3, 1, MinorRoad, 3.0), road(7, 1, MinorRoad, 0.0), road(8, 1, MinorRoad, 2.0)];
    let renewed = RoadNetwork { source: "renewed".into(), ..network(1, "13112") };
    let foreign = Batch::Roads { network: network(99, "13112"), roads: again.clone() };
    let refused = fresh.store.import(&foreign, Actor::Import).await;
    assert!(matches!(refused, Err(StoreError::ForeignRoad { .. })), "{refused:?}");
    import(fresh, &Batch::Roads { network: renewed.clone(), roads: again }).await;

    let held = fresh.store.contents().await.unwrap();
    assert_eq!(held.road_networks, [renewed, network(5, "13113")]);
    let mut kept =
        [road(2, 1, MinorRoad, 0.0), road(3, 1, MinorRoad, 3.0), road(8, 1, MinorRoad, 2.0)].to_vec();
    kept.extend(elsewhere);
    kept.sort_by_key(|road| road.id);
    assert_eq!(held.roads, kept);
}

pub(in crate::store) async fn a_fresh_id_that_is_taken_does_not_overwrite_its_owner(fresh: &Fresh) {
    let as_of = date!(2025 - 04 - 01);
    import(fresh, &zoning(edition(1, date!(2011 - 04 - 01)), vec![zone(1, 1, 9, 0.0)])).await;
    import(fresh, &zoning(edition(1, as_of), vec![zone(1, 1, 9, 0.0)])).await;
    import(fresh, &Batch::Listings(vec![listing(1, Some("a"), "一")])).await;
    import(fresh, &Batch::Listings(vec![listing(1, Some("b"), "二")])).await;
    let held = fresh.store.contents().await.unwrap();
    assert_eq!((held.editions.len(), held.zones.len(), held.listings.len()), (2, 2, 2));
}

pub(in crate::store) async fn a_failed_batch_changes_nothing(fresh: &Fresh) {
    for batch in one_of_each() {
        import(fresh, &batch).await;
    }
    let before = format!("{:?}", fresh.store.contents().await.unwrap());
    let many = (100..150).map(|i| listing(i, None, "店"));
    let untitled = Listing { title: String::new(), ..listing(200, None, "x") };
    let twice = [listing(200, Some("z"), "一"), listing(201, Some("z"), "二")];
    let foreign = Zone { geometry: square(2.0), ..zone(6, 77, 9, 0.0) };
    let bad = [
        Batch::Listings(many.clone().chain([untitled]).collect()),
        Batch::Listings(many.chain(twice).collect()),
        zoning(edition(10, date!(2025 - 04 - 01)), vec![zone(5, 10, 9, 1.0), foreign]),
        Batch::Stations(vec![station(80, Some("z"), "一"), station(81, Some("z"), "二")]),
    ];
    for batch in bad {
        let refused = fresh.store.import(&batch, Actor::Import).await;
        assert!(!matches!(refused, Ok(_) | Err(StoreError::Database { .. })), "{refused:?}");
        assert_eq!(format!("{:?}", fresh.store.contents().await.unwrap()), before);
        // Nor does a good one before it.
        let both = [Batch::Streets(vec![street(300, None, "よい通り")]), batch];
        assert!(fresh.store.import_all(&both, Actor::Import).await.is_err());
        assert_eq!(format!("{:?}", fresh.store.contents().await.unwrap()), before);
    }
}
