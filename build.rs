//! Rebuilds the program when the web application is built anew, whose files are embedded in it.
//!
//! The folder may be absent in a fresh clone; an empty one stands in, so that the program builds
//! and says on its page how to build the web application.

fn main() {
    // Without the folder cargo would find the dependency missing and rebuild every time.
    if let Err(error) = std::fs::create_dir_all("web/dist") {
        println!("cargo::warning=cannot create web/dist: {error}");
    }
    println!("cargo::rerun-if-changed=web/dist");
    println!("cargo::rerun-if-changed=build.rs");
}
