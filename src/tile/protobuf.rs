//! Writes the few protobuf shapes that vector tiles need: varints, length-delimited fields, packed
//! numbers and zigzag.

/// Appends a number in groups of seven bits, the lowest first.
#[inline]
pub(super) fn varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// A signed number as an unsigned one, small where it is near zero.
#[inline]
pub(super) const fn zigzag(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)) as u32
}

/// A field that holds a number.
#[inline]
pub(super) fn uint_field(out: &mut Vec<u8>, field: u64, number: u64) {
    varint(out, field << 3);
    varint(out, number);
}

/// A field that holds bytes, text or a message.
#[inline]
pub(super) fn bytes_field(out: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// A field that holds many numbers.
pub(super) fn packed_field(out: &mut Vec<u8>, field: u64, numbers: &[u32]) {
    varint(out, field << 3 | 2);
    varint(out, numbers.iter().map(|n| varint_length(*n)).sum::<usize>() as u64);
    for number in numbers {
        varint(out, u64::from(*number));
    }
}

#[inline]
const fn varint_length(number: u32) -> usize {
    (38 - number.leading_zeros() as usize) / 7 + (number == 0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_a_varint_is_known_before_it_is_written() {
        for number in (0..32).map(|bit| 1u32 << bit).flat_map(|n| [n - 1, n]).chain([0, u32::MAX]) {
            let mut out = Vec::new();
            varint(&mut out, u64::from(number));
            assert_eq!(out.len(), varint_length(number), "{number}");
        }
    }

    #[test]
    fn zigzag_puts_small_numbers_of_either_sign_first() {
        assert_eq!([0, -1, 1, -2, i32::MIN].map(zigzag), [0, 1, 2, 3, u32::MAX]);
    }
}
