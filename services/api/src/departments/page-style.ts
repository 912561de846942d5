import { createHash } from 'node:crypto'

/** The page's one style: for a telephone first, two columns where there is room, dark where the reader wants it. */
export const STYLE = `
:root { color-scheme: light dark; --back: #f3f5f9; --card: #fff; --ink: #1b2230; --soft: #5b6575; --line: #e3e7ee;
  --main: #1356c9; --on-main: #fff; --tint: #eaf1fe; --late: #b3261e; --late-tint: #fdecea; --good: #12703f; --good-tint: #e6f5ec; }
@media (prefers-color-scheme: dark) { :root { --back: #10141b; --card: #1a202a; --ink: #e8ecf3; --soft: #a3adbd; --line: #2c3543;
  --main: #8ab4ff; --on-main: #0b1a33; --tint: #1d2b45; --late: #ff9a90; --late-tint: #3a1f1e; --good: #7fd6a3; --good-tint: #16301f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.65 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans SC Variable", sans-serif; overflow-wrap: anywhere; }
small, .en { color: var(--soft); font-size: .8125em; font-weight: 400; }
header { padding: 14px 0; border-bottom: 1px solid var(--line); background: var(--card); }
header div, main { max-width: 1072px; margin: 0 auto; } header div { padding: 0 16px; }
header b { color: var(--main); letter-spacing: .06em; margin-right: .5em; }
main { padding: 16px; display: grid; gap: 16px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 18px 18px 20px; }
h1 { font-size: 1.375rem; line-height: 1.35; margin: 0 0 4px; } h1 small { display: block; }
h2 { font-size: 1.0625rem; margin: 0 0 10px; } p { margin: 0 0 8px; } p:last-child { margin-bottom: 0; }
.state { display: inline-block; padding: 2px 12px; border-radius: 99px; background: var(--tint); color: var(--main); font-weight: 600; margin-bottom: 10px; }
.state.done { background: var(--good-tint); color: var(--good); } .state.late { background: var(--late-tint); color: var(--late); }
.state small { color: inherit; }
.due { border-radius: 12px; background: var(--tint); padding: 12px 14px; margin-top: 12px; }
h1 + p + form, .due + form, .to-result { margin-top: 16px; }
.due.late { background: var(--late-tint); } .due strong { display: block; font-size: 1.5rem; line-height: 1.3; color: var(--main); }
.due.late strong { color: var(--late); } .due strong small { color: inherit; font-size: .5625em; }
blockquote { margin: 0 0 10px; padding: 12px 14px; border-radius: 4px 14px 14px 14px; background: var(--back); white-space: pre-wrap; }
blockquote.ours { border-radius: 14px 4px 14px 14px; background: var(--tint); }
blockquote footer { color: var(--soft); font-size: .8125rem; margin-bottom: 2px; }
.text { white-space: pre-wrap; margin: 0; }
ul, ol { list-style: none; margin: 0; padding: 0; }
.files a, .files span { display: flex; justify-content: space-between; gap: 12px; align-items: baseline; padding: 12px 0; min-height: 44px; color: var(--main); text-decoration: none; border-top: 1px solid var(--line); }
.files li:first-child a { border-top: 0; } .files a:hover { text-decoration: underline; } .files small { flex: none; }
.past li { position: relative; padding: 0 0 14px 22px; border-left: 2px solid var(--line); margin-left: 6px; }
.past li::before { content: ""; position: absolute; left: -7px; top: 7px; width: 12px; height: 12px; border-radius: 50%; background: var(--main); }
.past li:last-child { border-color: transparent; padding-bottom: 0; } .past time { display: block; color: var(--soft); font-size: .8125rem; }
form { display: grid; gap: 12px; } label { display: grid; gap: 6px; font-weight: 600; } label small { font-weight: 400; }
textarea, input, select { font: inherit; font-weight: 400; width: 100%; padding: 10px 12px; min-height: 44px; color: inherit; background: var(--back); border: 1px solid var(--soft); border-radius: 10px; }
textarea { min-height: 8.5em; resize: vertical; } input[type=file] { border-style: dashed; }
button, .button { font: inherit; font-weight: 600; min-height: 48px; padding: 10px 20px; border: 1px solid var(--main); border-radius: 12px; background: var(--main); color: var(--on-main); cursor: pointer; width: 100%; text-align: center; text-decoration: none; display: block; }
button small, .button small { color: inherit; } button.second { background: transparent; color: var(--main); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.acts { display: grid; gap: 16px; align-content: start; } .acts .card > form + form { margin-top: 16px; }
details summary { cursor: pointer; font-weight: 600; min-height: 32px; } details[open] summary { margin-bottom: 12px; }
.note { border-radius: 12px; padding: 12px 14px; background: var(--late-tint); color: var(--late); } .note .en { color: inherit; opacity: .85; }
.mark { width: 56px; height: 56px; border-radius: 50%; display: grid; place-items: center; font-size: 28px; background: var(--good-tint); color: var(--good); margin-bottom: 12px; }
.mark.off { background: var(--tint); color: var(--main); }
.said { max-width: 560px; margin: 24px auto; width: 100%; } .said .button { margin-top: 18px; }
.foot { color: var(--soft); font-size: .8125rem; text-align: center; padding: 4px 16px 28px; }
@media (min-width: 900px) { .to-result { display: none; } main.two { grid-template-columns: minmax(0, 1fr) 380px; align-items: start; } .told { display: grid; gap: 16px; } .acts { position: sticky; top: 16px; } }
@media (max-width: 899px) { .told { display: grid; gap: 16px; } }
`

/** Lets the page be styled by its own style and the house's font alone, post to its own house, and load nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'self' 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')
