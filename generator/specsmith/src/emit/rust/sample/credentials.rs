//! The client of a sample: where it sends to, and what it sends to be let in.

use proc_macro2::TokenStream;
use quote::quote;
use specsmith_openapi::api::SecurityKind;

use super::Secrets;
use crate::plan::{Credential, Plan, base_path};

pub(super) fn client(plan: &Plan<'_>, credentials: &[Credential], secrets: Secrets) -> TokenStream {
    let setters = credentials
        .iter()
        .map(|given| credential(plan, given, secrets));
    let base = match secrets {
        Secrets::Names => Some(quote!(.base_url(server.url()))),
        Secrets::Server => {
            let path = base_path(plan.api);
            Some(quote!(.base_url(server.url(#path))))
        }
        Secrets::Environment | Secrets::Variables => {
            (!plan.servers.has_default).then(|| quote!(.base_url("http://localhost")))
        }
    };
    quote!(let client = Client::builder()#base #(#setters)*.build()?;)
}

pub(super) fn variable(name: &str, secrets: Secrets) -> TokenStream {
    match secrets {
        Secrets::Environment => quote!(env(#name)?),
        Secrets::Variables => quote!(std::env::var(#name)?),
        Secrets::Server => quote!(server.env(#name)?),
        Secrets::Names => quote!(#name),
    }
}

/// Reads a variable, and says which one when it is not there: the error of `std` does not.
pub(super) fn reader() -> TokenStream {
    quote! {
        fn env(name: &str) -> Result<String, String> {
            std::env::var(name).map_err(|error| format!("{name}: {error}"))
        }
    }
}

fn credential(plan: &Plan<'_>, credential: &Credential, secrets: Secrets) -> TokenStream {
    let env = &credential.env;
    let mut schemes = plan.schemes();
    let own = schemes.find(|(scheme, _)| scheme.name == credential.scheme);
    let own = own.and_then(|(_, planned)| planned.setter.as_ref());
    let setter = |general: TokenStream| own.map_or(general, |own| quote!(#own));
    match &credential.kind {
        SecurityKind::Basic => {
            let user = variable(&format!("{env}_USER"), secrets);
            let password = variable(&format!("{env}_PASSWORD"), secrets);
            let setter = setter(quote!(basic_auth));
            quote!(.#setter(#user, #password))
        }
        SecurityKind::Bearer
        | SecurityKind::OAuth2 { .. }
        | SecurityKind::OpenIdConnect { .. }
        | SecurityKind::Http { .. }
        | SecurityKind::ApiKey { .. } => {
            let value = variable(env, secrets);
            let setter = setter(quote!(bearer_token));
            quote!(.#setter(#value))
        }
        SecurityKind::MutualTls => TokenStream::new(),
    }
}
