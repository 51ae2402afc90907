//! A library in, machine-readable text out.
