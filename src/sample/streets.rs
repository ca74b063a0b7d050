//! Answers "where are the shopping streets?": walks along real edges of blocks, out from each station.
//!
//! Names are our own: a word of trees, seasons or trades with an ending. Any likeness is chance.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::SEED;
use super::files::{Features, properties};
use super::ground::{Metres, distance, dot, scale, sub};
use super::layout::{Land, Layout};
use super::mesh::{EdgeClass, FaceNumber, Vertex};
use super::shapes::{length, simpler};

/// A made-up shopping street.
#[derive(Debug, Clone)]
pub(super) struct Street {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) kana: String,
    pub(super) association: String,
    pub(super) shops: u32,
    pub(super) line: Vec<Metres>,
    /// True if most of it runs along an arterial or avenue.
    pub(super) wide: bool,
    /// The edges of the mesh it runs along, lower vertex first.
    pub(super) edges: Vec<(Vertex, Vertex)>,
}

/// Word, reading. With [`ENDINGS`] they make more names than there are streets.
const WORDS: [(&str, &str); 43] = [
    ("いちょう", "いちょう"),
    ("けやき", "けやき"),
    ("やなぎ", "やなぎ"),
    ("藤棚", "ふじだな"),
    ("梅香", "うめか"),
    ("すずかけ", "すずかけ"),
    ("青葉", "あおば"),
    ("若草", "わかくさ"),
    ("日の出", "ひので"),
    ("月見", "つきみ"),
    ("夕やけ", "ゆうやけ"),
    ("風見", "かざみ"),
    ("水車", "すいしゃ"),
    ("石橋", "いしばし"),
    ("千鳥", "ちどり"),
    ("こがね", "こがね"),
    ("みどり", "みどり"),
    ("あかつき", "あかつき"),
    ("ほたる", "ほたる"),
    ("麦の穂", "むぎのほ"),
    ("のぞみ", "のぞみ"),
    ("さざんか", "さざんか"),
    ("つばき", "つばき"),
    ("もみじ", "もみじ"),
    ("ひばり", "ひばり"),
    ("鈴の音", "すずのね"),
    ("あさがお", "あさがお"),
    ("かえで", "かえで"),
    ("くるみ", "くるみ"),
    ("ふたば", "ふたば"),
    ("まつば", "まつば"),
    ("小鳥", "ことり"),
    ("朝市", "あさいち"),
    ("豆の木", "まめのき"),
    ("花みずき", "はなみずき"),
    ("糸車", "いとぐるま"),
    ("ともしび", "ともしび"),
    ("竹の子", "たけのこ"),
    ("しらかば", "しらかば"),
    ("なのはな", "なのはな"),
    ("やまぶき", "やまぶき"),
    ("あんず", "あんず"),
    ("ひなた", "ひなた"),
];

const ENDINGS: [(&str, &str, &str); 7] = [
    ("通り商店街", "どおりしょうてんがい", "商店街振興組合"),
    ("銀座", "ぎんざ", "商栄会"),
    ("横丁", "よこちょう", "横丁会"),
    ("仲通り", "なかどおり", "商店会"),
    ("マーケット通り", "まーけっとどおり", "親交会"),
    ("新道", "しんみち", "商店会"),
    ("坂商店街", "ざかしょうてんがい", "商店会"),
];

/// Draws about 110 streets, more of them where the station is busier.
pub(super) fn draw(layout: &Layout) -> Vec<Street> {
    let mut rng = ChaCha8Rng::seed_from_u64(SEED + 2);
    let network = Network::of(layout);
    let mut taken: BTreeSet<Vertex> = BTreeSet::new();
    let mut streets = Vec::new();
    let mut order: Vec<usize> = (0..layout.facts.stations.len()).collect();
    order.sort_by_key(|s| (layout.facts.stations[*s].rank, *s));
    for station in order {
        let fact = &layout.facts.stations[station];
        let (wanted, long, shops_per_100_m) = match fact.rank {
            1 => (6, 420.0, 30.0),
            2 => (4, 360.0, 22.0),
            3 => (2, 300.0, 17.0),
            _ => (2, 220.0, 13.0),
        };
        let turn = rng.random::<f64>() * std::f64::consts::TAU;
        let mut found = 0;
        for attempt in 0..40 {
            if found == wanted {
                break;
            }
            let angle = turn + f64::from(attempt) * std::f64::consts::TAU / f64::from(wanted) * 1.09;
            let target = long * (0.55 + 0.75 * rng.random::<f64>());
            let reach = 45.0 + 12.0 * f64::from(attempt);
            let Some(walk) = network.walk(&taken, fact.place, angle, reach, target) else { continue };
            let line: Vec<Metres> = walk.iter().map(|v| layout.mesh.points[*v as usize]).collect();
            let size = length(&line);
            if size < 130.0 {
                continue;
            }
            found += 1;
            taken.extend(&walk);
            let density = shops_per_100_m * (0.75 + 0.5 * rng.random::<f64>());
            let n = streets.len();
            let ((word, word_kana), (ending, ending_kana, body)) = name(n);
            streets.push(Street {
                key: format!("S-{:03}", n + 1),
                name: format!("{word}{ending}"),
                kana: format!("{word_kana}{ending_kana}"),
                association: format!("{word}{}{body}（架空）", ending.trim_end_matches("商店街")),
                shops: ((size / 100.0 * density).round() as u32).clamp(12, 180),
                line: simpler(&line, 0.6),
                wide: walk.windows(2).filter(|w| layout.mesh.class(w[0], w[1]) > EdgeClass::Minor).count()
                    * 2
                    > walk.len(),
                edges: walk.windows(2).map(|w| (w[0].min(w[1]), w[0].max(w[1]))).collect(),
            });
        }
    }
    streets
}

