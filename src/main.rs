//! The command line: which command runs what, and how its outcome is told.

use clap::Parser;
use machikado::config::{Command, CommandLine};
use machikado::http;

fn main() {
    if let Command::Openapi = CommandLine::parse().command {
        println!("{}", http::openapi_json());
    }
}
