//! The command line: flags, printing, exit status. The work is done by the library.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use specsmith::command::{self, Format, Gen, Looked, Status, Terminal, Wanted};
#[cfg(feature = "mock")]
use specsmith::mock;

/// A run makes many small texts and drops them at its end; this allocator takes a fifth less time
/// for that than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Turns OpenAPI descriptions into Rust SDKs.
#[derive(Parser)]
#[command(
    version,
    after_help = "Exit status: 0 done, 1 the check failed, 2 nothing could be done."
)]
struct Flags {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate what the configuration lists
    Gen(GenFlags),
    /// Print all findings about descriptions; fail on errors
    Lint {
        /// Descriptions; left out: those that the configuration lists
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
        /// An overlay to lay over each description; may be repeated
        #[arg(long = "overlay", value_name = "FILE", requires = "files")]
        overlays: Vec<PathBuf>,
        /// The configuration
        #[arg(
            long,
            value_name = "FILE",
            default_value = "specsmith.toml",
            conflicts_with = "files"
        )]
        config: PathBuf,
        /// How findings are printed
        #[arg(long, value_enum, default_value = "text")]
        format: FormatFlag,
    },
    /// Print what was understood of a description, as JSON
    Ir {
        /// The description
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// An overlay to lay over it; may be repeated
        #[arg(long = "overlay", value_name = "FILE")]
        overlays: Vec<PathBuf>,
    },
    /// The built-in templates
    Templates {
        #[command(subcommand)]
        command: Templates,
    },
    #[cfg_attr(
        feature = "mock",
        doc = "Serve a description: answer as it says, refuse what it does not"
    )]
    #[cfg_attr(
        not(feature = "mock"),
        doc = "Serve a description (this program was built without it)"
    )]
    #[command(after_long_help = MOCK_HELP)]
    Mock(MockFlags),
}

/// What `specsmith mock --help` says below the flags.
const MOCK_HELP: &str = "\
Answers are the lowest success that is described, as the media type that `Accept` prefers: an example of
the description that is valid, else a value made from the schema. A request may ask for another:

  Prefer: code=404        the answer with this status
  Prefer: example=name    the example of this name, valid or not
  Prefer: dynamic=true    a made value, whatever examples there are

What is not as described is refused with problem details (RFC 9457): 400 parameters, 401 credentials,
404 path, 405 method, 406 and 415 media types, 422 bodies that do not keep to their schema. Each of
`errors` has a `pointer` into the request as one value: `#/query/limit`, `#/header/x-version`,
`#/path/id`, `#/cookie/session`, `#/body/phone_numbers/0/number`.

Lists end after some pages where the operation takes a page number, an offset or a cursor in its query
and answers an array, or an object with one: a property such as `next_cursor`, `next` or `has_more`,
or the header `Link` if it is described, then says whether there are more.

Only schemas of JSON, forms, series and plain text are checked; of other bodies the media type counts.";

#[derive(Subcommand)]
enum Templates {
    /// Write them into a folder, to be laid over them by `templates` in specsmith.toml
    Export {
        /// The folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// Without the feature any flags are taken, to say what is missing.
#[cfg(not(feature = "mock"))]
#[derive(Args)]
struct MockFlags {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    _any: Vec<String>,
}

#[cfg(feature = "mock")]
#[derive(Args)]
struct MockFlags {
    /// The description
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// An overlay to lay over it; may be repeated
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// Port to listen on; 0 takes one that is free. The address is printed to standard output
    #[arg(long, default_value_t = 4010)]
    port: u16,
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    address: std::net::IpAddr,
    /// Made values and faults depend on it, and on nothing else that changes
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// After how many pages lists end
    #[arg(long, default_value_t = 3)]
    pages: usize,
    /// How many events a stream has
    #[arg(long, default_value_t = 3)]
    events: usize,
    /// How long it takes from one event to the next
    #[arg(long, value_name = "TIME", default_value = "0", value_parser = mock::duration)]
    event_pause: std::time::Duration,
    /// How late answers are, as `50ms` or `50ms..200ms`
    #[arg(long, value_name = "TIME")]
    latency: Option<mock::Latency>,
    /// Share of requests that are answered with 500 or 503
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = mock::share)]
    error_rate: f64,
    /// Share of requests that are answered with 429 and `Retry-After`
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = mock::share)]
    rate_limit: f64,
    /// Share of answers whose connection is closed in the middle
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = mock::share)]
    cut_rate: f64,
    /// Send bodies in 16 pieces, with this time between two of them
    #[arg(
        long,
        value_name = "TIME",
        num_args = 0..=1,
        default_missing_value = "100ms",
        value_parser = mock::duration
    )]
    slow_body: Option<std::time::Duration>,
    /// Write what is sent to the end of this file, a line of JSON for each request
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Write down credentials too
    #[arg(long, requires = "record")]
    record_credentials: bool,
    /// The largest body that is taken, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = mock::Limits::default().body)]
    max_body: usize,
    /// The longest time that a client may take to send a request
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = mock::duration)]
    timeout: std::time::Duration,
}

