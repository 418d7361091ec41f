//! Sample requests as Rust code that calls the generated crate.

mod credentials;
mod item;
mod value;
mod writer;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use specsmith_openapi::api::SecurityKind;

use self::credentials::client;
use self::writer::Writer;
use crate::plan::{Argument, Group, OperationPlan, Plan, SampleValue, Success, Ty};
use crate::print::rust;

/// A sample as code, with what it has to import.
#[derive(Debug)]
pub struct Code {
    /// `use` declarations.
    pub imports: TokenStream,
    /// Makes a client out of environment variables.
    pub client: TokenStream,
    /// Prepares a call of the operation on `client`.
    pub prepared: TokenStream,
    /// The same, and sends it and awaits the answer.
    pub call: TokenStream,
    /// What the answer is bound to, e.g. `contact`.
    pub answer: Option<proc_macro2::Ident>,
}

/// Where values come from that the configuration leaves to the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrets {
    /// Environment variables, read by a function that stands beside the example.
    Environment,
    /// The same, read by the standard library.
    Variables,
    /// The same, for a client of the `server` that is at hand.
    Server,
    /// The names of those variables themselves: for tests.
    Names,
}

/// The sample of an operation as code.
pub fn code(plan: &Plan<'_>, group: &Group, op: &OperationPlan, secrets: Secrets) -> Code {
    let mut writer = Writer::new(plan, secrets);
    let arguments: Vec<TokenStream> = op
        .arguments
        .iter()
        .map(|argument| writer.argument(group, op, *argument))
        .collect();
    let (group_method, method) = (&group.ident, &op.method);
    let body = match &op.body {
        Some(body) if !body.required => {
            let (ident, value) = (&body.ident, writer.body(group, op));
            Some(quote!(.#ident(#value)))
        }
        Some(_) | None => None,
    };
    let send = match op.success {
        Success::Value(_)
        | Success::Items(_)
        | Success::Events(_)
        | Success::Empty
        | Success::Choice(_) => quote!(send),
        Success::Raw => quote!(send_raw),
    };
    let prepared = quote!(client.#group_method().#method(#(#arguments),*)#body);
    Code {
        imports: writer.imports(&prepared),
        client: client(plan, &op.sample.credentials, secrets),
        call: quote!(#prepared.#send().await?),
        prepared,
        answer: answer(plan, op),
    }
}

/// The sample of an operation as a program of its own.
pub fn program(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> TokenStream {
    let (imports, main) = shown_whole(plan, group, op, Secrets::Environment);
    let reader = reads_environment(op).then(credentials::reader);
    quote! {
        #imports

        #[tokio::main]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            #main
            Ok(())
        }

        #reader
    }
}

/// The sample of an operation as the body of an async function, in lines.
pub fn lines(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> Vec<String> {
    let (imports, main) = shown_whole(plan, group, op, Secrets::Variables);
    let mut lines = inside(&imports);
    lines.push(String::new());
    lines.extend(inside(&main));
    lines
}

/// What a sample imports, and its statements: the client, the call and its answer shown.
fn shown_whole(
    plan: &Plan<'_>,
    group: &Group,
    op: &OperationPlan,
    secrets: Secrets,
) -> (TokenStream, TokenStream) {
    let Code {
        imports,
        client,
        prepared: _,
        call,
        answer,
    } = code(plan, group, op, secrets);
    let shown = shown(op, &call, answer);
    (imports, quote!(#client #shown))
}

/// The lines of a block.
fn inside(tokens: &TokenStream) -> Vec<String> {
    let function = rust::program(&quote!(async fn example() { #tokens }));
    let lines: Vec<&str> = function.lines().collect();
    let inside = lines.get(1..lines.len().saturating_sub(1));
    let inside = inside.unwrap_or_default();
    let unindented = |line: &&str| match line.is_empty() {
        true => Some(String::new()),
        false => line.strip_prefix("    ").map(str::to_owned),
    };
    // Where a line has no indentation it goes on with a literal.
    let lines: Option<Vec<String>> = inside.iter().map(unindented).collect();
    lines.unwrap_or_else(|| inside.iter().map(|&line| line.to_owned()).collect())
}

/// A call of an operation, and its answer printed.
fn shown(
    op: &OperationPlan,
    call: &TokenStream,
    answer: Option<proc_macro2::Ident>,
) -> TokenStream {
    match answer {
        Some(_) if matches!(op.success, Success::Items(_) | Success::Events(_)) => quote! {
            let mut items = #call;
            while let Some(item) = items.next().await {
                println!("{:#?}", item?);
            }
        },
        Some(answer) => {
            let shown = format!("{{{answer}:#?}}");
            quote! {
                let #answer = #call;
                println!(#shown);
            }
        }
        None => quote!(#call;),
    }
}

fn reads_environment(op: &OperationPlan) -> bool {
    let is_read = |argument: &Argument| {
        let mut values = op.sample.values.iter();
        values.any(|(index, value)| {
            *argument == Argument::Parameter(*index) && matches!(value, SampleValue::Env(_))
        })
    };
    let mut credentials = op.sample.credentials.iter();
    credentials.any(|it| it.kind != SecurityKind::MutualTls) || op.arguments.iter().any(is_read)
}

fn answer(plan: &Plan<'_>, op: &OperationPlan) -> Option<proc_macro2::Ident> {
    // Cannot panic: what `format_ident!` takes here and in `local` are words of ours.
    match &op.success {
        Success::Empty => None,
        Success::Raw => Some(format_ident!("response")),
        Success::Value(Ty::Item(index)) => {
            let name = plan.items.get(*index).map(|item| item.module.plain());
            Some(local(name.unwrap_or("answer")))
        }
        Success::Value(_) | Success::Choice(_) => Some(format_ident!("answer")),
        Success::Items(_) | Success::Events(_) => Some(format_ident!("items")),
    }
}

/// A local variable; keywords and what the program names already are avoided.
fn local(name: &str) -> proc_macro2::Ident {
    match syn::parse_str::<proc_macro2::Ident>(name) {
        Ok(ident) if !matches!(name, "client" | "gen" | "main") => ident,
        Ok(_) | Err(_) => format_ident!("answer"),
    }
}
