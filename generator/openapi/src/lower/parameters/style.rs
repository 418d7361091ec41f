//! `style` and `explode` of a parameter.
//!
//! It must not know what the parameter holds.

use super::super::context::Lowering;
use super::super::docs;
use super::Written;
use crate::api::{Location, Style, Wire};
use crate::codes;
use crate::read::Node;

/// The style as written, or the usual one of the place (OpenAPI 3.1.2, section 4.8.12.2).
pub(super) fn style(cx: &mut Lowering<'_>, written: &Written<'_>) -> Wire {
    let node = written.part.node;
    let usual = usual(written.location);
    let said = node.get("style");
    let mut style = said
        .and_then(Node::as_str)
        .and_then(by_name)
        .unwrap_or(usual);
    if !belongs(style, written.location) {
        if let Some(said) = said {
            report_misplaced(cx, said, usual);
        }
        style = usual;
    }
    let by_extension = node.get("x-specsmith-style").and_then(Node::as_str);
    if by_extension == Some("brackets") && written.location == Location::Query {
        style = Style::Brackets;
    }
    let explode = node.get("explode").and_then(Node::as_bool);
    if matches!(style, Style::SpaceDelimited | Style::PipeDelimited) && explode == Some(true) {
        report_exploded(cx, node, style);
    }
    Wire::Style {
        style,
        explode: explode.unwrap_or(matches!(
            style,
            Style::Form | Style::DeepObject | Style::Brackets | Style::Cookie
        )),
        allow_reserved: docs::flag(node, "allowReserved"),
    }
}

fn usual(location: Location) -> Style {
    match location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::QueryString | Location::Cookie => Style::Form,
    }
}

fn report_misplaced(cx: &mut Lowering<'_>, said: &Node, usual: Style) {
    let written = said.as_str().unwrap_or_default();
    cx.error(
        codes::PARAMETER_STYLE,
        said.origin,
        format!("a parameter here cannot have the style `{written}`"),
        format!("leave `style` out: it is sent as `{}`", name_of(usual)),
    );
}

/// "n/a" in the table of styles.
fn report_exploded(cx: &mut Lowering<'_>, node: &Node, style: Style) {
    let at = node.get("explode").map_or(node.origin, |it| it.origin);
    let name = name_of(style);
    cx.warn(
        codes::PARAMETER_STYLE,
        at,
        format!("the style `{name}` has no form with `explode: true`"),
        format!("leave `explode` out for `{name}`; as it stands it is sent as `form`"),
    );
}

const STYLES: [(&str, Style); 8] = [
    ("simple", Style::Simple),
    ("label", Style::Label),
    ("matrix", Style::Matrix),
    ("form", Style::Form),
    ("spaceDelimited", Style::SpaceDelimited),
    ("pipeDelimited", Style::PipeDelimited),
    ("deepObject", Style::DeepObject),
    ("cookie", Style::Cookie),
];

fn by_name(name: &str) -> Option<Style> {
    STYLES
        .iter()
        .find(|(it, _)| *it == name)
        .map(|(_, style)| *style)
}

fn name_of(style: Style) -> &'static str {
    STYLES
        .iter()
        .find(|(_, it)| *it == style)
        .map_or("brackets", |(name, _)| name)
}

fn belongs(style: Style, location: Location) -> bool {
    match location {
        Location::Path => matches!(style, Style::Simple | Style::Label | Style::Matrix),
        Location::Query => matches!(
            style,
            Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject
        ),
        Location::QueryString => style == Style::Form,
        Location::Header => style == Style::Simple,
        Location::Cookie => matches!(style, Style::Form | Style::Cookie),
    }
}
