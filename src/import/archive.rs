//! Unpacks zip archives into memory, within bounds of size, number and ratio.
//!
//! Names within an archive only tell members apart; nothing is ever written to disk, so no member
//! can land where it should not.

use std::io::{Cursor, Read};
use std::sync::Arc;

use super::error::ImportError;
use super::limits;
use super::source::{Bytes, SourceFile};

/// The packed file may be this large.
const PACKED_BYTES: u64 = limits::ARCHIVE_BYTES;

/// True if these first bytes are those of a zip archive.
pub(super) fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Every member with its content. Folders and the resource forks of macOS are left out.
pub(super) fn members(file: &SourceFile) -> Result<Vec<(String, Bytes)>, ImportError> {
    let packed = file.bytes.read_up_to(PACKED_BYTES)?;
    let mut archive = zip::ZipArchive::new(Cursor::new(packed)).map_err(|e| malformed(file, 0, e))?;
    if archive.len() > limits::ARCHIVE_MEMBERS {
        let limit = format!("{} members", limits::ARCHIVE_MEMBERS);
        return Err(ImportError::TooLarge { file: file.name.clone(), row: 0, what: "the archive", limit });
    }
    let mut left = limits::ARCHIVE_BYTES;
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).map_err(|e| malformed(file, index, e))?;
        let name = name_of(member.name_raw());
        if member.is_dir() || name.starts_with("__MACOSX/") || name.contains("/.") {
            continue;
        }
        let packed = member.compressed_size();
        let allowed = packed.saturating_mul(limits::ARCHIVE_RATIO).max(limits::RATIO_FREE_BYTES).min(left);
        let mut bytes = Vec::new();
        // One byte more than allowed tells a bomb from a member that fits exactly. What the archive
        // announces is not believed.
        let read = member.by_ref().take(allowed + 1).read_to_end(&mut bytes);
        read.map_err(|e| malformed(file, index, e))?;
        let unpacked = bytes.len() as u64;
        if unpacked > allowed {
            return Err(ImportError::ZipBomb { file: file.name.clone(), member: name, packed, unpacked });
        }
        left -= unpacked;
        found.push((name, Bytes::InMemory(Arc::from(bytes))));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

/// Names are in UTF-8, or in CP932 where Windows packed them.
fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::SHIFT_JIS.decode_without_bom_handling(raw).0.into_owned(),
    }
}

fn malformed(
    file: &SourceFile,
    index: usize,
    source: impl std::error::Error + Send + Sync + 'static,
) -> ImportError {
    ImportError::Malformed { file: file.name.clone(), row: index + 1, format: "zip", source: source.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn packed(members: &[(&str, &[u8])]) -> SourceFile {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        SourceFile::in_memory("a.zip", writer.finish().unwrap().into_inner().into())
    }

    #[test]
    fn members_come_out_by_name_without_folders_and_resource_forks() {
        let file = packed(&[("b/x.shp", b"1"), ("b/x.dbf", b"2"), ("__MACOSX/b/._x.shp", b"3")]);
        let names: Vec<String> = members(&file).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["b/x.dbf", "b/x.shp"]);
    }

    #[test]
    fn a_zip_bomb_is_refused_after_a_bounded_number_of_bytes() {
        let zeros = vec![0u8; 64 << 20];
        let found = members(&packed(&[("bomb.shp", &zeros)]));
        assert!(
            matches!(found, Err(ImportError::ZipBomb { unpacked, .. }) if unpacked < 32 << 20),
            "{found:?}"
        );
    }

    #[test]
    fn a_table_of_blanks_packs_well_and_is_no_bomb() {
        let blanks = vec![b' '; 8 << 20];
        assert_eq!(members(&packed(&[("x.dbf", &blanks)])).unwrap().len(), 1);
    }

    #[test]
    fn a_truncated_archive_is_an_error() {
        let whole = packed(&[("x.shp", b"12345678901234567890")]).bytes.read_up_to(1000).unwrap();
        for end in 4..whole.len() {
            let cut = SourceFile::in_memory("a.zip", whole[..end].into());
            assert!(members(&cut).is_err(), "{end}");
        }
    }
}
