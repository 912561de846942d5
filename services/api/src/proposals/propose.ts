import { textHash } from '@huiyin/domain/ids.ts'
import { filledIn, proposalId } from '@huiyin/domain/proposals/proposed.ts'
import { questionFor } from '@huiyin/domain/proposals/question.ts'
import { readAnswer } from '@huiyin/domain/proposals/read-answer.ts'
import type { Assistant } from '@huiyin/ports/assistant.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { NoProposal, ProposalAnswer, ProposalSource } from '@huiyin/schemas/api-proposals.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from '../ports.ts'
import { checked, kindOf, knownOf } from '../reply-check.ts'
import { personTeller } from '../sign-in/tell.ts'
import { knownValues } from '../template-values.ts'
import { keepProposal } from './keep.ts'
import { materialFor } from './material.ts'

const NOTICE = {
  zh: '机器拟稿，仅供参考：请逐句核对事实与出处，改定后由您提交。',
  en: 'Made by a machine: check each sentence against its source; what you submit is yours.'
}

const NONE: Record<NoProposal, { zh: string; en: string }> = {
  'no-sources': {
    zh: '没有可用的模板，也没有类似工单的已发布回复，不作建议。',
    en: 'There is no approved template and no confirmed reply on a similar ticket: nothing is proposed.'
  },
  declined: { zh: '现有材料不足以回答，不作建议。', en: 'The sources do not carry an answer: nothing is proposed.' },
  uncited: { zh: '所得文字没有注明可核对的出处，已弃用。', en: 'What came cites no source of ours, and was dropped.' },
  empty: { zh: '没有得到可用的文字。', en: 'What came has no words in it.' },
  'too-long': {
    zh: '所得文字超过平台限长，已弃用。',
    en: 'What came is longer than the platform takes, and was dropped.'
  }
}

/** Characters, where the platform names no limit. */
const USUAL_LIMIT = 500
const MOST = 2_000

interface Wanted {
  ticket: Ticket
  actor: Actor
  by: Actor
  assistant: Assistant
}

const nameOf = (of: ProposalSource) => (of.kind === 'template' ? of.template : of.number)

/**
 * Words for a draft box. What leaves and what comes is told, by digests, before either is done. Changes nothing of the
 * ticket. Throws ASSISTANT_FAILED, LOG_UNAVAILABLE.
 */
export async function propose(ports: ApiPorts, { ticket, actor, by, assistant }: Wanted): Promise<ProposalAnswer> {
  const now = ports.clock.now()
  const none = (why: NoProposal): ProposalAnswer => ({ none: { why, ...NONE[why] }, now })
  const tell = personTeller(ports.events, ports.clock)
  const known = await knownOf(ports, ticket)
  const kind = kindOf(ticket, undefined, now)
  const { said, sources } = await materialFor(ports, { ticket, kind, known, actor })
  if (sources.length === 0) return none('no-sources')

  const { model } = assistant
  const limit = Math.min(ports.accounts(ticket.platform, ticket.account)?.replyLimit ?? USUAL_LIMIT, MOST)
  const question = questionFor({ said, label: ticket.label, kind, limit, sources })
  const told = { ticket: ticket.id, model, asked: textHash(question.material) }
  await tell(by.id, { type: 'reply.proposed', by, data: { ...told, step: 'asked' } })
  const answer = readAnswer(await assistant.ask(question), { sources, said })
  if ('none' in answer) {
    await tell(by.id, { type: 'reply.proposed', by, data: { ...told, step: 'none', why: answer.none } })
    return none(answer.none)
  }

  const { text, unfilled } = filledIn(answer.text, knownValues(ticket, known))
  const found = await checked(ports, ticket, text)
  if (found.length > (found.limit ?? MOST)) {
    await tell(by.id, { type: 'reply.proposed', by, data: { ...told, step: 'none', why: 'too-long' } })
    return none('too-long')
  }
  const id = proposalId(ticket.id, text)
  const cited = answer.cited.map(({ of }) => of)
  const names = cited.map(nameOf)
  const data = { ...told, step: 'proposed', proposal: id, text: textHash(text), sources: names.join(',') }
  await tell(by.id, { type: 'reply.proposed', by, data })
  await keepProposal(ports, id, { ticket: ticket.id, by: by.id, at: now, model, sources: names })
  const { unfounded } = answer
  const proposal = { id, text, machineMade: true as const, notice: NOTICE, model, sources: cited, unfounded, unfilled }
  return {
    proposal: { ...proposal, ...found, findings: found.findings.filter(({ code }) => code !== 'proposed') },
    now
  }
}
