import { createHash } from 'node:crypto'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { escaped, type Said, timeOf } from './departments/html.ts'

/**
 * The page behind an acknowledgement link, whole in one answer: no script, no picture, nothing from elsewhere, and
 * not a word of or about the citizen. Chinese first, English below.
 */
const STYLE = `
body { font: 16px/1.6 system-ui, sans-serif; max-width: 30em; margin: 2em auto; padding: 0 1em; color: #1f2329; }
h1 { font-size: 1.4em; } dt { color: #646a73; } dd { margin: 0 0 .6em; }
button { font: inherit; padding: .7em 2em; border: 0; border-radius: 6px; background: #1456f0; color: #fff; }
section + section { margin-top: 2em; padding-top: 1em; border-top: 1px solid #dee0e3; color: #646a73; }
`

/** Lets the page be styled by nothing but its own style, and post to its own address. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')

const LEVELS: Record<RiskLevel, [zh: string, en: string]> = {
  blue: ['蓝色', 'blue'],
  yellow: ['黄色', 'yellow'],
  orange: ['橙色', 'orange'],
  red: ['红色', 'red']
}

type Facts = { heading: Said; facts?: [Said, Said][]; message?: Said; button?: boolean }

/** The ticket and a button; without one when nobody has to take it any more, or somebody has. */
export function ticketPage(ticket: Ticket, now: number): string {
  const waits = ticket.status === 'open' || ticket.status === 'handling'
  const taken = takenBy(ticket, now)
  const message = waits ? taken : { zh: '该工单已无须处理。', en: 'Nothing is left to be done on this ticket.' }
  return page({ ...factsOf(ticket), ...(message && { message }), button: waits })
}

/** What became of it. */
export function takenPage(ticket: Ticket, now: number): string {
  const message = takenBy(ticket, now) ?? {
    zh: '此链接的确认已经到期。请使用最新提醒中的链接，或登录系统处理。',
    en: 'What was acknowledged by this link has run out. Use the link in the newest alert, or sign in.'
  }
  return page({ ...factsOf(ticket), message })
}

/** A sentence for whom the link does not serve. */
export const refusalPage = (message: Said): string =>
  page({ heading: { zh: '无法确认', en: 'Not acknowledged' }, message })

function takenBy({ acknowledged }: Ticket, now: number): Said | undefined {
  if (!acknowledged || acknowledged.until <= now) return
  const { by, until } = acknowledged
  return {
    zh: `${by.name} 正在处理，${timeOf(until)} 之前不再逐级提醒。回复时限不变。`,
    en: `${by.name} is on it; nobody else is alerted before ${timeOf(until)}. The due time stands.`
  }
}

function factsOf({ number, risk, urgent, clocks }: Ticket): Pick<Facts, 'heading' | 'facts'> {
  const [zh, en] = LEVELS[risk.level]
  const due = clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ dueAt }) => dueAt)
  const level: [Said, Said] = [
    { zh: '风险等级', en: 'Risk level' },
    { zh: `${zh}${urgent ? '（紧急）' : ''}`, en: `${en}${urgent ? ', urgent' : ''}` }
  ]
  const time = due.length > 0 ? timeOf(Math.min(...due)) : undefined
  const dueTime: [Said, Said][] = time
    ? [
        [
          { zh: '回复时限', en: 'Due' },
          { zh: `${time}（北京时间）`, en: `${time} (Beijing time)` }
        ]
      ]
    : []
  return { heading: { zh: `工单 ${number}`, en: `Ticket ${number}` }, facts: [level, ...dueTime] }
}

function page(facts: Facts): string {
  const title = escaped(facts.heading.zh)
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title} - 回音</title><style>${STYLE}</style></head>
<body>
${section(facts, 'zh', '我来处理')}
${section(facts, 'en', 'I take it')}
</body>
</html>
`
}

function section({ heading, facts = [], message, button }: Facts, language: keyof Said, label: string): string {
  const rows = facts.map(([name, value]) => `<dt>${escaped(name[language])}</dt><dd>${escaped(value[language])}</dd>`)
  return [
    `<section lang="${language}"><h1>${escaped(heading[language])}</h1>`,
    ...(rows.length > 0 ? [`<dl>${rows.join('')}</dl>`] : []),
    ...(message ? [`<p>${escaped(message[language])}</p>`] : []),
    ...(button ? [`<form method="post"><button>${label}</button></form>`] : []),
    '</section>'
  ].join('\n')
}
