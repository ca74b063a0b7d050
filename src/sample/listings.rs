//! Answers "what is on offer?": about 900 listings of every kind and in every state, on the streets, in
//! the quasi-industrial quarters and between them.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use time::macros::date;
use time::{Date, Duration};

use super::SEED;
use super::asking::{dates, lease, offered_by, terms};
use super::ground::{Metres, distance};
use super::layout::{Land, Layout};
use super::premises::{Offer, Setting, area, chance, condition, cooking, pick, rent_yen, storey, weighted};
use super::shapes::{along, distance_to_line, inside, length};
use super::streets::Street;
use super::zoning::Plan;
use super::{pictures, texts, trades};
use crate::domain::{Cooking, ListingKind as Kind, ListingState as State, OfferedBy, UseDistrict};

/// The day the sample stands still.
pub(super) const TODAY: Date = date!(2026 - 11 - 20);
/// No such licence can exist.
const LICENCE: &str = "東京都知事(0)第00000号〈架空〉";

const COLUMNS: &str = "key,kind,state,title,description,address,pin,lon,lat,rent,tax,common_fee,deposit,amortisation,key_money,fixtures_price,renewal_fee,free_rent_months,lease,lease_months,area_m2,storey_lowest,storey_highest,building_storeys,frontage_m,ceiling_m,floor_load_kg_m2,built_year,condition,cooking,power_kw,three_phase,gas,water,exhaust,toilet,loading,parking,handover,offered_by,licence_number,trades,photos,registered_on,updated_on,next_update_on,synthetic";

/// Kinds along a shopping street, and how often.
const ON_STREETS: [(Kind, f64); 8] = [
    (Kind::Shop, 0.39),
    (Kind::Furnished, 0.28),
    (Kind::Office, 0.09),
    (Kind::Succession, 0.06),
    (Kind::PopUp, 0.08),
    (Kind::Shared, 0.07),
    (Kind::TestBed, 0.015),
    (Kind::Workshop, 0.015),
];

/// Published listings away from the streets.
const ELSEWHERE: [(Kind, usize); 6] = [
    (Kind::Workshop, 52),
    (Kind::Office, 26),
    (Kind::Shop, 22),
    (Kind::TestBed, 20),
    (Kind::Succession, 14),
    (Kind::Furnished, 10),
];

/// Listings that are not public.
const UNSEEN: [(State, usize); 9] = [
    (State::Draft, 20),
    (State::Submitted, 24),
    (State::Returned, 10),
    (State::Rejected, 8),
    (State::Paused, 22),
    (State::UnderApplication, 30),
    (State::Let, 44),
    (State::Withdrawn, 14),
    (State::Expired, 18),
];

/// The listings as a CSV file, and how many there are, and how many of them are published.
pub(super) fn write(layout: &Layout, streets: &[Street], plans: &[Option<Plan>]) -> (String, usize, usize) {
    let mut maker =
        Maker { layout, streets, plans, rng: ChaCha8Rng::seed_from_u64(SEED + 5), rows: Vec::new() };
    for (index, street) in streets.iter().enumerate() {
        let count = vacant(&mut maker.rng, street.shops);
        for slot in 0..count {
            let kind = weighted(&mut maker.rng, &ON_STREETS);
            maker.on_street(index, (slot, count), kind, State::Published);
        }
    }
    for (kind, count) in ELSEWHERE {
        for _ in 0..count {
            maker.elsewhere(kind, State::Published);
        }
    }
    let published = maker.rows.len();
    for (state, count) in UNSEEN {
        for _ in 0..count {
            let kind = weighted(&mut maker.rng, &ON_STREETS);
            if chance(&mut maker.rng, 0.75) {
                let street = maker.rng.random_range(0..streets.len());
                maker.on_street(street, (0, 1), kind, state);
            } else {
                let kind = pick(&mut maker.rng, &[Kind::Workshop, Kind::Office]);
                maker.elsewhere(kind, state);
            }
        }
    }
    let count = maker.rows.len();
    (format!("{COLUMNS}\n{}", maker.rows.concat()), count, published)
}

/// How many of a street's shops are vacant: 5 to 12 %.
fn vacant(rng: &mut ChaCha8Rng, shops: u32) -> usize {
    let wish = (f64::from(shops) * (0.056 + 0.056 * rng.random::<f64>())).round();
    let least = (f64::from(shops) * 0.05).ceil();
    let most = (f64::from(shops) * 0.12).floor();
    wish.clamp(least, most) as usize
}

struct Maker<'a> {
    layout: &'a Layout,
    streets: &'a [Street],
    plans: &'a [Option<Plan>],
    rng: ChaCha8Rng,
    rows: Vec<String>,
}

