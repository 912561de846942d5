import type { TemplateChoice } from '@huiyin/schemas/api.ts'
import type { TemplateList, TemplateRow } from '@huiyin/schemas/api-templates.ts'
import type { Composition } from '../../data/drafts.ts'

/** What a template's variables stand for on a ticket, and the text that comes of them. */

type Values = TemplateChoice['values']
export type Variable = keyof Values

const VARIABLE = /\{\{([^{}]*)\}\}/g

/** What is not known stays as it is written. */
export const filled = (text: string, values: Values): string =>
  text.replaceAll(VARIABLE, (whole, name: string) => values[name.trim() as Variable]?.trim() || whole)

/** A variable stands where its value belongs. */
export const isUnfilled = (text: string) => text.search(VARIABLE) >= 0

/** The draft made of a template, with all that is known filled in. */
export function ofTemplate(
  { id, version, kind, text, variables }: TemplateRow,
  known: Values,
  draft: Composition
): Composition {
  const named = Object.entries(known).filter(([name]) => variables.includes(name))
  const values: Values = Object.fromEntries(named)
  return { ...draft, kind, text: filled(text, values), template: { id, version, values } }
}

/** The template that a draft was made of. `asIs`: it says just that, by what the house knows, and may leave unread. */
export function templateOf(draft: Composition, list: TemplateList | undefined) {
  const { template } = draft
  const row = template && list?.rows.find(({ id, version }) => id === template.id && version === template.version)
  if (!row || !template) return
  const known = list?.values ?? {}
  const knows = Object.entries(template.values).every(([name, value]) => known[name as Variable] === value)
  const unchanged = draft.text.trim() === filled(row.text, template.values).trim()
  return { row, known, asIs: row.inForce && unchanged && knows && draft.kind === row.kind }
}
