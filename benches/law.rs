//! How fast is a verdict, judged and looked up?
//!
//! `cargo bench --bench law`. A map of thousands of premises asks once for the table of a use, then looks up one
//! verdict a place; the detail of one place is judged with all its reasons.

#![allow(missing_docs)] // criterion's macro writes a public function

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use machikado::domain::UseDistrict;
use machikado::law::{Inputs, Language, LawBook, district_bit, explain};

fn law(c: &mut Criterion) {
    let book = LawBook::built_in();
    let bakery = book.use_("bakery_workshop").expect("a use of the table");
    let inputs = Inputs { motor_kw: Some(0.5), ..Inputs::default() };
    let place = Inputs { use_area_m2: Some(80.0), storey_max: Some(1), ..inputs };
    c.bench_function("table of a use", |b| b.iter(|| book.table(black_box(bakery), &inputs)));
    let table = book.table(bakery, &inputs);
    let mut at = 0_usize;
    c.bench_function("look up a verdict", |b| {
        b.iter(|| {
            at = (at + 1) % UseDistrict::ALL.len();
            table.verdict(black_box(UseDistrict::ALL[at]), Some((at % 6) as i8), Some(at as f64 * 37.0))
        });
    });
    let near = district_bit(UseDistrict::Residential1);
    c.bench_function("look up a place near another district", |b| {
        b.iter(|| table.site_verdict(black_box(Some(UseDistrict::Commercial)), near, Some(1), Some(80.0)));
    });
    c.bench_function("judge and explain", |b| {
        b.iter(|| explain(&book.judge(black_box(bakery), &place, UseDistrict::Low2), Language::Ja));
    });
}

criterion_group!(benches, law);
criterion_main!(benches);
