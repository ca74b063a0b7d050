//! Signing in and out, and what is kept of oneself.

mod own;
mod pages;
mod passkeys;
mod session;
mod tokens;

pub(super) use own::{
    __path_account, __path_erase, __path_own_data, __path_sign_in, __path_sign_out, account, erase, own_data,
    sign_in, sign_out,
};
pub(super) use pages::pages;
pub(super) use passkeys::{
    __path_add_passkey, __path_ask_for_passkey, __path_ask_to_register, __path_drop_passkey, __path_passkeys,
    __path_show_passkey, add_passkey, ask_for_passkey, ask_to_register, drop_passkey, passkeys, show_passkey,
};
pub(super) use session::{Signed, no_store, reading};
pub(super) use tokens::{__path_add_token, __path_drop_token, __path_tokens, add_token, drop_token, tokens};
