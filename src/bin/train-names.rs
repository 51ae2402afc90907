//! The `train-names` program; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::training::run(std::env::args_os())
}
