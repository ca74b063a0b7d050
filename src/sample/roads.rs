//! Answers "where do the great lines run?": arterials, avenues, railways, streams and the river bank,
//! smoothed through the points drawn for them, and the quarters they cut the ward into.

use geo_types::Coord;

use super::arrangement::arrange;
use super::facts::{DrawnClass, Facts};
use super::ground::{Ground, Metres, distance, scale, sub};
use super::mesh::{EdgeClass, Mesh};
use super::shapes::{simpler, smooth};

/// Half the width of the river, metres.
pub(super) const RIVER_HALF_M: f64 = 105.0;
const SMOOTHING_STEP_M: f64 = 25.0;

/// A railway runs under the arterial road along this line, and so cuts no blocks.
const UNDERGROUND: &str = "東急田園都市線";

/// The great lines, smooth, on the true ground.
#[derive(Debug, Clone)]
pub(super) struct GreatLines {
    pub(super) drawn: Vec<(DrawnClass, String, Vec<Metres>)>,
    pub(super) railways: Vec<(String, Vec<Metres>)>,
}

impl GreatLines {
    pub(super) fn draw(facts: &Facts) -> Self {
        let even = |points: &[Metres]| simpler(&smooth(points, SMOOTHING_STEP_M), 0.8);
        let drawn = facts.drawn.iter().map(|l| (l.class, l.name.clone(), even(&l.points)));
        let railways = facts.railways.iter().map(|(name, points)| (name.clone(), even(points)));
        Self { drawn: drawn.collect(), railways: railways.collect() }
    }

    /// The middle of the great river.
    pub(super) fn river(&self) -> &[Metres] {
        self.of(DrawnClass::River).next().map_or(&[], |(_, line)| line)
    }

    /// The lines of a class with their names.
    pub(super) fn of(&self, class: DrawnClass) -> impl Iterator<Item = (&str, &[Metres])> {
        self.drawn.iter().filter(move |l| l.0 == class).map(|l| (l.1.as_str(), l.2.as_slice()))
    }

    /// The quarters between the great lines, on the unbent ground.
    pub(super) fn quarters(&self, boundary: &[Metres]) -> Mesh {
        let mut lines = vec![(EdgeClass::Bank, beside(self.river(), RIVER_HALF_M))];
        for (class, edge) in [
            (DrawnClass::Arterial, EdgeClass::Arterial),
            (DrawnClass::Collector, EdgeClass::Collector),
            (DrawnClass::Stream, EdgeClass::Stream),
            (DrawnClass::Greenway, EdgeClass::Greenway),
        ] {
            lines.extend(self.of(class).map(|(_, line)| (edge, line.to_vec())));
        }
        let on_ground = self.railways.iter().filter(|(name, _)| name != UNDERGROUND);
        lines.extend(on_ground.map(|(_, line)| (EdgeClass::Railway, line.clone())));
        for (_, line) in &mut lines {
            for point in line {
                *point = Ground::unbend(*point);
            }
        }
        let boundary: Vec<Metres> = boundary.iter().map(|p| Ground::unbend(*p)).collect();
        arrange(&boundary, &lines)
    }
}

/// A line so many metres to the left of another.
pub(super) fn beside(line: &[Metres], metres: f64) -> Vec<Metres> {
    let shift = |a: Metres, b: Metres| {
        let d = scale(sub(b, a), metres / distance(a, b).max(1e-9));
        Coord { x: -d.y, y: d.x }
    };
    (0..line.len())
        .map(|i| {
            let a = line[i.saturating_sub(1)];
            let b = line[(i + 1).min(line.len() - 1)];
            let s = shift(a, b);
            Coord { x: line[i].x + s.x, y: line[i].y + s.y }
        })
        .collect()
}
