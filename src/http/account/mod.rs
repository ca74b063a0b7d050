//! Signing in and out, and what is kept of oneself.

mod own;
mod pages;
mod session;
mod tokens;

pub(super) use own::{
    __path_account, __path_erase, __path_own_data, __path_sign_in, __path_sign_out, account, erase, own_data,
    sign_in, sign_out,
};
pub(super) use pages::pages;
pub(super) use session::{Signed, no_store, reading};
pub(super) use tokens::{__path_add_token, __path_drop_token, __path_tokens, add_token, drop_token, tokens};
