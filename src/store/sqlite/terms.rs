//! The money and time of a listing as columns: a state beside each amount, months beside yen.

use thiserror::Error;

use super::cells::{Cells, Record, Value, wrong};
use crate::domain::{Amortisation, Asking, Deposit, LumpSum, MoneyError, Months, Terms, Yen};
use crate::store::RowError;

/// Why the columns of a sum do not fit together.
#[derive(Debug, Error)]
enum WrongSum {
    #[error("an amount is asked, but there is none")]
    NoAmount,
    #[error("`{0}` is not amount, negotiable or unstated")]
    State(String),
}

/// The columns of a sum that may be stated in months of rent.
struct LumpColumns {
    state: &'static str,
    yen: &'static str,
    months: &'static str,
}

const DEPOSIT: LumpColumns =
    LumpColumns { state: "deposit_state", yen: "deposit_yen", months: "deposit_months" };
const KEY_MONEY: LumpColumns =
    LumpColumns { state: "key_money_state", yen: "key_money_yen", months: "key_money_months" };
const RENEWAL_FEE: LumpColumns =
    LumpColumns { state: "renewal_fee_state", yen: "renewal_fee_yen", months: "renewal_fee_months" };

/// The columns of the terms.
pub(super) fn record(terms: &Terms) -> Record {
    let amortisation = terms.deposit.amount().and_then(|d| d.amortisation);
    let (percent, months) = match amortisation {
        Some(Amortisation::Percent(percent)) => (Some(percent), None),
        Some(Amortisation::Months(months)) => (None, Some(months.months())),
        None => (None, None),
    };
    let mut record = Record::new();
    yen(&mut record, "rent_state", "rent_yen", terms.rent);
    record.push(("tax", terms.tax.slug().into()));
    yen(&mut record, "common_fee_state", "common_fee_yen", terms.common_fee);
    lump(&mut record, &DEPOSIT, map(terms.deposit, |d| d.sum));
    record.push(("amortisation_percent", percent.into()));
    record.push(("amortisation_months", months.into()));
    lump(&mut record, &KEY_MONEY, terms.key_money);
    yen(&mut record, "fixtures_price_state", "fixtures_price_yen", terms.fixtures_price);
    lump(&mut record, &RENEWAL_FEE, terms.renewal_fee);
    record.push(("free_rent_months", terms.free_rent.map(Months::months).into()));
    record.push(("lease", terms.lease.slug().into()));
    record.push(("lease_months", terms.lease_months().into()));
    record
}

/// The terms in the columns.
pub(super) fn read(cells: &Cells<'_>) -> Result<Terms, RowError> {
    let mut terms = Terms::unstated();
    terms.rent = read_yen(cells, "rent_state", "rent_yen")?;
    terms.tax = cells.word("tax")?;
    terms.common_fee = read_yen(cells, "common_fee_state", "common_fee_yen")?;
    let amortisation = read_amortisation(cells)?;
    terms.deposit = map(read_lump(cells, &DEPOSIT)?, |sum| Deposit { sum, amortisation });
    terms.key_money = read_lump(cells, &KEY_MONEY)?;
    terms.fixtures_price = read_yen(cells, "fixtures_price_state", "fixtures_price_yen")?;
    terms.renewal_fee = read_lump(cells, &RENEWAL_FEE)?;
    terms.free_rent = cells.checked("free_rent_months", Months::new)?;
    terms.lease = cells.word("lease")?;
    terms.with_lease_months(cells.whole("lease_months")?).map_err(|e| wrong("lease_months", e))
}

fn map<A: Copy, B>(asking: Asking<A>, f: impl FnOnce(A) -> B) -> Asking<B> {
    match asking {
        Asking::Amount(amount) => Asking::Amount(f(amount)),
        Asking::Negotiable => Asking::Negotiable,
        Asking::Unstated => Asking::Unstated,
    }
}

const fn state<T>(asking: &Asking<T>) -> &'static str {
    match asking {
        Asking::Amount(_) => "amount",
        Asking::Negotiable => "negotiable",
        Asking::Unstated => "unstated",
    }
}

pub(super) fn yen(
    record: &mut Record,
    state_column: &'static str,
    column: &'static str,
    asking: Asking<Yen>,
) {
    record.push((state_column, state(&asking).into()));
    record.push((column, asking.amount().map(|a| a.yen() as i64).into()));
}

fn lump(record: &mut Record, columns: &LumpColumns, asking: Asking<LumpSum>) {
    let (yen, months) = match asking.amount() {
        Some(LumpSum::Yen(yen)) => (Value::Whole(yen.yen() as i64), Value::Null),
        Some(LumpSum::Months(months)) => (Value::Null, Value::Real(months.months())),
        None => (Value::Null, Value::Null),
    };
    record.push((columns.state, state(&asking).into()));
    record.push((columns.yen, yen));
    record.push((columns.months, months));
}

fn read_asking<T>(cells: &Cells<'_>, column: &'static str, amount: Option<T>) -> Result<Asking<T>, RowError> {
    match (cells.of::<&str>(column)?, amount) {
        ("amount", Some(amount)) => Ok(Asking::Amount(amount)),
        ("amount", None) => Err(wrong(column, WrongSum::NoAmount)),
        ("negotiable", _) => Ok(Asking::Negotiable),
        ("unstated", _) => Ok(Asking::Unstated),
        (other, _) => Err(wrong(column, WrongSum::State(other.to_owned()))),
    }
}

fn whole_yen(stored: i64) -> Result<Yen, MoneyError> {
    Yen::new(stored as u64) // a negative amount becomes more than any rent, and is refused
}

pub(super) fn read_yen(
    cells: &Cells<'_>,
    state_column: &'static str,
    column: &'static str,
) -> Result<Asking<Yen>, RowError> {
    read_asking(cells, state_column, cells.checked(column, whole_yen)?)
}

fn read_lump(cells: &Cells<'_>, columns: &LumpColumns) -> Result<Asking<LumpSum>, RowError> {
    let yen = cells.checked(columns.yen, whole_yen)?.map(LumpSum::Yen);
    let months = cells.checked(columns.months, Months::new)?.map(LumpSum::Months);
    read_asking(cells, columns.state, yen.or(months))
}

fn read_amortisation(cells: &Cells<'_>) -> Result<Option<Amortisation>, RowError> {
    let percent = cells.checked("amortisation_percent", Amortisation::percent)?;
    let months = cells.checked("amortisation_months", Months::new)?.map(Amortisation::Months);
    Ok(percent.or(months))
}
