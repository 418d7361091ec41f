//! Descriptions that are written in HTML.

use expect_test::expect;

use super::*;

#[test]
fn html_without_marks_is_text() {
    check(
        "a <script>alert(1)</script> Vec<u8> <b> <i>no end\n\n<table onclick=x>\nin\n\n</table>\n\n<!-- c -->\n\n</b>",
        expect![[r#"
            a \<script>alert(1)\</script> Vec\<u8> \<b> no end

            \<table onclick=x>
            in

            \</table>

            \<!\-- c \-->

            \</b>"#]],
    );
}

#[test]
fn html_with_marks_is_read_as_them() {
    check(
        "<p>Returns <code>x_1 &lt; *y*</code>, <strong> all</strong> of it.<br>See <a class=\"x\" href=\"https://a.b/c?d=1&amp;e\">the\n<em>guide</em></a>.</p>\n\n<ul>\n  <li>one\n    more</li>\n  <li>two<ol><li>deep</li></ol></li>\n</ul>\n<p>Next</p><h2>Head</h2><hr/>\n\n\
         - in <b>a</b> list<br/>x\n- <p>y</p>\n\n*a <b>c* d</b> <code>no end\n\n[x <code>y](https://u.v) z</code>\n\n| <b>a</b> <p>b</p> |\n|---|\n| <code>a |",
        expect![[r#"
            Returns `x_1 < *y*`, **all** of it.\
            See [the
            guide](https://a.b/c?d=1&e).

            - one
              more
            - two
              1. deep

            Next

            **Head**

            ***

            - in **a** list\
              x

            - y

            *a c* d\</b> \<code>no end

            [x \<code>y](https://u.v) z\</code>

            | **a** b |
            |---|
            | &lt;code>a |"#]],
    );
    check(
        "<p>one<br>\n  two<br/>three<br>\n</p>\n<ul><li>four<br>\nfive</ul>",
        expect![[r"
            one\
            two\
            three

            - four\
              five"]],
    );
    assert_eq!(line("<p>One</p><ul><li>Two</li></ul>"), "One. Two");
    assert_eq!(
        first_sentence("<p>One <b>big</b> thing. Two.</p>"),
        "One big thing."
    );
}

#[test]
fn preformatted_html_is_code() {
    check(
        "<pre>\nline one\n    indented &lt;b&gt; <b>x</b> Vec<T>\n\n\n  last&nbsp;one\n</pre>\nText\n\n\
         <p>Example:</p><pre>\n{\n  \"a\": 1\n\n}\n</pre>\n\nNext <pre>in <code>line</code></pre>\n\n\
         <div><pre><code class=\"hljs language-json\">```</code></PRE>behind</div>\n\n\
         <ol><li><pre>a\n b</pre>more</li><li><pre>\n\n</pre></li><li>x<pre>c\n d</pre></ol>\n\n<div><pre>no\n\n  # end",
        expect![[r#"
            ```text
            line one
                indented <b> x Vec<T>


              last one
            ```

            Text

            Example:

            ```text
            {
              "a": 1

            }
            ```

            Next `in line`

            ````text
            ```
            ````

            behind

            1. ```text
               a
                b
               ```

               more

            2.

            3. x

               ```text
               c
                d
               ```

            ```text
            no

              # end
            ```"#]],
    );
    assert_eq!(
        lines("<pre class='language-json'>\n1</pre>", Reader::Site),
        ["```json", "1", "```"]
    );
}

#[test]
fn entities_in_html_are_text() {
    check(
        "<table>\n<tr><td>a &lt; b &amp; c&nbsp;d&#33; &copy; &x; &amp;lt; & &</td></tr>\n</table>",
        expect![[r#"
            \<table>
            \<tr>\<td>a \< b & c d! © \&x; \&lt; & &\</td>\</tr>
            \</table>"#]],
    );
}

#[test]
fn text_in_html_begins_no_block() {
    check(
        "<ul><li># of items</li><li>- a</li><li>1. b</li></ul>\n<p>Use __init__ and `__x__` https://x.y/__z__</p>\n\
         <p>* required</p><p>*optional*\n===\n> 2) x\n+\n5.5 is 7.\n***\n___</p><p>[a]: z</p>\n\n\
         <h2>\n  Title\n  of more\n</h2>\nText",
        expect![[r#"
            - \# of items
            - \- a
            - 1\. b

            Use \_\_init\_\_ and `__x__` <https://x.y/__z__>

            \* required

            *optional*
            \===
            \> 2) x
            \+
            5.5 is 7.
            \*\*\*
            \_\_\_

            \[a\]: z

            **Title of more**

            Text"#]],
    );
}

#[test]
fn lists_of_html_keep_their_items() {
    check(
        "<ul>\n<li>\n  one\n</li>\n<li>\n  <p>two</p>\n  <p>three</p>\n</li>\n<li><h3>\nfour</h3><ol><li>\n<p>a</p></li>\n\n<li>b\nc</li></ol>tail</li></ul>\n\nNext",
        expect![[r#"
            - one

            - two

              three

            - **four**

              1. a
              2. b
                 c

              tail

            Next"#]],
    );
    check(
        "<ol>\n<li>one</li>\n\n<li>two</li>\n\n</ol>\n\n<ul>\n<li>x</li>\n\n- y\n\n</ul>",
        expect![[r#"
            1. one
            2. two

            - x

            - y"#]],
    );
}

#[test]
fn elements_alone_in_a_line_are_read() {
    check(
        "<strong>\nWarning\n</strong>\n\n<a href=\"https://a.b\">\ntext\n</a>\n\n<b>\n\nx\n\n</b>",
        expect![[r#"
            **Warning**

            [text](https://a.b)

            \<b>

            x

            \</b>"#]],
    );
}

#[test]
fn html_takes_along_where_references_lead() {
    check(
        "[a]: https://x.y\n<p>\n[a]: z\n</p>\n\n<p>See [docs][1], [A], [b], [^1] and [code][a].</p>\n\n\
         [1]: https://a.b/c_d\n[b]: javascript:x\n[^1]: https://e.f",
        expect![[r#"
            \[a\]: z

            See [docs](https://a.b/c_d), [A](https://x.y), \[b\], \[^1\] and [code](https://x.y).

            \[^1\]: <https://e.f>"#]],
    );
    let many = format!(
        "[a]: https://x.y/{}\n\n{}",
        "z".repeat(50_000),
        "<p>[a]\n\n".repeat(5_000)
    );
    assert!(!rustdoc_lines(&[&many]).is_empty());
}

/// With work that grows with the square of the length this would take minutes.
#[test]
fn tags_that_do_not_end_are_text() {
    for tag in [
        "<a ",
        "<a \"",
        "<a '\"",
        "<b>x",
        "<code>x",
        "<ul><li>x",
        "<pre>",
        "<pre></pre>",
        "<ul>\n\n",
        "<ul>\n\n<",
        "<pre>\n\n",
        "<li>\n\n&",
        "&a",
    ] {
        let text = format!("<div\n{}", tag.repeat(10_000));
        assert!(!rustdoc_lines(&[&text]).is_empty());
        let text = format!("x {}", tag.repeat(10_000));
        assert!(!rustdoc_lines(&[&text]).is_empty());
    }
    check(
        "<div\n<p\n<ul><li>one <b <i>x</i>",
        expect![[r"
            \<div
            \<p

            - one \<b *x*"]],
    );
    let long = format!("<div\n<a title=\"{}\">x</a>", "y".repeat(5_000));
    assert!(rustdoc_lines(&[&long]).join(" ").contains("\\<a title="));
}
