//! How much of a foreign file is held at once. Whatever is larger is refused before memory is spent.

/// Bytes of one feature, one CSV record or one XML text.
pub(super) const RECORD_BYTES: usize = 64 << 20;
/// Features of one file.
pub(super) const FEATURES: usize = 3_000_000;
/// Bytes of all members of one archive, unpacked.
pub(super) const ARCHIVE_BYTES: u64 = 1 << 30;
/// Members of one archive.
pub(super) const ARCHIVE_MEMBERS: usize = 2_000;
/// An archive member may unpack to this many times its packed size, beyond [`RATIO_FREE_BYTES`].
/// Tables of blanks pack about 300 times; a bomb packs about 1,030 times, all that deflate can.
pub(super) const ARCHIVE_RATIO: u64 = 400;
/// Members below this size may pack as well as they like.
pub(super) const RATIO_FREE_BYTES: u64 = 16 << 20;
