//! `machikado staff`: who reviews what landlords submit.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context, Result};
use machikado::app::account::{accounts, drop_passkeys, grant};
use machikado::config::Staff;
use machikado::domain::Role;

use super::{open_existing_store, print_out, secret_at};

pub(super) async fn run(asked: &Staff) -> Result<ExitCode> {
    match asked {
        Staff::Grant { address, role, place, secret } => {
            let (store, secret) = (open_existing_store(place).await?, secret_at(&secret.place(place)?)?);
            let address = address.parse().context("not an address like desk@example.jp")?;
            let role: Role = role.parse()?;
            grant(&store, &secret, &address, role).await.context("the role could not be given")?;
            print_out(&format!("{role}\n"))?;
        }
        Staff::DropPasskeys { address, place, secret } => {
            let (store, secret) = (open_existing_store(place).await?, secret_at(&secret.place(place)?)?);
            let address = address.parse().context("not an address like desk@example.jp")?;
            let gone = drop_passkeys(&store, &secret, &address).await.context("no passkey was taken away")?;
            print_out(&format!("passkeys taken away: {gone}\n"))?;
        }
        Staff::List { place, secret } => {
            let (store, secret) = (open_existing_store(place).await?, secret_at(&secret.place(place)?)?);
            let mut text = String::new();
            for (account, address) in accounts(&store, &secret).await? {
                let _ = writeln!(text, "{}\t{}", account.role, address.revealed());
            }
            print_out(&text)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