impl Maker<'_> {
    fn on_street(&mut self, index: usize, (slot, of): (usize, usize), kind: Kind, state: State) {
        let street = &self.streets[index];
        let room = length(&street.line);
        let at = room * ((slot as f64 + 0.15 + 0.7 * self.rng.random::<f64>()) / of as f64);
        let (p, d) = along(&street.line, at);
        let side = if chance(&mut self.rng, 0.5) { 1.0 } else { -1.0 };
        let off = side * (if street.wide { 12.5 } else { 6.0 } + 5.0 * self.rng.random::<f64>());
        let place = Metres { x: p.x - d.y * off, y: p.y + d.x * off };
        self.offer(kind, state, place, Some(index));
    }

    fn elsewhere(&mut self, kind: Kind, state: State) {
        let faces = self.layout.middles.len();
        let start = self.rng.random_range(0..faces);
        let industrial = |f: usize| self.plans[f].is_some_and(|p| p.district == UseDistrict::QuasiIndustrial);
        let fits = |f: &usize| {
            let p = self.layout.middles[*f];
            let off_street = || self.streets.iter().all(|s| distance_to_line(&s.line, p) > 75.0);
            let right_land = match kind {
                Kind::Workshop => industrial(*f),
                Kind::Office => self.near_station(p).1 < 600.0,
                Kind::Furnished | Kind::Shop | Kind::Succession => self.near_station(p).1 < 1_100.0,
                _ => true,
            };
            self.layout.land[*f] == Land::Built && self.layout.areas[*f] > 900.0 && right_land && off_street()
        };
        let mut face = start;
        // From a random face on, the first that fits: the ward has thousands.
        for step in 0..faces {
            if fits(&((start + step * 7) % faces)) {
                face = (start + step * 7) % faces;
                break;
            }
        }
        let ring = self.layout.mesh.ring(face as u32);
        let corner = ring[self.rng.random_range(0..ring.len())];
        let middle = self.layout.middles[face];
        let t = 0.62 + 0.34 * self.rng.random::<f64>();
        let place =
            Metres { x: corner.x + (middle.x - corner.x) * t, y: corner.y + (middle.y - corner.y) * t };
        let place = if inside(&ring, place) { place } else { middle };
        self.offer(kind, state, place, None);
    }

    fn near_station(&self, p: Metres) -> (usize, f64) {
        let far = |s: usize| distance(self.layout.facts.stations[s].place, p);
        let stations = 0..self.layout.facts.stations.len();
        stations.map(|s| (s, far(s))).min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((0, 0.0))
    }

    fn town_at(&self, p: Metres) -> &str {
        let near = |f: &usize| distance(self.layout.middles[*f], p) < 500.0;
        let within = (0..self.layout.middles.len())
            .filter(near)
            .find(|f| inside(&self.layout.mesh.ring(*f as u32), p));
        let nearest = || {
            let far = |f: &usize| distance(self.layout.middles[*f], p);
            (0..self.layout.middles.len()).min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(0)
        };
        &self.layout.facts.towns[self.layout.town[within.unwrap_or_else(nearest)]].name
    }

    fn offer(&mut self, kind: Kind, state: State, place: Metres, street: Option<usize>) {
        let (station, station_m) = self.near_station(place);
        let town = self.town_at(place).to_owned();
        let fact = &self.layout.facts.stations[station];
        let setting = Setting { station_rank: fact.rank, station_m, on_street: street.is_some() };
        let station = fact.name.clone();
        let street = street.map(|s| self.streets[s].name.clone());
        let rng = &mut self.rng;
        let built_year = rng.random_range(1966..=2023_u16);
        let size = area(rng, kind);
        let lowest = storey(rng, kind);
        let highest = if lowest == 1 && size.m2() > 70.0 && chance(rng, 0.3) { 2 } else { lowest };
        let condition = condition(rng, kind);
        let cooking = cooking(rng, kind, condition);
        let heavy = matches!(kind, Kind::Workshop);
        let kitchen = matches!(cooking, Cooking::Light | Cooking::Heavy);
        let three_phase = match kind {
            Kind::Workshop => Some(chance(rng, 0.85)),
            _ if cooking == Cooking::Heavy => Some(chance(rng, 0.5)),
            _ => chance(rng, 0.4).then_some(false),
        };
        let lease = lease(rng, kind);
        let (lease_kind, lease_months) = lease;
        let walk_m = (station_m * 1.3).max(40.0);
        let former = pick(rng, trades::former_trades(kind, cooking)).to_owned();
        let welcome = trades::welcome_trades(kind, cooking);
        let first = rng.random_range(0..welcome.len());
        let trades =
            (0..rng.random_range(1..=3)).map(|k| welcome[(first + k * 2) % welcome.len()].to_owned());
        let trades: Vec<String> =
            if kind == Kind::Succession { vec![former.clone()] } else { trades.collect() };
        let offer = Offer {
            kind,
            station,
            minutes: (walk_m / 80.0).ceil() as u32,
            town,
            street,
            former,
            trades,
            area: size,
            storeys: (lowest, highest),
            building_storeys: (highest.max(1) as u8).max(rng.random_range(1..=if heavy { 3 } else { 6 })),
            built_year,
            frontage_m: (lowest == 1 && chance(rng, 0.8))
                .then(|| (size.m2() * (0.3 + 0.5 * rng.random::<f64>())).sqrt().clamp(1.8, 14.0))
                .map(|m| (m * 10.0).round() / 10.0),
            ceiling_m: chance(rng, 0.6).then(|| {
                let m = if heavy { 3.2 + 2.4 * rng.random::<f64>() } else { 2.3 + 0.9 * rng.random::<f64>() };
                (m * 10.0).round() / 10.0
            }),
            floor_load: heavy.then(|| pick(rng, &[500, 800, 1_000, 1_500, 2_000])),
            condition,
            cooking,
            power_kw: match kind {
                Kind::Workshop => Some(f64::from(pick(rng, &[5_u16, 8, 10, 15, 20, 30, 45]))),
                _ => chance(rng, 0.35).then(|| f64::from(pick(rng, &[3_u16, 4, 6, 8, 10]))),
            },
            three_phase,
            gas: if kitchen { Some(true) } else { chance(rng, 0.6).then(|| chance(rng, 0.5)) },
            exhaust: match cooking {
                Cooking::Heavy => Some(true),
                Cooking::Light => chance(rng, 0.7).then(|| chance(rng, 0.4)),
                _ => chance(rng, 0.4).then_some(false),
            },
            loading: if heavy { Some(chance(rng, 0.75)) } else { chance(rng, 0.3).then(|| chance(rng, 0.4)) },
            parking: (heavy || chance(rng, 0.12)).then(|| rng.random_range(0..=3)),
            rent_yen: rent_yen(rng, kind, size, lowest, built_year, setting),
            lease: lease_kind,
            lease_months,
            offered_by: offered_by(rng, kind),
        };
        self.row(&offer, state, place);
    }

    fn row(&mut self, o: &Offer, state: State, place: Metres) {
        let key = format!("L-{:04}", self.rows.len() + 1);
        let at = self.layout.ground.degrees(place);
        let rng = &mut self.rng;
        let title = texts::title(rng, o);
        let description = texts::description(rng, o);
        let by_town = chance(rng, 0.13);
        let block = if by_town { String::new() } else { format!("{}番", rng.random_range(1..=48)) };
        let address = format!("世田谷区{}{block}", o.town);
        let money = terms(rng, o);
        let [registered, updated, next] = dates(rng, state);
        let handover = match state {
            State::Let => "相談".to_owned(),
            _ if chance(rng, 0.55) => "即".to_owned(),
            _ if chance(rng, 0.45) => "相談".to_owned(),
            _ => (TODAY + Duration::days(rng.random_range(10..120))).to_string(),
        };
        let licensed = matches!(o.offered_by, OfferedBy::Broker | OfferedBy::Agent);
        let photos = pictures::for_offer(rng, o);
        let yes = |v: Option<bool>| v.map_or("", |b| if b { "有" } else { "無" }).to_owned();
        let number = |v: Option<f64>| v.map_or(String::new(), |n| n.to_string());
        let water = Some(o.kind != Kind::TestBed || chance(rng, 0.6));
        let toilet = chance(rng, 0.85).then(|| chance(rng, 0.85));
        let mut cells: Vec<String> = vec![
            key,
            o.kind.slug().into(),
            state.slug().into(),
            title,
            description,
            address,
            if by_town { "town" } else { "exact" }.into(),
            format!("{:.6}", at.x),
            format!("{:.6}", at.y),
        ];
        cells.extend(money);
        cells.extend([
            o.lease.slug().into(),
            o.lease_months.map_or(String::new(), |m| m.to_string()),
            o.area_text(),
            storey_cell(o.storeys.0),
            storey_cell(o.storeys.1),
            o.building_storeys.to_string(),
            number(o.frontage_m),
            number(o.ceiling_m),
            o.floor_load.map_or(String::new(), |l| l.to_string()),
            o.built_year.to_string(),
            o.condition.slug().into(),
            o.cooking.slug().into(),
            number(o.power_kw),
            yes(o.three_phase),
            yes(o.gas),
            yes(water),
            yes(o.exhaust),
            yes(toilet),
            yes(o.loading),
            o.parking.map_or(String::new(), |p| p.to_string()),
            handover,
            o.offered_by.slug().into(),
            if licensed { LICENCE } else { "" }.into(),
            o.trades.join(";"),
            photos,
            registered.to_string(),
            updated.to_string(),
            next.to_string(),
            "true".into(),
        ]);
        let quoted = |c: &String| {
            if c.contains([',', '"', '\n']) { format!("\"{}\"", c.replace('"', "\"\"")) } else { c.clone() }
        };
        let row: Vec<String> = cells.iter().map(quoted).collect();
        self.rows.push(format!("{}\n", row.join(",")));
    }
}

fn storey_cell(storey: i64) -> String {
    if storey < 0 { format!("B{}", -storey) } else { storey.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_5_and_12_percent_of_the_shops_of_a_street_are_vacant() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        for shops in 12..=180 {
            let share = vacant(&mut rng, shops) as f64 / f64::from(shops);
            assert!((0.05..=0.12).contains(&share), "{shops} shops: {share}");
        }
    }
}
