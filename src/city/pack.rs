//! How a value becomes few bytes and reads back as it was.
//!
//! Whole numbers take as many bytes as they need, words their position, what is not stated one
//! byte. Only what this program packed is ever unpacked, so unpacking cannot fail.

use super::word_set::Word;
use crate::domain::Asking;

const ONLY_OURS: &str = "only what was packed is unpacked";

/// A value that packs into bytes.
pub(super) trait Pack: Sized {
    /// Appends the value.
    fn pack(&self, to: &mut Vec<u8>);
    /// Takes the value from the front.
    fn unpack(from: &mut &[u8]) -> Self;
}

pub(super) fn take<'a>(from: &mut &'a [u8], count: usize) -> &'a [u8] {
    let (taken, rest) = from.split_at(count);
    *from = rest;
    taken
}

impl Pack for u64 {
    fn pack(&self, to: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            to.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        to.push(rest as u8);
    }

    fn unpack(from: &mut &[u8]) -> Self {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let byte = take(from, 1)[0];
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        value
    }
}

macro_rules! packs_as_u64 {
    ($($number:ty),+) => {
        $(impl Pack for $number {
            fn pack(&self, to: &mut Vec<u8>) {
                u64::from(*self).pack(to);
            }
            fn unpack(from: &mut &[u8]) -> Self {
                <$number>::try_from(u64::unpack(from)).expect(ONLY_OURS)
            }
        })+
    };
}

packs_as_u64!(u8, u16, u32);

impl Pack for bool {
    fn pack(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }
    fn unpack(from: &mut &[u8]) -> Self {
        take(from, 1)[0] == 1
    }
}

impl Pack for i32 {
    fn pack(&self, to: &mut Vec<u8>) {
        to.extend(self.to_le_bytes());
    }
    fn unpack(from: &mut &[u8]) -> Self {
        Self::from_le_bytes(take(from, 4).try_into().expect(ONLY_OURS))
    }
}

impl Pack for f64 {
    fn pack(&self, to: &mut Vec<u8>) {
        to.extend(self.to_le_bytes());
    }
    fn unpack(from: &mut &[u8]) -> Self {
        Self::from_le_bytes(take(from, 8).try_into().expect(ONLY_OURS))
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Vec<u8>) {
        (self.len() as u64).pack(to);
        to.extend(self.as_bytes());
    }
    fn unpack(from: &mut &[u8]) -> Self {
        let length = u64::unpack(from) as usize;
        Self::from_utf8(take(from, length).to_vec()).expect(ONLY_OURS)
    }
}

impl<T: Word> Pack for T {
    fn pack(&self, to: &mut Vec<u8>) {
        to.push(self.position());
    }
    fn unpack(from: &mut &[u8]) -> Self {
        T::WORDS[usize::from(take(from, 1)[0])]
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        to.push(u8::from(self.is_some()));
        if let Some(value) = self {
            value.pack(to);
        }
    }
    fn unpack(from: &mut &[u8]) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        (self.len() as u64).pack(to);
        for item in self {
            item.pack(to);
        }
    }
    fn unpack(from: &mut &[u8]) -> Self {
        (0..u64::unpack(from)).map(|_| T::unpack(from)).collect()
    }
}

impl<T: Pack> Pack for Asking<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        match self {
            Self::Unstated => to.push(0),
            Self::Negotiable => to.push(1),
            Self::Amount(amount) => {
                to.push(2);
                amount.pack(to);
            }
        }
    }
    fn unpack(from: &mut &[u8]) -> Self {
        match take(from, 1)[0] {
            0 => Self::Unstated,
            1 => Self::Negotiable,
            _ => Self::Amount(T::unpack(from)),
        }
    }
}

/// Packs a value that a checked door builds: by what it is made of.
macro_rules! packs_by {
    ($($value:ty: $part:ty = $to_part:expr, $from_part:expr;)+) => {
        $(impl Pack for $value {
            fn pack(&self, to: &mut Vec<u8>) {
                let to_part: fn(&Self) -> $part = $to_part;
                to_part(self).pack(to);
            }
            fn unpack(from: &mut &[u8]) -> Self {
                $from_part(<$part>::unpack(from)).expect("a checked value was packed")
            }
        })+
    };
}

pub(super) use packs_by;
