import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'
import { Finding } from './reply-check.ts'

/** Where a proposal has its words from: a template in force, or a confirmed reply on a similar ticket. */
export const ProposalSource = Type.Union([
  Type.Object({ kind: Type.Literal('template'), template: Type.String(), name: Type.String() }),
  Type.Object({ kind: Type.Literal('reply'), ticket: Type.String(), number: Type.String() })
])
export type ProposalSource = Static<typeof ProposalSource>

/** Why nothing is proposed. */
export const NoProposal = Type.Union([
  Type.Literal('no-sources'),
  Type.Literal('declined'),
  Type.Literal('uncited'),
  Type.Literal('empty'),
  Type.Literal('too-long')
])
export type NoProposal = Static<typeof NoProposal>

const Said = Type.Object({ zh: Type.String(), en: Type.String() })

/** What a machine proposes: words for a draft box, no draft and no reply. */
export const Proposal = Type.Object({
  id: Type.String(),
  text: Type.String(),
  machineMade: Type.Literal(true),
  /** What is to be shown beside it. */
  notice: Said,
  model: Type.String(),
  sources: Type.Array(ProposalSource),
  /** Numbers in it that stand in none of its sources. */
  unfounded: Type.Array(Type.String()),
  /** Variables that a person has still to fill in. */
  unfilled: Type.Array(Type.String()),
  findings: Type.Array(Finding),
  refused: Type.Boolean(),
  length: Type.Integer(),
  limit: Type.Optional(Type.Integer())
})
export type Proposal = Static<typeof Proposal>

/** One of the two is there. */
export const ProposalAnswer = Type.Object({
  proposal: Type.Optional(Proposal),
  none: Type.Optional(Type.Object({ why: NoProposal, ...Said.properties })),
  now: Instant
})
export type ProposalAnswer = Static<typeof ProposalAnswer>
