//! Findings for people: `error[code]: message`, the place, an excerpt and what to do.
//!
//! This module must not know which stage made a finding.

use std::fmt::Write;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpt};
use super::visible::visible;
use super::{Diagnostic, Origin, Report, Severity};
use crate::read::Sources;

impl Report {
    /// All findings with excerpts, a blank line between two; with escapes for a terminal if `color`.
    ///
    /// ```text
    /// error[dangling-ref]: `#/components/schemas/Adress` does not exist
    ///    --> schema/crm.yaml:412:19
    ///     |
    /// 412 |             $ref: '#/components/schemas/Adress'
    ///     |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ///     = help: did you mean `#/components/schemas/Address`?
    /// ```
    pub fn render_text(&self, sources: &Sources, color: bool) -> String {
        let style = if color { Style::ansi() } else { Style::plain() };
        let mut text = String::new();
        for diagnostic in self.diagnostics() {
            if !text.is_empty() {
                text.push('\n');
            }
            // Writing to a string does not fail.
            _ = write_diagnostic(&mut text, diagnostic, sources, &style);
        }
        text
    }
}

/// Escapes around the parts, all empty when plain.
struct Style {
    renderer: Renderer,
    fatal: &'static str,
    error: &'static str,
    warning: &'static str,
    strong: &'static str,
    gutter: &'static str,
    reset: &'static str,
}

impl Style {
    fn plain() -> Self {
        let renderer = Renderer::plain();
        let none = "";
        Self {
            renderer,
            fatal: none,
            error: none,
            warning: none,
            strong: none,
            gutter: none,
            reset: none,
        }
    }

    fn ansi() -> Self {
        Self {
            renderer: Renderer::styled(),
            fatal: "\u{1b}[1;91m",
            error: "\u{1b}[1;91m",
            warning: "\u{1b}[1;33m",
            strong: "\u{1b}[1m",
            gutter: "\u{1b}[1;94m",
            reset: "\u{1b}[0m",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Fatal => self.fatal,
            Severity::Error => self.error,
            Severity::Warning => self.warning,
        }
    }
}

fn write_diagnostic(
    out: &mut String,
    diagnostic: &Diagnostic,
    sources: &Sources,
    style: &Style,
) -> std::fmt::Result {
    let Diagnostic {
        code,
        severity,
        at,
        message,
        help,
        related,
    } = diagnostic;
    let Style { strong, reset, .. } = style;
    let hue = style.severity(*severity);
    writeln!(
        out,
        "{hue}{severity}[{code}]{reset}{strong}: {}{reset}",
        visible(message)
    )?;
    let places = at.iter().chain(related.iter().map(|(at, _)| at));
    let line = places
        .map(|at| sources.line_column(at.file, at.start).0)
        .max()
        .unwrap_or(0);
    let page = Page {
        sources,
        style,
        gutter: line.max(1).to_string().len(),
    };
    if let Some(at) = at {
        page.write_place(out, *at, "-->")?;
        page.write_excerpt(out, *at, Mark::Primary(*severity))?;
    }
    for (at, label) in related {
        page.write_place(out, *at, ":::")?;
        page.write_excerpt(out, *at, Mark::Related(&visible(label)))?;
    }
    page.write_help(out, help)
}

/// What is underlined: the finding itself, or a place that belongs to it with its label.
enum Mark<'a> {
    Primary(Severity),
    Related(&'a str),
}

struct Page<'a> {
    sources: &'a Sources,
    style: &'a Style,
    /// Digits of the largest line number.
    gutter: usize,
}

impl Page<'_> {
    fn write_place(&self, out: &mut String, at: Origin, arrow: &str) -> std::fmt::Result {
        let Style {
            gutter: hue, reset, ..
        } = self.style;
        let path = self.sources.path(at.file).display().to_string();
        let (line, column) = self.sources.line_column(at.file, at.start);
        let indent = " ".repeat(self.gutter);
        writeln!(
            out,
            "{indent}{hue}{arrow}{reset} {}:{line}:{column}",
            visible(&path)
        )
    }

    fn write_excerpt(&self, out: &mut String, at: Origin, mark: Mark<'_>) -> std::fmt::Result {
        let Some(Excerpt { line, text, marked }) = excerpt(self.sources, at) else {
            return self.write_label(out, mark);
        };
        let (level, annotation) = match mark {
            Mark::Primary(severity) => (level(severity), AnnotationKind::Primary.span(marked)),
            Mark::Related(label) => (
                Level::NOTE,
                AnnotationKind::Context.span(marked).label(label),
            ),
        };
        let snippet = Snippet::<Annotation<'_>>::source(text)
            .line_start(usize::try_from(line).unwrap_or(usize::MAX))
            .annotation(annotation);
        let group = Group::with_level(level).element(snippet);
        let rendered = self.style.renderer.render(&[group]);
        let own_gutter = line.to_string().len();
        let indent = " ".repeat(self.gutter.saturating_sub(own_gutter));
        for line in rendered.lines() {
            writeln!(out, "{indent}{}", line.trim_end())?;
        }
        Ok(())
    }

    /// A related place without a text still has its label.
    fn write_label(&self, out: &mut String, mark: Mark<'_>) -> std::fmt::Result {
        match mark {
            Mark::Primary(_) => Ok(()),
            Mark::Related(label) => self.write_note(out, "note", label),
        }
    }

    fn write_help(&self, out: &mut String, help: &str) -> std::fmt::Result {
        if help.is_empty() {
            Ok(())
        } else {
            self.write_note(out, "help", help)
        }
    }

    fn write_note(&self, out: &mut String, kind: &str, text: &str) -> std::fmt::Result {
        let Style {
            gutter: hue,
            strong,
            reset,
            ..
        } = self.style;
        let indent = " ".repeat(self.gutter + 1);
        write!(out, "{indent}{hue}={reset} {strong}{kind}{reset}: ")?;
        let next_line = format!("\n{indent}  {}", " ".repeat(kind.len() + 2));
        let lines: Vec<_> = text.lines().map(visible).collect();
        writeln!(out, "{}", lines.join(&next_line))
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Fatal | Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}
