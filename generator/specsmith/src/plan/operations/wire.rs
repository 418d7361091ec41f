//! How the value of a parameter goes over the wire, and what no style has a form for.
//!
//! It must not know how the value is given by the caller.

use specsmith_openapi::api::{Api, Location, Parameter, Shape, Style, TypeId, Wire};
use specsmith_openapi::report::{Diagnostic, Report};

use super::media::Family;

/// How the value of a parameter goes over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WirePlan {
    /// Its form.
    pub form: WireForm,
    /// Lists and objects become several parameters (or parts).
    pub explode: bool,
    /// Reserved characters are sent as they are.
    pub allow_reserved: bool,
    /// An empty value is sent as `name=`.
    pub allow_empty: bool,
    /// Lists and objects inside others are sent as JSON.
    pub nested_json: bool,
}

/// The form of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WireForm {
    /// By a style.
    Style(Style),
    /// A JSON document.
    Json,
    /// Text that the caller makes.
    Text,
}

pub(super) fn wire(api: &Api, parameter: &Parameter, report: &mut Report) -> WirePlan {
    let plain = WirePlan {
        form: WireForm::Text,
        explode: false,
        allow_reserved: false,
        allow_empty: parameter.allow_empty,
        nested_json: false,
    };
    match &parameter.wire {
        Wire::Content(media) if Family::is_json(media) => WirePlan {
            form: WireForm::Json,
            ..plain
        },
        Wire::Content(media) if is_form(media) && parameter.location == Location::QueryString => {
            WirePlan {
                form: WireForm::Style(Style::Form),
                explode: true,
                ..plain
            }
        }
        Wire::Content(media) => {
            if !is_scalar(api, parameter.ty.ty) {
                report.push(untyped(parameter, media));
            }
            plain
        }
        Wire::Style {
            style,
            explode,
            allow_reserved,
        } => styled(api, parameter, (*style, *explode, *allow_reserved), report),
    }
}

fn styled(
    api: &Api,
    parameter: &Parameter,
    (style, explode, allow_reserved): (Style, bool, bool),
    report: &mut Report,
) -> WirePlan {
    let has_form = matches!(style, Style::DeepObject | Style::Brackets);
    let nested_json = !has_form && holds_nested(api, parameter.ty.ty);
    if nested_json {
        report.push(nested(parameter, style));
    }
    if style == Style::DeepObject && is_scalar(api, parameter.ty.ty) {
        report.push(single(parameter));
    }
    WirePlan {
        form: WireForm::Style(style),
        explode,
        allow_reserved,
        allow_empty: parameter.allow_empty,
        nested_json,
    }
}

fn is_form(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

fn is_scalar(api: &Api, ty: TypeId) -> bool {
    match &api[ty].shape {
        Shape::Scalar(_) | Shape::Enumeration(_) => true,
        Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Any => false,
    }
}

/// How many unions of unions are looked through.
const DEPTH: u32 = 16;

/// A list or object of this type has lists or objects in it, as far as the description says.
fn holds_nested(api: &Api, ty: TypeId) -> bool {
    let parts = |id: TypeId| match &api[id].shape {
        // Its alternatives are values of their own.
        Shape::Choice(_) => Vec::new(),
        shape => shape.parts(),
    };
    alternatives(api, ty, 0)
        .into_iter()
        .flat_map(parts)
        .flat_map(|part| alternatives(api, part.ty, 0))
        .any(|id| is_compound(&api[id].shape))
}

fn is_compound(shape: &Shape) -> bool {
    match shape {
        Shape::List(_) | Shape::Tuple(_) | Shape::Map(_) | Shape::Record(_) => true,
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Choice(_) | Shape::Any => false,
    }
}

/// The type itself, or what it may be.
fn alternatives(api: &Api, ty: TypeId, depth: u32) -> Vec<TypeId> {
    match &api[ty].shape {
        Shape::Choice(choice) if depth < DEPTH => choice
            .variants
            .iter()
            .flat_map(|variant| alternatives(api, variant.ty.ty, depth.saturating_add(1)))
            .collect(),
        Shape::Choice(_)
        | Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Enumeration(_)
        | Shape::Any => vec![ty],
    }
}

fn nested(parameter: &Parameter, style: Style) -> Diagnostic {
    Diagnostic::warning(
        "parameter-nested",
        parameter.origin,
        format!(
            "`{}` has lists or objects inside others, which have no form in the style `{}`",
            parameter.name,
            name_of(style)
        ),
        "they are sent as JSON text; describe the parameter by `content`, or by `style: deepObject` \
         if that is what the service reads",
    )
}

fn single(parameter: &Parameter) -> Diagnostic {
    Diagnostic::warning(
        "parameter-single",
        parameter.origin,
        format!(
            "`{}` is a single value, which has no form in the style `deepObject`",
            parameter.name
        ),
        "leave `style` out: it is sent as `name=value`",
    )
}

fn untyped(parameter: &Parameter, media: &str) -> Diagnostic {
    Diagnostic::warning(
        "parameter-untyped",
        parameter.origin,
        format!(
            "`{}` is of the type `{media}`, which is not made here",
            parameter.name
        ),
        "the method takes text that you encode",
    )
}

fn name_of(style: Style) -> &'static str {
    match style {
        Style::Simple => "simple",
        Style::Label => "label",
        Style::Matrix => "matrix",
        Style::Form => "form",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::DeepObject => "deepObject",
        Style::Cookie => "cookie",
        Style::Brackets => "brackets",
    }
}
