//! Answers "which pictures are there, and which belong to an offer?": two dozen drawings, honest about
//! being drawn.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::canvas::Canvas;
use super::premises::{Offer, chance};
use super::{drawn_inside, drawn_outside};
use crate::domain::{Condition, Cooking, ListingKind as Kind};

/// A kind of picture: the name's beginning, how many there are, how one is drawn, what each shows.
struct Series {
    name: &'static str,
    draw: fn(usize) -> Canvas,
    alts: &'static [&'static str],
}

const SHOPFRONT: Series = Series {
    name: "shopfront",
    draw: drawn_outside::shopfront,
    alts: &[
        "赤い縞の日よけがある喫茶店ふうの店構え。入口は右、窓に「貸店舗」の紙",
        "緑の庇と自転車のある花屋ふうの店構え。窓に「貸店舗」の紙",
        "青いのれんの文具店ふうの店構え。2階に窓が二つ",
        "橙の縞の日よけがあるパン屋ふうの店構え。両脇に鉢植え",
        "夕方のそば店ふうの店構え。窓に明かり、前に自転車",
        "夕方の古書店ふうの店構え。紫の庇、前に立て看板",
        "桃色ののれんが掛かる雑貨店ふうの店構え。両脇に鉢植え",
        "赤い縞の日よけがある惣菜店ふうの店構え。前に自転車",
    ],
};
const WORKSHOP: Series = Series {
    name: "workshop",
    draw: drawn_outside::workshop,
    alts: &[
        "のこぎり屋根の作業所。シャッターが少し開き、木箱が積んである",
        "切妻屋根の作業所。シャッターの前の道に小型トラック",
        "平屋根の作業所。窓が二つ、横に木箱",
        "夕方の切妻屋根の作業所。窓に明かり、道に小型トラック",
    ],
};
const OFFICE: Series = Series {
    name: "office",
    draw: drawn_outside::office,
    alts: &[
        "ベージュの4階建ての建物。1階の窓に「貸事務所」の紙",
        "青みがかった灰色の5階建ての建物。1階に入口と広い窓",
        "明るい色の3階建ての建物。入口の脇に鉢植え",
    ],
};
const INTERIOR: Series = Series {
    name: "interior",
    draw: drawn_inside::interior,
    alts: &[
        "コンクリートがむき出しの何もない室内。奥に広い窓",
        "カウンターとテーブルが残る喫茶店ふうの室内",
        "白い壁と木の床の室内。左に窓、右に扉",
        "窓が四つ並ぶ作業室。中央に作業台",
    ],
};
const KITCHEN: Series = Series {
    name: "kitchen",
    draw: drawn_inside::kitchen,
    alts: &["左に排気フードとこんろ、右に流しのある厨房", "左に流し、右に排気フードとこんろのある厨房"],
};
const PLAN: Series = Series {
    name: "plan",
    draw: drawn_inside::plan,
    alts: &[
        "間取りの例。左に店舗、右に厨房、右上に便所",
        "間取りの例。手前に客席、奥に厨房、右上に便所",
        "間取りの例。左に作業場、右に倉庫、右上に便所",
    ],
};

/// Every picture: its name in the sample folder, and its text.
pub(super) fn draw_all() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for series in [SHOPFRONT, WORKSHOP, OFFICE, INTERIOR, KITCHEN, PLAN] {
        for (number, alt) in series.alts.iter().enumerate() {
            let name = format!("pictures/{}-{}.svg", series.name, number + 1);
            files.push((name, (series.draw)(number).finish(alt)));
        }
    }
    files
}

/// The cell `photos`: names and what they show. One in eight landlords has none yet.
pub(super) fn for_offer(rng: &mut ChaCha8Rng, o: &Offer) -> String {
    if chance(rng, 0.12) {
        return String::new();
    }
    let outside = match o.kind {
        Kind::Workshop => &WORKSHOP,
        Kind::TestBed if chance(rng, 0.6) => &WORKSHOP,
        Kind::Office => &OFFICE,
        _ => &SHOPFRONT,
    };
    let mut list = vec![one(rng, outside, outside.alts.len())];
    if matches!(o.cooking, Cooking::Light | Cooking::Heavy)
        && matches!(o.kind, Kind::Furnished | Kind::Shared)
    {
        list.push(one(rng, &KITCHEN, KITCHEN.alts.len()));
    }
    let inside = match (o.kind, o.condition) {
        (Kind::Workshop, _) => Some(3),
        (_, Condition::Bare) => Some(0),
        (_, Condition::Fixtures) => Some(1),
        (_, Condition::Finished) => Some(2),
        (_, Condition::Unstated) => None,
    };
    if let Some(number) = inside.filter(|_| chance(rng, 0.8)) {
        list.push(cell(&INTERIOR, number));
    }
    if chance(rng, 0.5) {
        let number = match o.kind {
            Kind::Workshop | Kind::TestBed => 2,
            _ => rng.random_range(0..2),
        };
        list.push(cell(&PLAN, number));
    }
    list.join(";")
}

fn one(rng: &mut ChaCha8Rng, series: &Series, of: usize) -> String {
    cell(series, rng.random_range(0..of))
}

fn cell(series: &Series, number: usize) -> String {
    format!("{}-{}.svg|{}（合成データの絵）", series.name, number + 1, series.alts[number])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_is_small_and_says_that_it_is_made_up() {
        let pictures = draw_all();
        assert_eq!(pictures.len(), 24);
        for (name, text) in pictures {
            assert!(text.len() < 6_144, "{name} has {} bytes", text.len());
            assert!(text.contains("合成データ"), "{name}");
        }
    }
}
