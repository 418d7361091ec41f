//! Request bodies: how each is given, in the media types that it can have.
//!
//! It must not know of parameters and answers.

use specsmith_openapi::api::{Body, Header, Media};
use specsmith_openapi::report::{Diagnostic, Report};

use super::super::Plan;
use super::super::names::{Case, Ident, Scope};
use super::super::types::Ty;
use super::media::{self, Family};

/// How the request body is given.
#[derive(Debug)]
pub struct BodyPlan {
    /// Argument or setter.
    pub ident: Ident,
    /// The call is refused without it.
    pub required: bool,
    /// The forms it can have, in the order of the description.
    pub forms: Vec<FormPlan>,
    /// Name of the enum that a caller chooses with; `None` when there is one form only.
    pub choice: Option<Ident>,
    /// The description types it, and none of the forms does.
    pub untyped: bool,
    /// Headers of parts that the caller can set.
    pub part_headers: Vec<PartHeaderPlan>,
}

impl BodyPlan {
    /// The form that is used unless a caller chooses: JSON where there is some.
    pub fn usual(&self) -> Option<&FormPlan> {
        let json = |form: &&FormPlan| matches!(form.kind, FormKind::Json(_));
        self.forms.iter().find(json).or(self.forms.first())
    }

    /// The forms that a value alone chooses: the usual one, then the first of each other type.
    pub fn implied(&self) -> Vec<&FormPlan> {
        let mut implied: Vec<&FormPlan> = Vec::new();
        for form in self.usual().into_iter().chain(&self.forms) {
            if implied.iter().all(|known| known.given() != form.given()) {
                implied.push(form);
            }
        }
        implied
    }
}

/// A body in one media type.
#[derive(Debug)]
pub struct FormPlan {
    /// Position in [`Body::media`].
    pub media: usize,
    /// Variant of the enum that a caller chooses with.
    pub ident: Ident,
    /// What it is.
    pub kind: FormKind,
}

impl BodyPlan {
    /// The types of all its forms, and of the headers of its parts.
    pub fn types(&self) -> impl Iterator<Item = Ty> {
        let forms = self.forms.iter().filter_map(FormPlan::given);
        forms.chain(self.part_headers.iter().map(|header| header.ty.clone()))
    }
}

impl FormPlan {
    /// Type of the value as the variant holds it; `None`: a file.
    pub fn given(&self) -> Option<Ty> {
        match &self.kind {
            FormKind::Json(ty) | FormKind::Fields(ty) | FormKind::Text(ty) => Some(ty.clone()),
            FormKind::Items(ty) => Some(Ty::List(Box::new(ty.clone()))),
            FormKind::File => None,
        }
    }
}

/// What a body is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormKind {
    /// A JSON document.
    Json(Ty),
    /// Fields of a form, urlencoded or in parts.
    Fields(Ty),
    /// A single value as text.
    Text(Ty),
    /// Values one after the other.
    Items(Ty),
    /// Bytes as they are.
    File,
}

/// A header of one part of a form.
#[derive(Debug)]
pub struct PartHeaderPlan {
    /// Setter.
    pub ident: Ident,
    /// Name of the part.
    pub part: String,
    /// Name of the header.
    pub name: String,
    /// Type of its value.
    pub ty: Ty,
    /// What it is for, CommonMark.
    pub description: Option<String>,
}

/// Decides how a body is given. `choice` names the enum of its forms, `scope` its setters.
pub(super) fn body(
    plan: &Plan<'_>,
    body: &Body,
    choice: impl FnOnce() -> Ident,
    scope: &mut Scope,
    report: &mut Report,
) -> Option<BodyPlan> {
    let forms = forms(plan, body, report);
    if forms.is_empty() {
        return None;
    }
    let untyped = untyped(plan, body, &forms);
    if let Some(media) = untyped {
        report.push(Diagnostic::warning(
            "body-untyped",
            media.origin,
            format!(
                "a body of type `{}` is not written field by field",
                media.content_type
            ),
            "the caller encodes it; describe a JSON form, or the fields of a form",
        ));
    }
    Some(BodyPlan {
        untyped: untyped.is_some(),
        ident: Scope::default().name("body", Case::Snake),
        required: body.required,
        choice: (forms.len() > 1).then(choice),
        part_headers: part_headers(plan, body, scope),
        forms,
    })
}

fn forms(plan: &Plan<'_>, body: &Body, report: &mut Report) -> Vec<FormPlan> {
    let mut scope = Scope::default();
    let mut forms: Vec<FormPlan> = Vec::new();
    for (index, media) in body.media.iter().enumerate() {
        let family = Family::of(&media.content_type);
        if family.is_none() {
            report.push(Diagnostic::error(
                "media-type",
                media.origin,
                format!("`{}` is not a media type", media.content_type),
                "write `type/subtype`; this form of the body is left out",
            ));
        }
        let Some(family) = family else { continue };
        forms.push(FormPlan {
            media: index,
            ident: scope.name_or(&media::word(&media.content_type), "body", Case::Camel),
            kind: kind(plan, media, family),
        });
    }
    forms
}

fn kind(plan: &Plan<'_>, media: &Media, family: Family) -> FormKind {
    let ty = media.ty.map(|place| plan.ty_of(place));
    let any = || ty.clone().unwrap_or(Ty::Value);
    if media::is_binary(plan, media) {
        return FormKind::File;
    }
    match family {
        Family::Json => FormKind::Json(any()),
        Family::Form => FormKind::Fields(any()),
        Family::Multipart if media::has_fields(plan, media) => FormKind::Fields(any()),
        Family::Series => FormKind::Items(media::item(plan, media)),
        Family::Text | Family::Markup => FormKind::Text(media::text(plan, media)),
        Family::Range | Family::Unknown if media::holds_parts(plan, media) => FormKind::Json(any()),
        Family::Unknown if media.ty.is_some() => FormKind::Text(media::text(plan, media)),
        Family::Multipart | Family::Range | Family::Unknown | Family::Events | Family::Binary => {
            FormKind::File
        }
    }
}

/// The first form, when none has the type that the description gives it.
fn untyped<'b>(plan: &Plan<'_>, body: &'b Body, forms: &[FormPlan]) -> Option<&'b Media> {
    let lost = |form: &FormPlan| {
        let media = body.media.get(form.media)?;
        media::is_lost(plan, media, form.given().as_ref()).then_some(media)
    };
    let all: Option<Vec<&Media>> = forms.iter().map(lost).collect();
    all?.first().copied()
}

fn part_headers(plan: &Plan<'_>, body: &Body, scope: &mut Scope) -> Vec<PartHeaderPlan> {
    let encodings = body.media.iter().flat_map(|media| &media.encodings);
    encodings
        .flat_map(|encoding| encoding.headers.iter().map(move |it| (&encoding.name, it)))
        .map(|(part, header)| part_header(plan, part, header, scope))
        .collect()
}

fn part_header(plan: &Plan<'_>, part: &str, header: &Header, scope: &mut Scope) -> PartHeaderPlan {
    let spoken = format!("{part} {}", header.name);
    PartHeaderPlan {
        ident: scope.name_or(&spoken, "header", Case::Snake),
        part: part.to_owned(),
        name: header.name.clone(),
        ty: plan.ty(header.ty.ty).clone(),
        description: header.docs.description.clone(),
    }
}
