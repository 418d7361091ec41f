//! Pages of types.

use super::*;

#[test]
fn types_that_hold_themselves_end_in_links() {
    let page = generated(TREES, "out/docs/trees/put.md");
    check(
        &page,
        "### Tree object",
        "## Response",
        expect![[r####"
            ### Tree object

            | Field | Type | Required | Description |
            |---|---|---|---|
            | `leaf` | string | yes | A leaf. Level 3. Valid values: at most 5 characters. |
            | `left` | [Tree](#tree-object) | no |  |
            | `forest` | array of [Tree](#tree-object) or `null` | no |  |
            | `made` | string (`date-time`) | no | Only in responses. |
            | `kind` | [TreeKind](#treekind-values) | no |  |
            | `names` | object of integer | no |  |

            Fields of other names hold: string.

            ## Errors

            | Status | Meaning | Body |
            |---|---|---|
            | `4XX` | Refused | none |
            | any other | Else | string as `application/json` |

            ## Request snippets

            ### curl

            ```sh
            # Takes ACCOUNT and DEMO_API_KEY from the environment.

            # Percent-encodes a value, so that it can stand in a URL.
            encode() {
              printf %s "$1" | od -An -v -tu1 | LC_ALL=C awk '{
                for (i = 1; i <= NF; i++) {
                  c = sprintf("%c", $i + 0)
                  printf "%s", (c ~ /[A-Za-z0-9._~-]/) ? c : sprintf("%%%02X", $i)
                }
              }'
            }

            : "${ACCOUNT:?}" "${DEMO_API_KEY:?}" &&
            curl --silent --show-error --fail-with-body \
              --request PUT \
              --header "X-Key: $DEMO_API_KEY" \
              --header 'Accept: application/json' \
              --header 'Content-Type: application/json' \
              --data-binary '{
                "leaf": "strin"
              }' \
              "https://trees.example/v1/trees/7?account=$(encode "$ACCOUNT")"
            ```

            ### JavaScript (fetch)

            ```javascript
            // Takes ACCOUNT and DEMO_API_KEY from the environment.
            if (!process.env.ACCOUNT) throw new Error("ACCOUNT is not set");
            if (!process.env.DEMO_API_KEY) throw new Error("DEMO_API_KEY is not set");

            const url = `https://trees.example/v1/trees/7?account=${encodeURIComponent(process.env.ACCOUNT)}`;
            const body = JSON.stringify({
              leaf: "strin",
            });

            const response = await fetch(url, {
              method: "PUT",
              headers: {
                "X-Key": process.env.DEMO_API_KEY,
                Accept: "application/json",
                "Content-Type": "application/json",
              },
              body,
            });
            if (!response.ok) {
              throw new Error(`${response.status} ${response.statusText}: ${await response.text()}`);
            }
            console.log(await response.json());
            ```

            ### Python (requests)

            ```python
            # Takes ACCOUNT and DEMO_API_KEY from the environment.

            import os
            from urllib.parse import quote

            import requests

            url = f"https://trees.example/v1/trees/7?account={quote(os.environ['ACCOUNT'], safe='')}"
            body = {
                "leaf": "strin",
            }

            response = requests.request(
                "PUT",
                url,
                headers={
                    "X-Key": os.environ["DEMO_API_KEY"],
                    "Accept": "application/json",
                },
                json=body,
                timeout=30,
            )
            if not response.ok:
                raise SystemExit(f"{response.status_code} {response.reason}: {response.text}")
            print(response.json())
            ```

            ### Rust

            ```rust
            // Takes ACCOUNT and DEMO_API_KEY from the environment.

            use demo::types::TreeInput;
            use demo::Client;

            #[tokio::main]
            async fn main() -> Result<(), Box<dyn std::error::Error>> {
                let client = Client::builder().key(env("DEMO_API_KEY")?).build()?;
                let tree = client.trees().put(7, &env("ACCOUNT")?).body(TreeInput::new("strin")).send().await?;
                println!("{tree:#?}");
                Ok(())
            }

            fn env(name: &str) -> Result<String, String> {
                std::env::var(name).map_err(|error| format!("{name}: {error}"))
            }
            ```"####]],
    );
    check(
        &page,
        "| Name ",
        "## Request body",
        expect![[r#"
            | Name | Type | Required | Description |
            |---|---|---|---|
            | `id` | integer | yes | Valid values: at least 1. Example: `7` |

            ## Query parameters

            | Name | Type | Required | Description |
            |---|---|---|---|
            | `account` | string | yes |  |
            | `depth` | integer | no | **Deprecated.** Valid values: at most 9. Default: `3`. |
            | `order` | [PutTreeOrder](#puttreeorder-values) | no |  |

            ### PutTreeOrder values

            - `up`
            - `down`

            Other values are possible.

            ## Header parameters

            | Name | Type | Required | Description |
            |---|---|---|---|
            | `X-Trace` | string | no |  |"#]],
    );
    check(
        &page,
        "## Authentication",
        "## Path",
        expect![[r#"
            ## Authentication

            `key`: an API key, sent in the header `X-Key`.

            Or:

            `basic`: user name and password, sent as `Authorization: Basic …`. Scopes: `read`, ``a`b``.

            Or:

            None."#]],
    );
    check(
        &page,
        "## Response",
        "## Request snippets",
        expect![[r#"
            ## Response

            | Status | Meaning | Body |
            |---|---|---|
            | `200` | Done | [Tree](#tree-object) as `application/json` |

            ### Tree object

            | Field | Type | Required | Description |
            |---|---|---|---|
            | `leaf` | string | yes | A leaf. Level 3. Valid values: at most 5 characters. |
            | `left` | [Tree](#tree-object) | no |  |
            | `forest` | array of [Tree](#tree-object) or `null` | no |  |
            | `made` | string (`date-time`) | no | Only in responses. |
            | `kind` | [TreeKind](#treekind-values) | no |  |
            | `names` | object of integer | no |  |

            Fields of other names hold: string.

            ## Errors

            | Status | Meaning | Body |
            |---|---|---|
            | `4XX` | Refused | none |
            | any other | Else | string as `application/json` |"#]],
    );
}
