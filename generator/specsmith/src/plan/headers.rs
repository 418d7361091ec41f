//! Headers of answers: a typed constant for each.
//!
//! It must not know which operation answers so.

use specsmith_openapi::api::{Header, Response, Wire};
use specsmith_openapi::report::{Diagnostic, Report};

use super::Plan;
use super::names::{Case, Ident, Scope};
use super::types::Ty;

/// A header with one type, wherever it comes.
#[derive(Debug)]
pub struct HeaderPlan {
    /// The constant.
    pub ident: Ident,
    /// Name as the description writes it first.
    pub name: String,
    /// Type of its value.
    pub ty: Ty,
    /// How its value is text.
    pub wire: Wire,
    /// What it is for, CommonMark.
    pub description: Option<String>,
    /// It is deprecated wherever it comes.
    pub deprecated: bool,
}

impl HeaderPlan {
    /// It is this header, by name, type and form.
    fn is(&self, plan: &Plan<'_>, header: &Header) -> bool {
        self.name.eq_ignore_ascii_case(&header.name)
            && self.ty == *plan.ty(header.ty.ty)
            && self.wire == header.wire
    }
}

/// Every header that an answer can have, in order of appearance.
pub(super) fn plan(plan: &Plan<'_>, report: &mut Report) -> Vec<HeaderPlan> {
    let mut scope = Scope::default();
    let mut headers: Vec<HeaderPlan> = Vec::new();
    for header in all(plan) {
        if !is_name(&header.name) {
            report_name(header, report);
            continue;
        }
        match headers.iter_mut().find(|known| known.is(plan, header)) {
            Some(known) => known.deprecated &= header.docs.deprecated,
            None => headers.push(HeaderPlan {
                ident: scope.name_or(&header.name, "header", Case::Shouty),
                name: header.name.clone(),
                ty: plan.ty(header.ty.ty).clone(),
                wire: header.wire.clone(),
                description: header.docs.description.clone(),
                deprecated: header.docs.deprecated,
            }),
        }
    }
    headers
}

fn all<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = &'p Header> {
    plan.api
        .operations
        .iter()
        .flat_map(|op| &op.responses)
        .flat_map(|response| &response.headers)
}

fn report_name(header: &Header, report: &mut Report) {
    report.push(Diagnostic::error(
        "header-name",
        header.origin,
        format!("`{}` is no name of a header", header.name),
        "write letters, digits and dashes; the header is left out",
    ));
}

/// A token of RFC 9110, section 5.6.2: nothing else is ever the name of a header.
fn is_name(name: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_token)
}

/// The headers of a response.
pub(super) fn of<'p>(
    plan: &'p Plan<'_>,
    response: &'p Response,
) -> impl Iterator<Item = &'p HeaderPlan> {
    response
        .headers
        .iter()
        .filter_map(|header| plan.headers.iter().find(|known| known.is(plan, header)))
}
