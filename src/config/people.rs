//! `machikado contact` and `machikado staff`: who answers for listings, and who may do what.

use clap::Subcommand;

use super::{DataPlace, SecretFlags};

/// `machikado contact`
#[derive(Debug, Subcommand)]
pub enum Contact {
    /// Name the address that a listing's questions are passed on to.
    Set {
        /// The listing's id, as in its URL.
        listing: String,
        /// The address.
        address: String,
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// The key that seals it.
        #[command(flatten)]
        secret: SecretFlags,
    },
    /// Let nobody be asked about a listing but the ward's desk.
    Remove {
        /// The listing's id, as in its URL.
        listing: String,
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// The key that seals addresses.
        #[command(flatten)]
        secret: SecretFlags,
    },
    /// Print listings and addresses. They are personal data.
    List {
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// The key that opens them.
        #[command(flatten)]
        secret: SecretFlags,
    },
}

/// `machikado staff`
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Give an address a role; it is signed out wherever it was signed in with another.
    Grant {
        /// The address.
        address: String,
        /// `moderator`, `planner`, `administrator`, `broker`, or `landlord` to take a role away.
        #[arg(long)]
        role: String,
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// The key that seals addresses.
        #[command(flatten)]
        secret: SecretFlags,
    },
    /// Take all passkeys of an address away, for somebody who lost their devices; it is signed out everywhere, and the
    /// next link in a mail leads to a new passkey.
    DropPasskeys {
        /// The address.
        address: String,
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// The key that seals addresses.
        #[command(flatten)]
        secret: SecretFlags,
    },
    /// Print accounts with their roles and addresses. They are personal data.
    List {
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// The key that opens them.
        #[command(flatten)]
        secret: SecretFlags,
    },
}
