import { ATTACHMENT_LIMITS, ATTACHMENT_TYPES } from '@huiyin/schemas/attachment.ts'
import type { Dispatch } from '@huiyin/schemas/ticket.ts'
import type { Shown, Word } from './case-shown.ts'
import { both, escaped, leftOf, type Said, sentences, sizeOf, timeOf } from './html.ts'
import { STYLE } from './page-style.ts'

/** The page behind a department's link, whole in one answer: no script, no picture, nothing from elsewhere. */

/** What the forms bear, the address that the page stands at, and what was typed before when it is shown again. */
export type Forms = {
  base: string
  tokens: { sign: string; return: string; bounce: string }
  typed?: { text?: string; grounds?: string; proposes?: string; open?: 'bounce' }
  note?: Said
}

const STATES: Record<Dispatch['state'], Said> = {
  dispatched: { zh: '待签收', en: 'To be signed for' },
  signed: { zh: '办理中', en: 'In hand' },
  returned: { zh: '已反馈', en: 'Result returned' },
  bounced: { zh: '已退单', en: 'Sent back' },
  withdrawn: { zh: '已收回', en: 'Taken back' }
}

export const stateOf = ({ state }: Dispatch): Said => STATES[state]

export function casePage(shown: Shown, forms: Forms): string {
  const { dispatch, ticket } = shown
  const told = [headOf(shown, forms), wordsOf(shown), filesOf(shown, forms), pastOf(shown)]
  const acts = actsOf(shown, forms)
  const note = forms.note ? `<div class="note" role="alert">${sentences(forms.note)}</div>` : ''
  return page(
    `${dispatch.department} ${ticket.number}`,
    `<main class="two"><div class="told">${note}${told.join('\n')}</div><div class="acts">${acts}</div></main>`
  )
}

function headOf({ dispatch, ticket, link, leg, may, now }: Shown, forms: Forms): string {
  const late = leg !== undefined && now >= leg.dueAt
  const request = `<section class="card"><h2>${both({ zh: '办理要求', en: 'What is asked' })}</h2><p class="text">${escaped(dispatch.request)}</p><p><small>${escaped(dispatch.by.name)} · ${timeOf(dispatch.dispatchedAt)}</small></p></section>`
  return `<section class="card"><span class="state${late ? ' late' : dispatch.result ? ' done' : ''}">${both(stateOf(dispatch))}</span>
<h1>${escaped(dispatch.department)}，您有一件派单<small lang="en">A case for ${escaped(dispatch.department)}</small></h1>
<p><small>${escaped(link.to)} · ${both({ zh: `工单 ${ticket.number}`, en: `Ticket ${ticket.number}` })}</small></p>${dueOf(leg, now)}${may.sign ? signForm(forms) : may.return ? TO_RESULT : ''}</section>
${request}`
}

function dueOf(leg: Shown['leg'], now: number): string {
  if (!leg) return ''
  const what = leg.stage === 'sign' ? { zh: '签收时限', en: 'Sign by' } : { zh: '反馈时限', en: 'Result due' }
  return `<div class="due${now >= leg.dueAt ? ' late' : ''}"><strong>${both(leftOf(leg.dueAt, now))}</strong><span>${escaped(`${what.zh}：${timeOf(leg.dueAt)}`)}</span> <small lang="en">${what.en}, Beijing time</small></div>`
}

const WHO: Record<Word['by'], Said> = {
  citizen: { zh: '群众', en: 'Citizen' },
  office: { zh: '本单位公开回复', en: 'Our public reply' }
}
const REMOVED: Said = { zh: '（已删除）', en: '(removed)' }

function wordsOf({ words, ticket, accountName }: Shown): string {
  const place = [accountName, ticket.postTitle && `《${ticket.postTitle}》`].filter(Boolean).join(' · ')
  const quotes = words.map(({ by, at, text }) => {
    const said = text === undefined ? both(REMOVED) : escaped(text)
    return `<blockquote${by === 'office' ? ' class="ours"' : ''}><footer>${both(WHO[by])} · ${timeOf(at)}</footer>${said}</blockquote>`
  })
  const where = place === '' ? '' : `<p><small>${escaped(place)}</small></p>`
  return `<section class="card"><h2>${both({ zh: '群众留言', en: 'What the citizen wrote' })}</h2>${quotes.join('\n')}${where}</section>`
}

function filesOf({ files }: Shown, { base }: Forms): string {
  if (files.length === 0) return ''
  const rows = files.map(
    ({ id, fileName, bytes }) =>
      `<li><a href="${base}/files/${escaped(id)}" download>${escaped(fileName)} <small>${sizeOf(bytes)}</small></a></li>`
  )
  return `<section class="card"><h2>${both({ zh: '附件', en: 'Files' })}</h2><ul class="files">${rows.join('\n')}</ul></section>`
}

function pastOf({ dispatch }: Shown): string {
  const rows = pastOfDispatch(dispatch).map(
    ([what, who, at, text]) =>
      `<li><time>${timeOf(at)}</time>${both(what)} · ${escaped(who)}${text === undefined ? '' : `<p class="text">${escaped(text)}</p>`}</li>`
  )
  return `<section class="card"><h2>${both({ zh: '办理过程', en: 'So far' })}</h2><ol class="past">${rows.join('\n')}</ol></section>`
}

type Step = [what: Said, who: string, at: number, text?: string]

