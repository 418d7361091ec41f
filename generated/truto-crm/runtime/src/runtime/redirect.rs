// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Where a redirect leads, and what of the request may go there.
//!
//! It must not know how a request is sent.

use http::{HeaderMap, Method, StatusCode, header};
use reqwest::Url;

/// A request on its way: what is sent where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hop {
    pub(super) url: Url,
    pub(super) method: Method,
    /// The body goes along.
    pub(super) body: bool,
    /// The request has left its origin: neither credentials nor any header of the caller go along,
    /// not even on the way back.
    pub(super) foreign: bool,
}

/// Decides about an answer; `None` when it is not a redirect to follow, but the answer itself.
///
/// By RFC 9110, section 15.4, 303 turns every method but HEAD into GET, for what becomes of that is an
/// indirect answer to the request; the others keep the method. After 301 and 302 a client may turn
/// POST into GET, and browsers do: what comes back then is mostly what is found at a place, such as a
/// list, and would be taken for the answer to the POST, so that is not followed. Within the origin
/// (scheme, host and port) everything is sent again. To another origin only calls go that do nothing
/// but read, without credentials and without any header of the caller: what another service answers
/// to a GET is no answer to a request that changes something. Nothing goes from `https` to `http`.
///
/// `asked` is the method of the call, which a redirect before this one may have changed.
///
/// # Errors
///
/// Says why the redirect is not followed.
pub(super) fn next(
    status: StatusCode,
    headers: &HeaderMap,
    last: &Hop,
    asked: &Method,
) -> Option<Result<Hop, String>> {
    let change = match status {
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND if last.method == Method::POST => {
            Change::Unclear
        }
        StatusCode::SEE_OTHER if last.method != Method::HEAD => Change::Get,
        StatusCode::MOVED_PERMANENTLY
        | StatusCode::FOUND
        | StatusCode::SEE_OTHER
        | StatusCode::TEMPORARY_REDIRECT
        | StatusCode::PERMANENT_REDIRECT => Change::None,
        _ => return None,
    };
    let location = headers.get(header::LOCATION)?;
    Some(target(&last.url, location.as_bytes()).and_then(|url| {
        let foreign = !is_same_origin(&last.url, &url);
        check(last, &url, foreign, asked)?;
        let method = match change {
            Change::None => last.method.clone(),
            Change::Get => Method::GET,
            Change::Unclear => {
                let place = place(&url);
                return Err(format!(
                    "redirected to {place}, where the {asked} request was not sent again"
                ));
            }
        };
        Ok(Hop {
            url,
            body: last.body && method == last.method && !foreign,
            method,
            foreign: last.foreign || foreign,
        })
    }))
}

/// What a redirect makes of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    None,
    Get,
    /// By the standard it stays, for browsers it is GET.
    Unclear,
}

/// Where a URL leads: not its query, which may be long.
fn place(url: &Url) -> String {
    format!("{}{}", url.origin().ascii_serialization(), url.path())
}

fn target(from: &Url, location: &[u8]) -> Result<Url, String> {
    let unreadable = || "redirected to something that is not a URL".to_owned();
    let location = std::str::from_utf8(location).map_err(|_| unreadable())?;
    let mut url = from.join(location).map_err(|_| unreadable())?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!("redirected to the scheme `{}`", url.scheme()));
    }
    // What stands there would be sent as credentials.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    Ok(url)
}

fn check(last: &Hop, url: &Url, foreign: bool, asked: &Method) -> Result<(), String> {
    let target = || url.origin().ascii_serialization();
    if last.url.scheme() == "https" && url.scheme() == "http" {
        return Err(format!("redirected from https to {}", target()));
    }
    if foreign && !matches!(*asked, Method::GET | Method::HEAD) {
        return Err(format!(
            "redirected to another origin, {}, where the {asked} request was not sent again",
            target(),
        ));
    }
    Ok(())
}

/// Scheme, host and port are the same (RFC 6454, section 5).
pub(super) fn is_same_origin(a: &Url, b: &Url) -> bool {
    a.scheme() == b.scheme()
        && a.host_str() == b.host_str()
        && a.port_or_known_default() == b.port_or_known_default()
}

/// Takes what the service copied of a credential out of the URL of another origin.
pub(super) fn without_credentials(url: &mut Url, is_credential: impl Fn(&str, &str) -> bool) {
    if !url
        .query_pairs()
        .any(|(name, value)| is_credential(&name, &value))
    {
        return;
    }
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, value)| !is_credential(name, value))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    if kept.is_empty() {
        url.set_query(None);
    } else {
        url.query_pairs_mut().clear().extend_pairs(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(
        status: u16,
        method: Method,
        from: &str,
        to: &str,
    ) -> Result<(String, String), String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::LOCATION, to.parse().unwrap());
        let last = Hop {
            url: from.parse().unwrap(),
            method,
            body: true,
            foreign: false,
        };
        let status = StatusCode::from_u16(status).unwrap();
        let next = next(status, &headers, &last, &last.method).unwrap()?;
        let kept = [(next.body, "body"), (next.foreign, "foreign")]
            .map(|(is, name)| if is { name } else { "-" });
        Ok((format!("{} {}", next.method, next.url), kept.join(" ")))
    }

    #[test]
    fn nothing_goes_from_https_to_http() {
        for to in ["http://a.test/x", "http://b.test/"] {
            let refused = follow(302, Method::GET, "https://a.test/", to).unwrap_err();
            assert!(
                refused.starts_with("redirected from https to http://"),
                "{refused}"
            );
        }
    }

    #[test]
    fn another_scheme_port_or_host_is_another_origin() {
        for to in [
            "https://a.test/",
            "http://a.test:81/",
            "http://sub.a.test/",
            "//b.test/",
        ] {
            let (_, kept) = follow(302, Method::GET, "http://a.test/", to).unwrap();
            assert_eq!(kept, "- foreign", "{to}");
        }
        for to in [
            "/x",
            "?x",
            "http://a.test:80/x",
            "HTTP://A.TEST/x",
            "//a.test/x",
        ] {
            let (_, kept) = follow(307, Method::GET, "http://a.test/", to).unwrap();
            assert_eq!(kept, "body -", "{to}");
        }
    }

    #[test]
    fn a_relative_location_is_resolved() {
        let (next, _) = follow(307, Method::PUT, "http://a.test/b/c?d", "../e#f").unwrap();
        assert_eq!(next, "PUT http://a.test/e");
    }

    #[test]
    fn a_password_in_the_location_is_taken_out() {
        for to in [
            "http://me:s3cret@a.test/x",
            "//me:s3cret@b.test/x",
            "http://s3cret@a.test/x",
        ] {
            let (next, _) = follow(302, Method::GET, "http://a.test/", to).unwrap();
            assert!(!next.contains("s3cret"), "{next}");
        }
    }

    #[test]
    fn a_credential_in_the_location_is_taken_out() {
        for (to, left) in [
            ("http://b.test/?key=1", "http://b.test/"),
            ("http://b.test/?a=b&key=1", "http://b.test/?a=b"),
            ("http://b.test/?a=%20", "http://b.test/?a=%20"),
        ] {
            let mut url = to.parse().unwrap();
            without_credentials(&mut url, |name, _| name == "key");
            assert_eq!(url.as_str(), left);
        }
    }

    #[test]
    fn head_stays_head() {
        let (next, _) = follow(303, Method::HEAD, "http://a.test/", "/x").unwrap();
        assert_eq!(next, "HEAD http://a.test/x");
    }
}
