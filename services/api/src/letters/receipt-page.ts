import { createHash } from 'node:crypto'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Letter, LetterReceipt } from '@huiyin/schemas/letter.ts'
import { both, escaped, type Said, sentences, timeOf } from '../departments/html.ts'

/** The page behind a receipt's link, whole in one answer: no script, no picture, nothing from elsewhere. */
const STYLE = `
body { font: 16px/1.6 system-ui, sans-serif; max-width: 34em; margin: 2em auto; padding: 0 1em; color: #1f2329; }
h1 { font-size: 1.4em; } small, .en { color: #646a73; }
button { font: inherit; padding: .7em 2em; border: 0; border-radius: 6px; background: #1456f0; color: #fff; }
`

/** Lets the page be styled by nothing but its own style, and post to its own address. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** What it is, and a button until somebody has pressed it. Its lines stand in the message that brought the link. */
export function receiptPage({ title, madeAt }: Letter, recipient: string, receipt: LetterReceipt | undefined): string {
  const to: Said = { zh: `收件：${recipient}`, en: `To: ${recipient}` }
  const made: Said = { zh: `时间：${timeOf(madeAt)}（北京时间）`, en: `Made: ${timeOf(madeAt)} (Beijing time)` }
  const facts = `<p>${both(to)}</p>\n<p>${both(made)}</p>`
  const rest = receipt
    ? sentences({ zh: `已于 ${timeOf(receipt.at)} 签收。`, en: `Received at ${timeOf(receipt.at)}.` })
    : '<form method="post"><button>确认收到 <small lang="en">I have received it</small></button></form>'
  return page(maskPersonal(title), `${facts}\n${rest}`)
}

/** A sentence for whom the link does not serve. */
export const receiptRefusal = (message: Said): string => page('无法签收', sentences(message))

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escaped(title)} - 回音</title><style>${STYLE}</style></head>
<body>
<h1>${escaped(title)}</h1>
${body}
</body>
</html>
`
