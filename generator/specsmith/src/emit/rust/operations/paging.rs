//! Pages: the methods of a call that go through them, and what the runtime needs to know for that.
//!
//! It must not decide which operations have pages.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;

use crate::emit::pages;
use crate::emit::rust::{answers, docs, ty};
use crate::plan::{NextPage, OperationPlan, PagePlace, PagingPlan, Plan, Presence};
use crate::print::{Fragment, rust};

/// What the template of the methods sees.
#[derive(Serialize)]
pub(super) struct PagedView {
    pages_docs: Fragment,
    items_docs: Fragment,
    /// Type of a page.
    page: Fragment,
    /// Type of an item.
    item: Fragment,
    /// Takes the items out of a page.
    take: Fragment,
}

pub(super) fn view(plan: &Plan<'_>, op: &OperationPlan) -> Option<PagedView> {
    let paging = op.paging.as_ref()?;
    Some(PagedView {
        pages_docs: rust::joined([
            rust::doc_lines(&[
                "The pages of the answer one after the other, each asked for when it is wanted: a",
                "stream, in a blocking client an iterator.",
                "",
            ]),
            docs::paragraphs(&Vec::from_iter(pages::how(plan, op))),
        ]),
        items_docs: rust::doc_lines(&[
            "The items of all pages one after the other; see [`pages`](Self::pages).",
        ]),
        page: rust::tokens(&answers::ty(plan, &op.success)),
        item: rust::tokens(&ty::tokens(plan, &paging.item)),
        take: rust::tokens(&take(paging)),
    })
}

/// A function from a page to its items.
fn take(paging: &PagingPlan) -> TokenStream {
    let mut value = quote!(page);
    let mut is_option = false;
    for step in &paging.steps {
        let ident = &step.ident;
        let (field, field_is_option) = match step.presence {
            Presence::Required => (quote!(.#ident), false),
            Presence::RequiredNullable | Presence::Optional => (quote!(.#ident), true),
            Presence::Patch => (quote!(.#ident.into_value()), true),
        };
        value = match (is_option, field_is_option) {
            (false, _) => quote!(#value #field),
            (true, true) => quote!(#value.and_then(|it| it #field)),
            (true, false) => quote!(#value.map(|it| it #field)),
        };
        is_option |= field_is_option;
    }
    let end = is_option.then(|| quote!(.unwrap_or_default()));
    quote!(|page| #value #end)
}

/// What the runtime needs to know.
pub(super) fn spec(op: &OperationPlan) -> Option<TokenStream> {
    let paging = op.paging.as_ref()?;
    let route = |names: &[String]| quote!(&[#(#names),*]);
    let maybe = |names: &Option<Vec<String>>| match names {
        Some(names) => {
            let names = route(names);
            quote!(Some(#names))
        }
        None => quote!(None),
    };
    let place = |place: &PagePlace| match place {
        PagePlace::Parameter(position) => {
            let position = Literal::usize_unsuffixed(*position);
            quote!(runtime::PagePlace::Parameter(#position))
        }
        PagePlace::Field(name) => quote!(runtime::PagePlace::Field(#name)),
    };
    let next = match &paging.next {
        NextPage::Cursor { to, from } => {
            let (to, from) = (place(to), route(from));
            quote!(Cursor { to: #to, from: #from })
        }
        NextPage::Offset { to } => {
            let to = place(to);
            quote!(Offset { to: #to })
        }
        NextPage::Number { to, first } => {
            let (to, first) = (place(to), Literal::u64_unsuffixed(*first));
            quote!(Number { to: #to, first: #first })
        }
        NextPage::Url { from } => {
            let from = route(from);
            quote!(Url { from: #from })
        }
        NextPage::Link => quote!(Link),
    };
    let (items, more, total) = (
        route(&paging.items),
        maybe(&paging.more),
        maybe(&paging.total),
    );
    Some(quote! {
        paging: Some(&runtime::PagingSpec {
            next: runtime::NextPage::#next,
            items: #items,
            more: #more,
            total: #total,
        }),
    })
}
