//! How fast are questions in process, beside the bare R-tree they stand on?

mod common;

fn main() {
    let contents = common::ward();
    let city = machikado::city::City::load(contents);
    println!("{} listings", city.listings().len());
}
