//! The report as people read it: counts first, then what needs a look, then the rest.

use std::fmt::{self, Display, Formatter};

use super::report::{DistrictTotal, EditionMade, NetworkMade, Refusal, Repair, Report, RoadTotal};

/// Longer lists are cut here; JSON has them whole.
const LONGEST_LIST: usize = 20;

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { kind, read, accepted, repaired, refused, skipped, .. } = self;
        writeln!(
            f,
            "{kind}: {read} read, {accepted} accepted ({repaired} repaired), {refused} refused, {skipped} skipped"
        )?;
        for file in &self.files {
            let encoding = file.encoding.as_deref().map(|e| format!(", {e}")).unwrap_or_default();
            writeln!(f, "  {}: {}{encoding}, {}, {}", file.name, file.format, file.schema, file.crs)?;
        }
        self.edition.iter().try_for_each(|edition| edition_text(f, edition))?;
        self.network.iter().try_for_each(|network| network_text(f, network))?;
        districts_text(f, &self.districts)?;
        roads_text(f, &self.roads)?;
        let (rows, fields): (Vec<&Refusal>, Vec<&Refusal>) = self.refusals.iter().partition(|r| r.whole_row);
        list(f, "refused rows", &rows, refusal_text)?;
        list(f, "fields left blank", &fields, refusal_text)?;
        list(f, "repairs", &self.repairs.iter().collect::<Vec<_>>(), repair_text)?;
        list(f, "skipped", &self.skips.iter().collect::<Vec<_>>(), |f, skip| {
            write!(f, "{}: {} {}: {}", skip.file, skip.rows, skip.what, skip.reason)
        })?;
        list(f, "notes", &self.notes.iter().collect::<Vec<_>>(), |f, note| write!(f, "{note}"))
    }
}

fn edition_text(f: &mut Formatter<'_>, edition: &EditionMade) -> fmt::Result {
    let as_of = edition.as_of.to_string();
    writeln!(f, "\nedition")?;
    [
        ("name", &edition.name),
        ("area", &edition.area),
        ("as of", &as_of),
        ("source", &edition.source),
        ("licence", &edition.licence),
        ("sha-256", &edition.checksum),
    ]
    .iter()
    .try_for_each(|(label, text)| writeln!(f, "  {label:<8} {text}"))
}

fn network_text(f: &mut Formatter<'_>, network: &NetworkMade) -> fmt::Result {
    writeln!(f, "\nnetwork")?;
    [
        ("area", &network.area),
        ("source", &network.source),
        ("licence", &network.licence),
        ("sha-256", &network.checksum),
    ]
    .iter()
    .try_for_each(|(label, text)| writeln!(f, "  {label:<8} {text}"))
}

fn roads_text(f: &mut Formatter<'_>, roads: &[RoadTotal]) -> fmt::Result {
    if roads.is_empty() {
        return Ok(());
    }
    let line = |f: &mut Formatter<'_>, name: &str, roads: usize, km: f64| {
        writeln!(f, "  {}{roads:>9}{km:>10.2}", padded(name))
    };
    writeln!(f, "\n{}{:>9}{:>10}", padded("  roads"), "lines", "km")?;
    for total in roads {
        line(f, total.name, total.roads, total.km)?;
    }
    line(f, "total", roads.iter().map(|t| t.roads).sum(), roads.iter().map(|t| t.km).sum())
}

fn districts_text(f: &mut Formatter<'_>, districts: &[DistrictTotal]) -> fmt::Result {
    if districts.is_empty() {
        return Ok(());
    }
    let zones = districts.iter().map(|d| d.zones).sum();
    let hectares = districts.iter().map(|d| d.hectares).sum();
    let line = |f: &mut Formatter<'_>, name: &str, zones: usize, hectares: f64| {
        writeln!(f, "  {}{zones:>7}{hectares:>12.2}", padded(name))
    };
    writeln!(f, "\n{}{:>7}{:>12}", padded("  districts"), "zones", "hectares")?;
    for d in districts {
        line(f, d.name, d.zones, d.hectares)?;
    }
    line(f, "total", zones, hectares)
}

/// A name filled with blanks to 26 columns; kanji are two columns wide.
fn padded(name: &str) -> String {
    const COLUMNS: usize = 26;
    let width: usize = name.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    format!("{name}{}", " ".repeat(COLUMNS.saturating_sub(width)))
}

fn list<T>(
    f: &mut Formatter<'_>,
    title: &str,
    items: &[&T],
    line: impl Fn(&mut Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{title}")?;
    for item in items.iter().take(LONGEST_LIST) {
        write!(f, "  ")?;
        line(f, item)?;
        writeln!(f)?;
    }
    match items.len().saturating_sub(LONGEST_LIST) {
        0 => Ok(()),
        more => writeln!(f, "  … and {more} more; --json lists them all"),
    }
}

fn refusal_text(f: &mut Formatter<'_>, r: &Refusal) -> fmt::Result {
    let value = if r.value.is_empty() { String::new() } else { format!(" `{}`", r.value) };
    write!(f, "{} row {}, {}{value}: {}", r.file, r.row, r.field, r.reason)
}

fn repair_text(f: &mut Formatter<'_>, r: &Repair) -> fmt::Result {
    let area = r.area_change_m2.map(|m2| format!(" ({m2:+.2} m2)")).unwrap_or_default();
    write!(f, "{} row {}, {}: {}{area}", r.file, r.row, r.field, r.what)
}
