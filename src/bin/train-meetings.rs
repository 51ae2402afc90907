//! The `train-meetings` program; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::training::meetings::run(std::env::args_os())
}
