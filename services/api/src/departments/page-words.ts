import { activeDispatch } from '@huiyin/domain/cases/dispatch-state.ts'
import type { Dispatch } from '@huiyin/schemas/ticket.ts'
import type { Behind, Shown } from './case-shown.ts'
import { leftOf, type Said, timeOf } from './html.ts'
import { stateOf, type Telling } from './page.ts'

/** What the pages say that show no case. */

const CALL: Said = { zh: '如有疑问，请联系派单单位。', en: 'When in doubt, ask who sent it.' }

/** What was done, and what comes next. */
export function doneTelling(act: 'sign' | 'return' | 'bounce', { leg, now, dispatch }: Shown, base: string): Telling {
  const good = { mark: 'good', back: base } as const
  if (act === 'sign') {
    const due = leg
      ? {
          zh: `请在 ${timeOf(leg.dueAt)} 前反馈办理结果（${leftOf(leg.dueAt, now).zh}）。`,
          en: 'Return the result by then.'
        }
      : { zh: '请尽快反馈办理结果。', en: 'Return the result as soon as you can.' }
    return { ...good, title: { zh: '已签收', en: 'Signed for' }, message: due }
  }
  if (act === 'return')
    return {
      ...good,
      title: { zh: '结果已提交', en: 'The result is returned' },
      message: {
        zh: '派单单位将据此答复群众。本链接不再用于办理，仍可查看已提交的内容。',
        en: 'The office answers the citizen with it. You can still look at what you sent.'
      }
    }
  return {
    ...good,
    title: { zh: '已退单', en: 'Sent back' },
    message: {
      zh: `已建议由 ${dispatch.bounce?.proposes ?? '其他单位'} 承办，派单单位将重新派单或裁定。`,
      en: 'The office dispatches it anew, or rules whose it is.'
    }
  }
}

/** A link that stands, to a dispatch that is over: what became of it. */
export function overTelling({ dispatch, ticket }: Behind): Telling {
  const now = activeDispatch(ticket)
  const moved = dispatch.state === 'withdrawn' && now ? '（已改派）' : ''
  return {
    title: { zh: `本件${stateOf(dispatch).zh}${moved}`, en: stateOf(dispatch).en },
    message: { zh: '无须再办理。', en: 'Nothing is left to be done by this link.' },
    facts: factsOf(dispatch)
  }
}

function factsOf({ result, bounce, endedAt }: Dispatch): Said[] {
  const by = result ?? bounce
  if (by) return [{ zh: `${by.by.name} · ${timeOf(by.at)}`, en: '' }]
  return endedAt === undefined ? [] : [{ zh: timeOf(endedAt), en: '' }]
}

export const NOT_YET: Telling = {
  title: { zh: '派单正在发出', en: 'It is on its way' },
  message: { zh: '请稍候片刻，再打开一次。', en: 'Open it again in a moment.' }
}

export const REVOKED: Telling = {
  title: { zh: '链接已作废', en: 'The link was revoked' },
  message: {
    zh: '派单单位已收回此链接。请使用最新收到的链接，或联系派单单位。',
    en: 'Use the newest link that you were sent, or ask who sent it.'
  }
}

const EXPIRED: Telling = {
  title: { zh: '链接已过期', en: 'The link has expired' },
  message: {
    zh: '请使用最新收到的链接，或联系派单单位重新发送。',
    en: 'Use the newest link that you were sent, or ask for another.'
  }
}

const INVALID: Telling = {
  title: { zh: '链接无效', en: 'The link is not valid' },
  message: {
    zh: '链接不完整或已改动。请从收到的消息中重新打开。',
    en: 'It was cut or changed. Open it again from the message.'
  }
}

/** What a refusal says, by its code. */
export const REFUSALS: Record<string, Telling> = {
  LINK_INVALID: INVALID,
  LINK_EXPIRED: EXPIRED,
  TICKET_NOT_FOUND: INVALID,
  ATTACHMENT_NOT_FOUND: { title: { zh: '没有此附件', en: 'There is no such file' }, message: CALL },
  ATTACHMENT_DAMAGED: {
    title: { zh: '附件已损坏', en: 'The file is damaged' },
    message: {
      zh: '附件未通过校验，不能下载。请联系派单单位。',
      en: 'It is not what was kept, and is not sent. Ask who sent it.'
    }
  },
  DISPATCH_OVER: {
    title: { zh: '本件已办过', en: 'It is done already' },
    message: { zh: '其他人已经先一步办理。请返回查看。', en: 'Somebody was faster; go back and look.' }
  },
  BOUNCE_TOO_LATE: {
    title: { zh: '已过退单期限', en: 'Too late to send it back' },
    message: { zh: '请联系派单单位裁定。', en: 'Ask the office for a ruling.' }
  },
  BOUNCE_FINAL: {
    title: { zh: '本件不能再退单', en: 'It cannot be sent back any more' },
    message: { zh: '请联系派单单位裁定。', en: 'Ask the office for a ruling.' }
  },
  TOO_MANY_REQUESTS: {
    title: { zh: '尝试次数过多', en: 'Too many tries' },
    message: {
      zh: '请十分钟后从收到的消息中重新打开链接。',
      en: 'Open the link from the message again in ten minutes.'
    }
  },
  KEY_REUSED: {
    title: { zh: '此表单已经提交过', en: 'This form was sent already' },
    message: { zh: '请返回查看，如需修改请重新填写。', en: 'Go back and look; fill it in anew to change something.' }
  }
}

export const FAILED: Telling = {
  title: { zh: '暂时无法办理', en: 'It failed' },
  message: { zh: '请稍后再试。内容没有提交。', en: 'Try again in a moment. Nothing was sent.' }
}

/** What a form lacks, in words. */
export const LACKS = {
  text: { zh: '请填写办理结果，5 至 2,000 字。', en: 'Say what was done, in 5 to 2,000 characters.' },
  grounds: { zh: '请填写退单依据，5 至 2,000 字。', en: 'Give the grounds, in 5 to 2,000 characters.' },
  proposes: { zh: '请选择建议承办的其他单位。', en: 'Name another department whose it is.' },
  files: { zh: '附件最多 5 个，请减少后重新选择。', en: 'Choose five files at most.' },
  total: { zh: '本件附件已达上限（20 个或 50 MB）。', en: 'This case takes no more files (20, or 50 MB).' }
} satisfies Record<string, Said>

/** A file that is not taken, in words. */
export const fileRefused = (zh: string, en: string): Said => ({ zh: `附件未能接收：${zh}。请重新选择附件。`, en })