function pastOfDispatch({ by, dispatchedAt, ruled, signedBy, signedAt, result, bounce, state, endedAt }: Dispatch) {
  const steps: Step[] = [[{ zh: '派单', en: 'Sent' }, by.name, dispatchedAt]]
  if (ruled) steps.push([{ zh: '裁定承办', en: 'Ruled' }, ruled.by.name, ruled.at, ruled.grounds])
  if (signedBy && signedAt !== undefined) steps.push([{ zh: '签收', en: 'Signed for' }, signedBy.name, signedAt])
  if (result) steps.push([{ zh: '反馈结果', en: 'Result returned' }, result.by.name, result.at, result.text])
  if (bounce) steps.push([{ zh: '退单', en: 'Sent back' }, bounce.by.name, bounce.at, bounce.grounds])
  if (state === 'withdrawn' && endedAt !== undefined) steps.push([{ zh: '收回', en: 'Taken back' }, '', endedAt])
  return steps.toSorted(([, , a], [, , b]) => a - b)
}

const ACCEPT = Object.values(ATTACHMENT_TYPES)
  .flat()
  .map(ending => `.${ending}`)
  .join(',')

const formOf = (base: string, act: keyof Forms['tokens'], { tokens }: Forms, fields: string) =>
  `<form method="post" action="${base}/${act}" enctype="multipart/form-data"><input type="hidden" name="form" value="${escaped(tokens[act])}">${fields}</form>`

const signForm = (forms: Forms) =>
  formOf(
    forms.base,
    'sign',
    forms,
    `<button>${both({ zh: '签收', en: 'Sign for it' })}</button><small>签收表示贵单位已收到，并开始办理。</small>`
  )

const TO_RESULT = `<a class="button to-result" href="#result">${both({ zh: '反馈办理结果', en: 'Return the result' })}</a>`

function actsOf({ may, dispatch, others, bounceUntil }: Shown, forms: Forms): string {
  const { base, typed = {} } = forms
  const result = `<section class="card" id="result"><h2>${both({ zh: '反馈办理结果', en: 'Return the result' })}</h2>${formOf(
    base,
    'return',
    forms,
    `<label>${both({ zh: '办理结果', en: 'What was done' })}<textarea name="text" required minlength="5" maxlength="2000" placeholder="何时、由谁、做了什么，结果如何">${escaped(typed.text ?? '')}</textarea></label>
<label>${both({ zh: '附件（可选）', en: 'Files, if any' })}<input type="file" name="files" multiple accept="${ACCEPT}"><small>最多 ${ATTACHMENT_LIMITS.withResult} 个，每个不超过 10 MB：${ACCEPT.replaceAll('.', '').replaceAll(',', '、')}</small></label>
<button${may.sign ? ' class="second"' : ''}>${both({ zh: '提交结果', en: 'Return the result' })}</button>${may.sign ? `<small>${escaped('未签收直接反馈，视为同时签收。')}</small>` : ''}`
  )}</section>`
  const bounce = `<section class="card"><details${typed.open === 'bounce' ? ' open' : ''}><summary>${both({ zh: '不属于本单位？退单', en: 'Not yours? Send it back' })}</summary>${formOf(
    base,
    'bounce',
    forms,
    `<p><small>${escaped(`可在 ${timeOf(bounceUntil)} 前退单，须说明依据并提出应承办的单位。`)}</small></p>
<label>${both({ zh: '退单依据', en: 'Grounds' })}<textarea name="grounds" required minlength="5" maxlength="2000">${escaped(typed.grounds ?? '')}</textarea></label>
<label>${both({ zh: '建议承办单位', en: 'Whose it is' })}${proposed(others, typed.proposes)}</label>
<button class="second">${both({ zh: '退单', en: 'Send it back' })}</button>`
  )}</details></section>`
  const acts = [...(may.return ? [result] : []), ...(may.bounce ? [bounce] : [])]
  return acts.join('\n') || `<section class="card">${sentences(NOTHING_TO_DO(dispatch))}</section>`
}

const NOTHING_TO_DO = (dispatch: Dispatch): Said => ({
  zh: `本件${stateOf(dispatch).zh}，无须再办理。`,
  en: 'Nothing is left to be done here.'
})

function proposed(others: readonly string[], typed = ''): string {
  if (others.length === 0) return `<input name="proposes" required maxlength="100" value="${escaped(typed)}">`
  const options = others.map(name => `<option${name === typed ? ' selected' : ''}>${escaped(name)}</option>`)
  return `<select name="proposes" required><option value=""></option>${options.join('')}</select>`
}

export type Telling = { mark?: 'good' | 'off'; title: Said; message: Said; facts?: readonly Said[]; back?: string }

/** One thing said: what was done and what comes next, or why the link does not serve. */
export function sayingPage({ mark = 'off', title, message, facts = [], back }: Telling): string {
  const more = facts.map(fact => `<p>${both(fact)}</p>`)
  const link =
    back === undefined ? '' : `<a class="button" href="${back}">${both({ zh: '返回派单', en: 'Back to the case' })}</a>`
  return page(
    title.zh,
    `<main><section class="card said"><div class="mark${mark === 'good' ? '' : ' off'}" aria-hidden="true">${mark === 'good' ? '✓' : '!'}</div>
<h1>${escaped(title.zh)}<small lang="en">${escaped(title.en)}</small></h1>${sentences(message)}${more.join('\n')}${link}</section></main>`
  )
}

/** Last, so that nothing waits for it: filled in by who sends the page. */
export const FONTS = '<!--fonts-->'

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><meta name="color-scheme" content="light dark">
<title>${escaped(title)} - 回音</title><style>${STYLE}</style></head>
<body>
<header><div><b>回音</b>${both({ zh: '部门办理', en: 'Huiyin, for departments' })}</div></header>
${body}
<p class="foot">此链接只用于本件派单，请勿转发。<br><span lang="en">This link is for this case only; do not pass it on.</span></p>
${FONTS}</body>
</html>
`
