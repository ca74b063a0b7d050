//! Answers "which part of this name was typed?".

use crate::domain::Spelt;

/// UTF-16 units, from and to.
pub type Range = (usize, usize);

/// The first part of a name that is spelt as the text, whatever width, script or form either is in.
pub(super) fn highlight(name: &str, text: &str) -> Option<Range> {
    let (spelt, typed) = (Spelt::of(name), Spelt::of(text));
    if typed.is_empty() {
        return None;
    }
    let start = spelt.text().find(typed.text())?;
    let (from, to) = spelt.original(start, start + typed.text().len())?;
    let units = |letters: u32| name.chars().take(letters as usize).map(char::len_utf16).sum();
    Some((units(from), units(to)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_part_is_found_in_the_name_as_it_is_written() {
        assert_eq!(highlight("𠮷野ケ谷一丁目", "野が谷１丁"), Some((2, 7)));
        assert_eq!(highlight("赤堤一丁目", "1丁目"), Some((2, 5)));
        assert_eq!(highlight("経堂", "駅"), None);
        assert_eq!(highlight("経堂", "・"), None);
    }

    proptest! {
        #[test]
        fn a_part_lies_within_the_name(name in "\\PC{0,20}", text in "\\PC{0,3}") {
            if let Some((from, to)) = highlight(&name, &text) {
                prop_assert!(from < to && to <= name.encode_utf16().count());
            }
        }
    }
}
