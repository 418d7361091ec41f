//! What the SDKs of one configuration must not share: folders, names of crates and of modules.
//!
//! This module must not know how a configuration is read.

use specsmith_openapi::Origin;

use super::table::Sink;
use super::{Krate, Runtime, Sdk};

/// Reports output folders of several SDKs that would hold each other's files.
pub(super) fn sdks(sdks: &[Sdk], sink: &mut Sink) {
    for (index, sdk) in sdks.iter().enumerate() {
        for other in sdks.iter().skip(index + 1) {
            let shared = folders(other)
                .into_iter()
                .find(|f| folders(sdk).iter().any(|g| f == g));
            let is_same = sdk.module.is_some()
                && (&sdk.module, &sdk.krate.name) == (&other.module, &other.krate.name);
            if let Some(at) = other.schema.at.filter(|_| is_same) {
                let name = sdk.module.as_deref().unwrap_or_default();
                let message = format!("two SDKs are the module `{name}` of `{}`", sdk.krate.name);
                let help = "give each of them a `name` of its own";
                sink.push("config-value", at, message, help);
            }
            if let Some((folder, at)) = shared.zip(other.schema.at) {
                let message = format!("two SDKs are written to `{folder}`");
                let help = "give each of them a `path` of its own";
                sink.push("config-value", at, message, help);
                continue;
            }
            let shared = packages(other)
                .into_iter()
                .find(|name| packages(sdk).contains(name));
            if let Some((name, at)) = shared.zip(other.schema.at) {
                let message = format!("two crates are called `{name}` in Rust");
                let help = "give each of them a `name` of its own";
                sink.push("config-value", at, message, help);
            }
        }
    }
}

/// Reports a crate of the runtime that is in the place of an SDK's, or has its name.
pub(super) fn runtime(runtime: &Krate, at: Origin, sdks: &[Sdk], sink: &mut Sink) {
    let is_shared = |sdk: &Sdk| matches!(sdk.runtime, Runtime::Shared);
    if !sdks.is_empty() && !sdks.iter().any(is_shared) {
        let message = format!("no SDK shares the runtime `{}`", runtime.name);
        let help = "remove `[runtime]`, or `runtime` from `[sdk.crate]` of those that share it";
        sink.push("config-value", at, message, help);
    }
    for sdk in sdks {
        // A module is in the package of that name.
        let names = packages(sdk).into_iter().chain([lib(&sdk.krate)]);
        if names.into_iter().any(|name| name == lib(runtime)) {
            let message = format!("an SDK and the runtime are both called `{}`", runtime.name);
            let help = "give the runtime a name of its own, such as `acme-runtime`";
            sink.push("config-value", at, message, help);
        }
        if folders(sdk).contains(&runtime.path.as_str()) {
            let message = format!("an SDK and the runtime are written to `{}`", runtime.path);
            sink.push(
                "config-value",
                at,
                message,
                "give the runtime a `path` of its own",
            );
        }
    }
}

/// The crates that are written for an SDK, as Rust names them: so are those that differ in `-` and
/// `_` alone, of which a registry takes one.
fn packages(sdk: &Sdk) -> Vec<String> {
    let own = sdk.module.is_none().then_some(&sdk.krate);
    own.into_iter().chain(own_runtime(sdk)).map(lib).collect()
}

/// How Rust names a crate.
fn lib(krate: &Krate) -> String {
    krate.name.replace('-', "_")
}

/// The crate of the runtime that is written for this SDK alone.
fn own_runtime(sdk: &Sdk) -> Option<&Krate> {
    match &sdk.runtime {
        Runtime::Own(krate) => Some(krate),
        Runtime::Shared | Runtime::Module => None,
    }
}

/// The folders that an SDK is written to.
fn folders(sdk: &Sdk) -> Vec<&str> {
    let mut folders = vec![sdk.krate.path.as_str()];
    folders.extend(own_runtime(sdk).map(|krate| krate.path.as_str()));
    folders.extend(sdk.docs.as_ref().map(|docs| docs.path.as_str()));
    folders.extend(sdk.snippets.as_ref().map(|snippets| snippets.path.as_str()));
    folders
}
