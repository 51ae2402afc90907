//! The `train-company` program; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::training::company::run(std::env::args_os())
}
