import type { ProposalSource } from '@huiyin/schemas/api-proposals.ts'
import type { Reply } from '@huiyin/schemas/reply.ts'
import type { Template } from '@huiyin/schemas/template.ts'
import type { ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Cut, searchTokens } from '../search-text.ts'
import { templateRef } from '../templates/fill-template.ts'
import { hideCitizen } from './hide-citizen.ts'

/** A text that was approved, as it may leave the house; `mark` is how an answer cites it. */
export interface Source {
  mark: string
  text: string
  of: ProposalSource
}

const MOST_TEMPLATES = 4
const MOST_REPLIES = 4
const LONGEST = 800

interface Choice {
  /** What the citizen says. */
  said: string
  kind: ReplyKind
  /** Those in force for such a ticket. */
  templates: readonly Template[]
  /** Similar ones that who asks may read, the nearest first. */
  similar: readonly Ticket[]
  phones: readonly string[]
  cut: Cut
}

/** What a proposal may be made of: templates, the nearest first, then the confirmed replies of similar tickets. */
export function chooseSources({ said, kind, templates, similar, phones, cut }: Choice): Source[] {
  const words = wordsOf(said, cut)
  const shared = ({ text, name }: Template) =>
    [...wordsOf(`${name} ${text}`, cut)].filter(word => words.has(word)).length
  const nearest = templates
    .filter(template => template.kind === kind)
    .map(template => ({ template, shared: shared(template) }))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST_TEMPLATES)
  const fromTemplates = nearest.map(({ template }) => ({
    text: template.text,
    of: { kind: 'template' as const, template: templateRef(template), name: template.name }
  }))
  const fromReplies = similar.flatMap(ticket => repliesOf(ticket, kind, phones)).slice(0, MOST_REPLIES)
  return [...fromTemplates, ...fromReplies].map(({ text, of }, i) => ({
    mark: `S${i + 1}`,
    text: text.slice(0, LONGEST),
    of
  }))
}

const wordsOf = (text: string, cut: Cut): Set<string> =>
  new Set(cut(text).flatMap(word => (word.length > 1 ? [searchTokens(word).join('')] : [])))

/** The last that stands there; what only says that it was seen answers nothing. */
function repliesOf({ id, number, citizen, replies }: Ticket, kind: ReplyKind, phones: readonly string[]) {
  const found = replies.findLast(reply => isAnswer(reply, kind))
  if (!found) return []
  const names = citizen.name === undefined ? [] : [citizen.name]
  return [{ text: hideCitizen(found.text, { names, phones }), of: { kind: 'reply' as const, ticket: id, number } }]
}

const isAnswer = (reply: Reply, kind: ReplyKind) =>
  reply.state === 'confirmed' && (reply.kind === 'final' || reply.kind === kind)
