//! Answers "which of these rows do we already have?" when a batch is imported.
//!
//! An equal source key decides first; then an equal name with a place that is near. Every known row
//! is met at most once, so that two rows of a batch never become one.

use std::collections::{HashMap, HashSet};

use crate::domain::Id;
use crate::store::StoreError;

/// A row of the table, or of the batch, as far as it tells who it is. `W` says where it is.
pub(super) struct Identity<T, W> {
    /// The id: the row's own, or a fresh one.
    pub id: Id<T>,
    /// The key its source knows it by.
    pub key: Option<String>,
    /// Its name or title.
    pub name: String,
    /// Where it is.
    pub at: W,
}

/// What a row of the batch is to be stored as.
pub(super) struct Met<'k, T, W> {
    /// The id of the known row, or a free one.
    pub id: Id<T>,
    /// The key to store: the batch's, or that of the known row where the batch has none.
    pub key: Option<String>,
    /// The row that was known.
    pub known: Option<&'k Identity<T, W>>,
}

/// How a row without a known key is recognised.
pub(super) struct Rule<W> {
    /// The table, for messages.
    pub table: &'static str,
    /// True if two places may be one.
    pub near: fn(&W, &W) -> bool,
    /// True if a row that has another key may be met by its name: it names the thing for good.
    pub name_is_enough: bool,
}

/// What each row of the batch is to be stored as, in the order of the batch.
pub(super) fn meet<'k, T, W>(
    rule: &Rule<W>,
    known: &'k [Identity<T, W>],
    batch: &[Identity<T, W>],
) -> Result<Vec<Met<'k, T, W>>, StoreError> {
    let mut keys = HashSet::new();
    if let Some(key) = batch.iter().filter_map(|row| row.key.as_ref()).find(|key| !keys.insert(*key)) {
        return Err(StoreError::KeyTaken { table: rule.table, key: key.clone() });
    }
    let by_key: HashMap<&str, &'k Identity<T, W>> =
        known.iter().filter_map(|row| Some((row.key.as_deref()?, row))).collect();
    let mut by_name: HashMap<&str, Vec<&'k Identity<T, W>>> = HashMap::new();
    for row in known {
        by_name.entry(&row.name).or_default().push(row);
    }

    let mut met: Vec<Option<Met<'k, T, W>>> = batch.iter().map(|_| None).collect();
    let mut taken = HashSet::new();
    for (slot, row) in met.iter_mut().zip(batch) {
        if let Some(known) = row.key.as_deref().and_then(|key| by_key.get(key)) {
            taken.insert(known.id);
            *slot = Some(Met { id: known.id, key: row.key.clone(), known: Some(known) });
        }
    }
    for (slot, row) in met.iter_mut().zip(batch).filter(|(slot, _)| slot.is_none()) {
        let may_be = |known: &&&'k Identity<T, W>| {
            !taken.contains(&known.id)
                && (row.key.is_none() || known.key.is_none() || rule.name_is_enough)
                && (rule.near)(&known.at, &row.at)
        };
        if let Some(known) = by_name.get(row.name.as_str()).and_then(|rows| rows.iter().find(may_be)) {
            taken.insert(known.id);
            let key = row.key.clone().or_else(|| known.key.clone());
            *slot = Some(Met { id: known.id, key, known: Some(known) });
        }
    }
    let mut ids: HashSet<Id<T>> = known.iter().map(|row| row.id).collect();
    let fresh = |(slot, row): (Option<Met<'k, T, W>>, &Identity<T, W>)| {
        slot.unwrap_or_else(|| Met { id: free_id(&mut ids, row.id), key: row.key.clone(), known: None })
    };
    Ok(met.into_iter().zip(batch).map(fresh).collect())
}

/// The id if it is free, else the next free one; takes it.
pub(super) fn free_id<T>(taken: &mut HashSet<Id<T>>, fresh: Id<T>) -> Id<T> {
    let mut id = fresh;
    while !taken.insert(id) {
        // Ids have 53 bits, and 0 is none.
        let first = || Id::from_bits(1).expect("1 is an id");
        id = Id::from_bits(id.bits() + 1).unwrap_or_else(|_| first());
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Thing {}
    type Row = Identity<Thing, f64>;

    const RULE: Rule<f64> = Rule { table: "t", near: |a, b| (a - b).abs() < 1.0, name_is_enough: false };

    fn row(id: u64, key: Option<&str>, name: &str, at: f64) -> Row {
        Identity { id: Id::from_bits(id).unwrap(), key: key.map(str::to_owned), name: name.into(), at }
    }

    fn ids(known: &[Row], batch: &[Row]) -> Vec<u64> {
        meet(&RULE, known, batch).unwrap().into_iter().map(|met| met.id.bits()).collect()
    }

    #[test]
    fn an_equal_key_decides_even_where_name_and_place_changed() {
        assert_eq!(ids(&[row(1, Some("k"), "a", 0.0)], &[row(9, Some("k"), "b", 50.0)]), [1]);
    }

    #[test]
    fn a_row_without_a_key_is_known_by_name_and_place() {
        let known = [row(1, None, "a", 0.0), row(2, None, "a", 50.0)];
        let batch = [row(9, None, "a", 50.5), row(10, None, "a", 99.0), row(11, None, "b", 0.0)];
        assert_eq!(ids(&known, &batch), [2, 10, 11]);
    }

    #[test]
    fn two_rows_of_a_batch_never_become_one() {
        assert_eq!(
            ids(&[row(1, None, "a", 0.0)], &[row(9, None, "a", 0.1), row(10, None, "a", 0.2)]),
            [1, 10]
        );
    }

    #[test]
    fn another_key_is_another_row_unless_the_name_is_enough() {
        let (known, batch) = ([row(1, Some("k"), "a", 0.0)], [row(9, Some("l"), "a", 0.0)]);
        assert_eq!(ids(&known, &batch), [9]);
        let by_name = Rule { name_is_enough: true, ..RULE };
        assert_eq!(meet(&by_name, &known, &batch).unwrap()[0].id.bits(), 1);
    }

    #[test]
    fn a_known_row_keeps_its_key_when_the_batch_has_none() {
        let known = [row(1, Some("k"), "a", 0.0)];
        let met = meet(&RULE, &known, &[row(9, None, "a", 0.0)]).unwrap();
        assert_eq!(met[0].key.as_deref(), Some("k"));
    }

    #[test]
    fn a_key_claimed_twice_is_refused() {
        let batch = [row(1, Some("k"), "a", 0.0), row(2, Some("k"), "b", 0.0)];
        assert!(matches!(meet(&RULE, &[], &batch), Err(StoreError::KeyTaken { .. })));
    }

    #[test]
    fn a_fresh_id_that_is_taken_gives_way_to_the_next_free_one() {
        assert_eq!(ids(&[row(1, None, "a", 0.0)], &[row(1, None, "b", 0.0), row(2, None, "c", 0.0)]), [2, 3]);
    }
}
