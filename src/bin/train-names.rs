//! Trains the weights of the recogniser.
fn main() {
    dateline::training::main();
}
