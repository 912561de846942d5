import type { WriteReply } from '@huiyin/domain/bulk/steps.ts'
import { HuiyinError, templateInvalid } from '@huiyin/domain/errors.ts'
import { draftReply } from '@huiyin/domain/replies/commands.ts'
import type { Template } from '@huiyin/schemas/template.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { replyRefused } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { checkedBy, knownOf } from '../reply-check.ts'
import { replyLists } from '../reply-lists.ts'
import { filledWithKnown, fits, knownValues, templateUse } from '../template-values.ts'
import { allTemplates, isUsed, type KeptTemplate } from '../templates.ts'

/**
 * Writes the replies of a macro's steps on one ticket, as a person would from the template: with what is known, checked,
 * and handed in for review.
 */
export async function replyWriter(ports: ApiPorts, of: Ticket): Promise<WriteReply> {
  const { records, clock } = ports
  const [all, known, { lists }] = await Promise.all([allTemplates(records), knownOf(ports, of), replyLists(records)])
  return ({ template: id, kind: wanted }, ticket, { assigned: _, ...by }) => {
    const now = clock.now()
    const template = inUse(all, id, now)
    const kind = wanted ?? template.kind
    const text = filled(template, ticket, knownValues(ticket, known))
    const { refused, findings } = checkedBy(ports, lists, { ticket, text, kind })
    if (refused) throw replyRefused(findings)
    const choice = { id, version: template.version, values: {} }
    const use = templateUse(all, choice, { ticket, text, kind, known, now })
    return draftReply({ ...by, text, kind, template: use, submit: 'review' })
  }
}

/** Throws TEMPLATE_NOT_FOUND. */
function inUse(all: readonly KeptTemplate[], id: string, now: number): Template {
  const found = all.find(({ template }) => template.id === id && isUsed(all, template, now))
  if (found) return found.template
  throw new HuiyinError('TEMPLATE_NOT_FOUND', `No version of the template "${id}" is in use; list the templates again`)
}

/** Throws TEMPLATE_INVALID. */
function filled(template: Template, ticket: Ticket, values: ReturnType<typeof knownValues>): string {
  if (!fits(template, ticket)) throw templateInvalid(`The template "${template.id}" is not for tickets like this one`)
  const text = filledWithKnown(template, values)
  if (text === undefined)
    throw templateInvalid(`The template "${template.id}" needs what only a person knows; write this reply by hand`)
  return text
}
