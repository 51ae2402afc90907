//! The `train-links` program; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::training::links::run(std::env::args_os())
}