#[derive(Args)]
struct GenFlags {
    /// The configuration
    #[arg(
        long,
        value_name = "FILE",
        default_value = "specsmith.toml",
        conflicts_with = "schema"
    )]
    config: PathBuf,
    /// Write nothing; fail when a file is not what would be generated
    #[arg(long, conflicts_with = "watch")]
    check: bool,
    /// Generate again on each change
    #[arg(long)]
    watch: bool,
    /// Fail on errors in descriptions
    #[arg(long)]
    strict: bool,
    /// Without a configuration: the description
    #[arg(long, value_name = "FILE", requires_all = ["name", "out"])]
    schema: Option<PathBuf>,
    /// Without a configuration: name of the crate
    #[arg(long, value_name = "CRATE", requires = "schema")]
    name: Option<String>,
    /// Without a configuration: folder of the crate
    #[arg(long, value_name = "DIR", requires = "schema")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormatFlag {
    Text,
    Json,
    Github,
}

fn main() -> ExitCode {
    let mut terminal = Terminal::standard();
    let status = match Flags::parse().command {
        Command::Gen(flags) => {
            command::take_part();
            generate(flags, &mut terminal)
        }
        Command::Lint {
            files,
            overlays,
            config,
            format,
        } => command::lint(
            &looked(files, overlays, config),
            format.into(),
            &mut terminal,
        ),
        Command::Ir { file, overlays } => command::ir(&file, &overlays, &mut terminal),
        Command::Templates {
            command: Templates::Export { folder },
        } => command::export_templates(&folder, &mut terminal),
        #[cfg(feature = "mock")]
        Command::Mock(flags) => command::mock(&flags.into(), &mut terminal),
        #[cfg(not(feature = "mock"))]
        Command::Mock(_) => command::mock(&mut terminal),
    };
    ExitCode::from(status.code())
}

fn looked(paths: Vec<PathBuf>, overlays: Vec<PathBuf>, config: PathBuf) -> Looked {
    if paths.is_empty() {
        Looked::Config(config)
    } else {
        Looked::Files { paths, overlays }
    }
}

fn generate(flags: GenFlags, terminal: &mut Terminal<'_>) -> Status {
    let (check, watch) = (flags.check, flags.watch);
    let options = Gen::from(flags);
    match (check, watch) {
        (true, _) => command::check(&options, terminal),
        (_, true) => command::watch(&options, terminal),
        (false, false) => command::write(&options, terminal),
    }
}

impl From<GenFlags> for Gen {
    fn from(flags: GenFlags) -> Self {
        let strict = flags.strict;
        let (wanted, mend) = match (flags.schema, flags.name, flags.out) {
            (Some(schema), Some(name), Some(out)) => {
                let (s, o) = (schema.display(), out.display());
                let mend = format!("specsmith gen --schema {s} --name {name} --out {o}");
                (Wanted::Flags { schema, name, out }, mend)
            }
            _ if flags.config.as_os_str() == "specsmith.toml" => {
                (Wanted::Config(flags.config), "specsmith gen".to_owned())
            }
            _ => {
                let mend = format!("specsmith gen --config {}", flags.config.display());
                (Wanted::Config(flags.config), mend)
            }
        };
        Self {
            wanted,
            strict,
            mend,
        }
    }
}

#[cfg(feature = "mock")]
impl From<MockFlags> for command::Mocked {
    fn from(flags: MockFlags) -> Self {
        let redaction = match flags.record_credentials {
            true => mock::Redaction::Kept,
            false => mock::Redaction::Redacted,
        };
        Self {
            schema: flags.file,
            overlays: flags.overlays,
            address: flags.address,
            port: flags.port,
            options: mock::Options {
                seed: flags.seed,
                pages: flags.pages,
                events: mock::Events {
                    count: flags.events,
                    pause: flags.event_pause,
                },
            },
            faults: mock::Faults {
                latency: flags.latency,
                error_rate: flags.error_rate,
                rate_limit: flags.rate_limit,
                cut_rate: flags.cut_rate,
                slow_body: flags.slow_body.map(mock::SlowBody::with_pause),
            },
            record: flags.record.map(|path| (path, redaction)),
            limits: mock::Limits {
                body: flags.max_body,
                time: flags.timeout,
                ..mock::Limits::default()
            },
        }
    }
}

impl From<FormatFlag> for Format {
    fn from(flag: FormatFlag) -> Self {
        match flag {
            FormatFlag::Text => Self::Text,
            FormatFlag::Json => Self::Json,
            FormatFlag::Github => Self::Github,
        }
    }
}