fn name(n: usize) -> ((&'static str, &'static str), (&'static str, &'static str, &'static str)) {
    // 43 words and 7 endings share no factor: 301 streets before a name comes twice.
    (WORDS[n * 11 % WORDS.len()], ENDINGS[n % ENDINGS.len()])
}

/// The file of streets.
pub(super) fn write(layout: &Layout, streets: &[Street]) -> String {
    let mut file = Features::new(&layout.ground);
    for s in streets {
        let properties = properties([
            ("key", s.key.as_str().into()),
            ("name", s.name.as_str().into()),
            ("kana", s.kana.as_str().into()),
            ("association", s.association.as_str().into()),
            ("shops", s.shops.into()),
            ("synthetic", true.into()),
        ]);
        file.line(&properties, &s.line);
    }
    file.finish()
}

struct Network<'a> {
    layout: &'a Layout,
    around: BTreeMap<Vertex, Vec<Vertex>>,
}

impl<'a> Network<'a> {
    fn of(layout: &'a Layout) -> Self {
        let mesh = &layout.mesh;
        let built = |f: Option<FaceNumber>| f.is_some_and(|f| layout.land[f as usize] == Land::Built);
        let mut around: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
        for (a, b) in mesh.all_edges() {
            let walked =
                matches!(mesh.class(a, b), EdgeClass::Minor | EdgeClass::Collector | EdgeClass::Arterial);
            if walked && built(mesh.across((a, b))) && built(mesh.across((b, a))) {
                around.entry(a).or_default().push(b);
                around.entry(b).or_default().push(a);
            }
        }
        Self { layout, around }
    }

    /// A walk away from `from`: the straightest way on at every crossing, and no vertex twice.
    fn walk(
        &self,
        taken: &BTreeSet<Vertex>,
        from: Metres,
        angle: f64,
        reach: f64,
        target: f64,
    ) -> Option<Vec<Vertex>> {
        let point = |v: Vertex| self.layout.mesh.points[v as usize];
        let heading = Metres { x: angle.cos(), y: angle.sin() };
        let wish = Metres { x: from.x + heading.x * reach, y: from.y + heading.y * reach };
        let free = |v: &Vertex| !taken.contains(v);
        let start = self
            .around
            .keys()
            .copied()
            .filter(free)
            .min_by(|a, b| distance(point(*a), wish).total_cmp(&distance(point(*b), wish)))
            .filter(|v| distance(point(*v), wish) < 90.0)?;
        let mut walk = vec![start];
        let (mut going, mut walked) = (heading, 0.0);
        while walked < target {
            let here = walk[walk.len() - 1];
            let way = |v: Vertex| {
                let d = sub(point(v), point(here));
                scale(d, 1.0 / distance(point(v), point(here)).max(1e-9))
            };
            let next = self.around[&here]
                .iter()
                .copied()
                .filter(|v| free(v) && !walk.contains(v) && dot(way(*v), going) > 0.45)
                .max_by(|a, b| dot(way(*a), going).total_cmp(&dot(way(*b), going)));
            let Some(next) = next else { break };
            let blend = if walk.len() == 1 { 0.0 } else { 0.4 };
            let d = way(next);
            going = Metres { x: d.x + going.x * blend, y: d.y + going.y * blend };
            going = scale(going, 1.0 / going.x.hypot(going.y).max(1e-9));
            walked += distance(point(here), point(next));
            walk.push(next);
        }
        (walk.len() > 2).then_some(walk)
    }
}
