//! The generators that are measured, as data: what each is, where it comes from, how it is called
//! and what its output lacks to be a crate.
//!
//! This module must not know how anything is measured. A new peer is an entry of `PEERS`.

/// Stands for the description among the arguments of a tool.
pub(super) const INPUT: &str = "{input}";

/// Stands for the folder of the crate.
pub(super) const OUTPUT: &str = "{output}";

/// Stands for the name of the crate.
pub(super) const NAME: &str = "{name}";

/// A generator.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tool {
    /// As the table says it.
    pub(super) name: &'static str,
    /// Of the package that it comes in.
    pub(super) version: &'static str,
    pub(super) source: Source,
    /// With `INPUT`, `OUTPUT` and `NAME` in their places.
    pub(super) arguments: &'static [&'static str],
    pub(super) manifest: Manifest,
    /// Features that make its crate whole, where the manifest has them.
    pub(super) features: &'static [&'static str],
}

/// Where a tool comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// This repository.
    Own,
    /// A package of crates.io whose program has its name.
    Cargo(&'static str),
    /// A package of PyPI that ships a Java archive; the npm package of this generator fetches the
    /// archive from a place that is no registry.
    Jar {
        package: &'static str,
        archive: &'static str,
    },
}

/// What makes the output a crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manifest {
    /// The tool writes a `Cargo.toml`.
    Written,
    /// It writes a list of dependencies, and modules for a crate of the user's.
    Dependencies {
        list: &'static str,
        root: &'static str,
    },
}

/// What the peers are measured against.
pub(super) const OWN: Tool = Tool {
    name: "specsmith",
    version: env!("CARGO_PKG_VERSION"),
    source: Source::Own,
    arguments: &["gen", "--schema", INPUT, "--name", NAME, "--out", OUTPUT],
    manifest: Manifest::Written,
    features: &["full", "serde"],
};

/// Each is called so that it makes types and a client that is async, with its other defaults.
pub(super) const PEERS: [Tool; 6] = [
    Tool {
        name: "progenitor",
        version: "0.15.1",
        source: Source::Cargo("cargo-progenitor"),
        arguments: &[
            "progenitor",
            "--input",
            INPUT,
            "--output",
            OUTPUT,
            "--name",
            NAME,
            "--version",
            "0.1.0",
        ],
        manifest: Manifest::Written,
        features: &[],
    },
    Tool {
        name: "openapi-to-rust",
        version: "0.23.0",
        source: Source::Cargo("openapi-to-rust"),
        arguments: &[
            "generate",
            INPUT,
            "--output-dir",
            "{output}/src",
            "--module-name",
            "api",
        ],
        manifest: Manifest::Dependencies {
            list: "src/REQUIRED_DEPS.toml",
            root: "src/mod.rs",
        },
        features: &[],
    },
    Tool {
        name: "ploidy",
        version: "0.15.0",
        source: Source::Cargo("ploidy"),
        arguments: &[
            "generate", "rust", INPUT, "--output", OUTPUT, "--name", NAME,
        ],
        manifest: Manifest::Written,
        features: &[],
    },
    Tool {
        name: "oas3-gen",
        version: "0.29.0",
        source: Source::Cargo("oas3-gen"),
        arguments: &[
            "generate",
            "client-mod",
            "--input",
            INPUT,
            "--output",
            OUTPUT,
            "--workspace",
            "--quiet",
        ],
        manifest: Manifest::Written,
        features: &[],
    },
    Tool {
        name: "openapi-nexus",
        version: "0.2.3",
        source: Source::Cargo("openapi-nexus"),
        arguments: &[
            "generate",
            "--input",
            INPUT,
            "--output",
            OUTPUT,
            "--generators",
            "rust-reqwest",
        ],
        manifest: Manifest::Written,
        features: &[],
    },
    Tool {
        name: "openapi-generator",
        version: "7.26.0",
        source: Source::Jar {
            package: "openapi-generator-cli",
            archive: "openapi_generator_cli/openapi-generator.jar",
        },
        // With its validation it refuses most real documents.
        arguments: &[
            "generate",
            "-g",
            "rust",
            "-i",
            INPUT,
            "-o",
            OUTPUT,
            "--skip-validate-spec",
            "--additional-properties=packageName={name}",
        ],
        manifest: Manifest::Written,
        features: &[],
    },
];

impl Tool {
    /// The arguments for one document.
    pub(super) fn arguments(&self, input: &str, output: &str, name: &str) -> Vec<String> {
        let filled = |argument: &&str| {
            argument
                .replace(INPUT, input)
                .replace(OUTPUT, output)
                .replace(NAME, name)
        };
        self.arguments.iter().map(filled).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_tool_has_a_name_of_its_own_and_is_told_all_it_needs() {
        let names: BTreeSet<_> = PEERS.iter().map(|peer| peer.name).collect();
        assert_eq!(names.len(), PEERS.len());
        for tool in PEERS.iter().chain([&OWN]) {
            let given = tool.arguments("/in.json", "/out", "api-x").join(" ");
            for wanted in ["/in.json", "/out"] {
                assert!(given.contains(wanted), "{given}");
            }
            assert!(!given.contains('{'), "{given}");
        }
    }
}
