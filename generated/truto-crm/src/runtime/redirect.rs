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
/// Follows RFC 9110, section 15.4, as browsers do: 303 turns every method but HEAD into GET; 301
/// and 302 turn POST into GET and keep other methods; 307 and 308 keep all. Within the origin
/// (scheme, host and port) everything is sent again. To another origin only GET and HEAD go,
/// without credentials and without any header of the caller; a request that would go there with
/// another method is not sent, and neither is one from `https` to `http`.
///
/// # Errors
///
/// Says why the redirect is not followed.
pub(super) fn next(
    status: StatusCode,
    headers: &HeaderMap,
    last: &Hop,
) -> Option<Result<Hop, String>> {
    let becomes_get = match status {
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND => last.method == Method::POST,
        StatusCode::SEE_OTHER => last.method != Method::HEAD,
        StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => false,
        _ => return None,
    };
    let location = headers.get(header::LOCATION)?;
    Some(target(&last.url, location.as_bytes()).and_then(|url| {
        let foreign = !is_same_origin(&last.url, &url);
        check(last, &url, foreign && !becomes_get)?;
        Ok(Hop {
            url,
            method: if becomes_get {
                Method::GET
            } else {
                last.method.clone()
            },
            body: last.body && !becomes_get && !foreign,
            foreign: last.foreign || foreign,
        })
    }))
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

fn check(last: &Hop, url: &Url, leaves_as_it_is: bool) -> Result<(), String> {
    let target = || url.origin().ascii_serialization();
    if last.url.scheme() == "https" && url.scheme() == "http" {
        return Err(format!("redirected from https to {}", target()));
    }
    if leaves_as_it_is && !matches!(last.method, Method::GET | Method::HEAD) {
        return Err(format!(
            "redirected to another origin, {}, where the {} request was not sent again",
            target(),
            last.method
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
        let next = next(StatusCode::from_u16(status).unwrap(), &headers, &last).unwrap()?;
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
