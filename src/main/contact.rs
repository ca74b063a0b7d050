//! `machikado contact`: who answers for which listing.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use machikado::app::contact::{contacts, set_contacts};
use machikado::config::{Contact, DataPlace, SecretFlags};
use machikado::domain::{EmailAddress, ListingId};
use machikado::store::{SqliteStore, Store};

use super::{open_existing_store, print_out, secret_at};

pub(super) async fn run(asked: &Contact) -> Result<ExitCode> {
    match asked {
        Contact::Set { listing, address, place, secret } => {
            let address = address.parse().context("not an address like owner@example.jp")?;
            change(place, secret, listing, Some(address)).await?;
        }
        Contact::Remove { listing, place, secret } => change(place, secret, listing, None).await?,
        Contact::List { place, secret } => {
            let (store, secret) = (open_existing_store(place).await?, secret_at(&secret.place(place)?)?);
            let mut text = String::new();
            for (listing, address) in contacts(&store, &secret).await? {
                let _ = writeln!(text, "{listing}\t{}", address.revealed());
            }
            print_out(&text)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn change(
    place: &DataPlace,
    secret: &SecretFlags,
    listing: &str,
    address: Option<EmailAddress>,
) -> Result<()> {
    let store = open_existing_store(place).await?;
    let listing = known(&store, listing).await?;
    let secret = secret_at(&secret.place(place)?)?;
    set_contacts(&store, &secret, &[(listing, address)]).await.context("the contact could not be kept")
}

async fn known(store: &SqliteStore, text: &str) -> Result<ListingId> {
    let listing: ListingId = text.parse()?;
    match store.listing(listing).await? {
        Some(_) => Ok(listing),
        None => bail!("there is no listing {listing}"),
    }
}
