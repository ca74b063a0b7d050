//! Answers "what does the ward look like?": its mesh of blocks, and what each block is and belongs to.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::facts::{Facts, WARD};
use super::ground::{Ground, Metres, distance};
use super::mesh::{FaceNumber, Mesh};
use super::roads::{GreatLines, RIVER_HALF_M};
use super::shapes::{area, centroid, distance_to_line, smooth};
use super::{SEED, blocks, boundary};

/// What a face of the mesh is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Land {
    /// Built-up land.
    Built,
    /// The great river and its banks.
    River,
    /// A park, by its number.
    Park(usize),
    /// A small nameless green.
    SmallGreen,
}

/// The made-up ward before anything is zoned.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) ground: Ground,
    pub(super) facts: Facts,
    pub(super) lines: GreatLines,
    /// The mesh on the true ground, its vertices where the files can hold them.
    pub(super) mesh: Mesh,
    /// The ward's edge: a ring on the true ground, not closed.
    pub(super) boundary: Vec<Metres>,
    pub(super) land: Vec<Land>,
    /// The middle of each face.
    pub(super) middles: Vec<Metres>,
    /// The area of each face, m2.
    pub(super) areas: Vec<f64>,
    /// For each face, the town it belongs to, as an index into `facts.towns`.
    pub(super) town: Vec<usize>,
}

impl Layout {
    pub(super) fn plan(ground: Ground, facts: Facts) -> Self {
        let lines = GreatLines::draw(&facts);
        let boundary = boundary::draw(&facts);
        let mut mesh = lines.quarters(&boundary);
        let river = smooth(lines.river(), 40.0);
        let in_river = |p: Metres| distance_to_line(&river, p) < RIVER_HALF_M;
        let water: Vec<FaceNumber> = (0..mesh.faces.len() as FaceNumber)
            .filter(|f| {
                let ring = mesh.ring(*f);
                let wet = ring.iter().filter(|p| in_river(Ground::bend(**p))).count();
                wet * 2 > ring.len() || in_river(Ground::bend(centroid(&ring)))
            })
            .collect();
        let mut rng = ChaCha8Rng::seed_from_u64(SEED);
        blocks::divide(&mut mesh, &mut rng, &facts.parks, &water);
        for point in &mut mesh.points {
            *point = ground.rounded(Ground::bend(*point));
        }
        let rings: Vec<Vec<Metres>> = (0..mesh.faces.len() as FaceNumber).map(|f| mesh.ring(f)).collect();
        let middles: Vec<Metres> = rings.iter().map(|r| centroid(r)).collect();
        let areas: Vec<f64> = rings.iter().map(|r| area(r)).collect();
        let land = (0..rings.len())
            .map(|f| {
                let park = blocks::park_at(&facts.parks, middles[f]);
                match park {
                    _ if water.contains(&(f as FaceNumber)) => Land::River,
                    Some(park) => Land::Park(park),
                    None if is_small_green(&facts, middles[f], areas[f]) => Land::SmallGreen,
                    None => Land::Built,
                }
            })
            .collect();
        let ward = |t: &usize| facts.towns[*t].municipality == WARD;
        let towns: Vec<usize> = (0..facts.towns.len()).filter(ward).collect();
        let nearest = |p: &Metres| {
            let far = |t: &usize| distance(facts.towns[*t].place, *p);
            towns.iter().copied().min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(0)
        };
        let town = middles.iter().map(nearest).collect();
        Self { ground, facts, lines, mesh, boundary, land, middles, areas, town }
    }

    /// True for land that has a use district: all but the river.
    pub(super) fn is_zoned(&self, face: FaceNumber) -> bool {
        self.land[face as usize] != Land::River
    }
}

/// About one block in a hundred is a small park; by the stations there is no room for one.
fn is_small_green(facts: &Facts, p: Metres, area_m2: f64) -> bool {
    if facts.stations.iter().any(|s| distance(s.place, p) < 230.0) {
        return false;
    }
    let lot = super::ground::random_of((p.x * 10.0) as i64, (p.y * 10.0) as i64, 41);
    (1_800.0..9_000.0).contains(&area_m2) && lot < 0.017
}
