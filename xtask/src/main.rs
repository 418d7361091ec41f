//! The maintainer's commands of this repository: `cargo xtask …`.
//!
//! They work from any folder of it. This crate must not depend on anything generated: it is what
//! mends that.

use std::path::Path;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use specsmith::command::{self, Gen, Status, Terminal, Wanted};

/// The maintainer's commands of this repository.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Flags {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate what specsmith.toml lists
    Gen(GenFlags),
}

#[derive(Args)]
struct GenFlags {
    /// Write nothing; fail when a file is not what would be generated
    #[arg(long, conflicts_with = "watch")]
    check: bool,
    /// Generate again on each change
    #[arg(long)]
    watch: bool,
    /// Fail on errors in descriptions
    #[arg(long)]
    strict: bool,
}

fn main() -> ExitCode {
    let flags = Flags::parse();
    // Messages then name files as seen from the root.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if let Err(error) = std::env::set_current_dir(&root) {
        eprintln!("{}: {error}", root.display());
        return ExitCode::from(Status::Fatal.code());
    }
    let status = match flags.command {
        Command::Gen(flags) => generate(&flags),
    };
    ExitCode::from(status.code())
}

fn generate(flags: &GenFlags) -> Status {
    let options = Gen {
        wanted: Wanted::Config("specsmith.toml".into()),
        strict: flags.strict,
        mend: "cargo xtask gen".to_owned(),
    };
    let mut terminal = Terminal::standard();
    match (flags.check, flags.watch) {
        (true, _) => command::check(&options, &mut terminal),
        (_, true) => command::watch(&options, &mut terminal),
        (false, false) => command::write(&options, &mut terminal),
    }
}
