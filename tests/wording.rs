//! Does any table of the law promise more than the check can know?

use std::path::Path;

/// What a guide to the use under one act must never say: other laws decide about trading, too.
const PROMISES: &[&str] = &[
    "営業できます",
    "営業できる",
    "営業可能",
    "開業できます",
    "開業できる",
    "出店できます",
    "お店を開けます",
    "店を ひらく ことが できます",
    "you may open",
    "you can open",
    "you may trade",
];

#[test]
fn no_table_of_the_law_says_that_a_business_may_trade() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/law");
    let tables: Vec<_> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(tables.len() > 5, "the tables have moved");
    for table in tables {
        let text = std::fs::read_to_string(&table).unwrap().to_lowercase();
        let promise = PROMISES.iter().find(|p| text.contains(**p));
        assert_eq!(promise, None, "{}", table.display());
    }
}
