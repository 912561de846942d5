import { closeClock, runningClock, runningClocks } from '@huiyin/domain/clocks/running.ts'
import type { TemplateUse } from '@huiyin/domain/replies/commands.ts'
import {
  dueDay,
  fillTemplate,
  isUnchanged,
  type TemplateValues,
  templateRef,
  variablesOf
} from '@huiyin/domain/templates/fill-template.ts'
import type { TemplateChoice } from '@huiyin/schemas/api.ts'
import { TEMPLATE_VARIABLES, type Template } from '@huiyin/schemas/template.ts'
import type { ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import { isUsed, type KeptTemplate, templateOf } from './templates.ts'

/** What of a ticket and its office goes into templates. */
export type Known = { office?: string | undefined; departments: readonly string[]; phones: readonly string[] }

/** The last day before a due time: what is due when a day ends is promised for that day. */
const dayOf = (dueAt: number) => dueDay(dueAt - 1)

/** The values that are known, which a person may overwrite. */
export function knownValues(ticket: Ticket, { office, phones }: Known): TemplateValues {
  const dueAt = (closeClock(ticket) ?? runningClock(ticket))?.dueAt
  const [phone] = phones
  return {
    number: ticket.number,
    ...(ticket.citizen.name !== undefined && { citizen: ticket.citizen.name }),
    ...(ticket.department !== undefined && { department: ticket.department }),
    ...(office !== undefined && { office }),
    ...(dueAt !== undefined && { dueDay: dayOf(dueAt) }),
    ...(phone !== undefined && { phone })
  }
}

/** Whether a template is for tickets like this. */
export const fits = ({ labels, departments }: Template, { label, department = '' }: Ticket): boolean =>
  (labels?.includes(label) ?? true) && (departments?.includes(department) ?? true)

/** The text with all that is known; undefined where a person has to say more. */
export function filledWithKnown(template: Template, known: TemplateValues): string | undefined {
  const names = variablesOf(template)
  return names.every(name => known[name]?.trim()) ? fillTemplate(template, known).text : undefined
}

type Use = { ticket: Ticket; text: string; kind: ReplyKind; known: Known; now: number }

/**
 * How a reply was made of a template. `approved` only where nothing in it is a person's own words: it is in use, is for
 * such tickets and such a reply, was left unchanged, and each value is one that the house knows.
 * Throws TEMPLATE_NOT_FOUND, TEMPLATE_INVALID.
 */
export function templateUse(
  all: readonly KeptTemplate[],
  { id, version, values }: TemplateChoice,
  use: Use
): TemplateUse {
  const { ticket, text, kind, known, now } = use
  const template = templateOf(all, id, version)
  const given = { ...knownValues(ticket, known), ...values }
  const unchanged = isAsFilled(template, text, given)
  const inUse = isUsed(all, template, now) && template.kind === kind && fits(template, ticket)
  return { ref: templateRef(template), unchanged, approved: unchanged && inUse && areKnown(values, ticket, known) }
}

/** What a person has left out of the text needs no value; braces that stand in it do. */
function isAsFilled(template: Template, text: string, values: TemplateValues): boolean {
  try {
    return isUnchanged(template, text, values)
  } catch (error) {
    if (text.includes('{{')) throw error
    return false
  }
}

function areKnown(values: TemplateValues, ticket: Ticket, known: Known): boolean {
  const own = knownValues(ticket, known)
  const others: Partial<Record<keyof TemplateValues, readonly string[]>> = {
    department: known.departments,
    phone: known.phones,
    dueDay: runningClocks(ticket).map(({ dueAt }) => dayOf(dueAt))
  }
  return TEMPLATE_VARIABLES.every(name => {
    const value = values[name]
    return value === undefined || value === own[name] || (others[name]?.includes(value) ?? false)
  })
}
