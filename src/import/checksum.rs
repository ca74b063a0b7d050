//! Answers "is this the file that was imported?": the SHA-256 an import remembers.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::Read;

use super::error::ImportError;
use super::source::SourceFile;

/// SHA-256 of the file; of several, of their digests in order.
pub(super) fn checksum(files: &[SourceFile]) -> Result<String, ImportError> {
    let mut digests = Vec::new();
    for file in files {
        let companions = file.siblings.iter().map(|(_, bytes)| bytes);
        for bytes in std::iter::once(&file.bytes).chain(companions) {
            let mut hasher = Sha256::new();
            let mut reader = bytes.open()?;
            let mut buffer = vec![0u8; 1 << 16];
            loop {
                let read = reader.read(&mut buffer).map_err(|e| bytes.unreadable(e))?;
                if read == 0 {
                    break;
                }
                hasher.update(&buffer[..read]);
            }
            digests.push(hasher.finalize());
        }
    }
    let digest = match digests.as_slice() {
        [one] => *one,
        all => all.iter().fold(Sha256::new(), Sha256::chain_update).finalize(),
    };
    let mut text = String::new();
    for byte in digest {
        write!(text, "{byte:02x}").expect("a string takes all that is written");
    }
    Ok(text)
}
